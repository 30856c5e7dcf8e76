"""The board as documents show it: plain frozen rows, and only what its reader may see.

Every format is made from this view; a field added here reaches them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from server.thai import in_bangkok
from server.workshop import Refused, Workshop
from server.workshop.clock import moment
from server.workshop.state import Board, Column
from server.workshop.views import record, visible_in_order

ICONS = {"square": "■", "arrow-up": "↑", "plus": "＋"}
NOT_PLACED = {"th": "รอจัดช่อง", "en": "Not placed yet"}


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card; `original` is the writer's wording when the facilitator corrected it."""

    number: int
    column: str
    text: str
    original: str | None
    starred: bool


@dataclass(frozen=True, slots=True)
class ColumnRows:
    """One column and its cards in the order of the wall."""

    icon: str
    name: str
    cards: tuple[CardRow, ...]


@dataclass(frozen=True, slots=True)
class BoardView:
    """One board in one language, as of one day."""

    title: str
    question: str
    language: str
    day: date
    columns: tuple[ColumnRows, ...]

    @property
    def cards(self) -> tuple[CardRow, ...]:
        return tuple(card for column in self.columns for card in column.cards)


def board_view(workshop: Workshop, audience: str, language: str, now: datetime, board: str | None = None) -> BoardView:
    """What this audience may take home of a board (None: the active one); raises Refused."""
    name = board or workshop.active
    if name not in workshop.boards:
        raise Refused("no_such_board", field="board")
    if record(workshop, f"board:{name}", audience) is None:
        raise Refused("forbidden")
    found = workshop.boards[name]
    return BoardView(
        title=workshop.title,
        question=found.question,
        language=language,
        day=day_of(found, now),
        columns=_columns(workshop, found, audience, language),
    )


def day_of(board: Board, now: datetime) -> date:
    """The day the board was finished, in Thailand; today for one that is not."""
    return in_bangkok(moment(board.finished_at) if board.finished_at else now)


def _columns(workshop: Workshop, board: Board, audience: str, language: str) -> tuple[ColumnRows, ...]:
    made: list[ColumnRows] = []
    number = 0
    for column in (*board.columns, None):
        name = column.name[language] if column else NOT_PLACED[language]
        cards = _cards(workshop, board, column, audience, name, number)
        number += len(cards)
        if column or cards:
            made.append(ColumnRows(ICONS.get(column.icon, "") if column else "", name, cards))
    return tuple(made)


def _cards(
    workshop: Workshop, board: Board, column: Column | None, audience: str, name: str, before: int
) -> tuple[CardRow, ...]:
    in_order = visible_in_order(workshop, board.id, column.id if column else None)
    seen = [record(workshop, f"card:{card.id}", audience) for card in in_order]
    return tuple(
        CardRow(number, name, told["text"], told.get("original"), told["starred"])
        for number, told in enumerate((one for one in seen if one is not None), before + 1)
    )
