"""From the state to the view of documents, through the one rule of who sees what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from server.export.options import Options
from server.export.workshop_view import ICONS, BoardView, CardView, ColumnView, Counts, People, WorkshopView
from server.thai import in_bangkok
from server.workshop import Refused, Workshop
from server.workshop.clock import moment
from server.workshop.state import SHOWN_PHASES, Board, Card, Column
from server.workshop.views import FACILITATOR, INBOX, record

NOT_PLACED = {"th": "ยังไม่จัดกลุ่ม", "en": "Not placed yet"}


def workshop_view(workshop: Workshop, audience: str, options: Options, now: datetime) -> WorkshopView:
    """What this audience may take home; raises Refused."""
    boards = [workshop.boards[name] for name in _names(workshop, options.board)]
    seen = [board for board in boards if record(workshop, f"board:{board.id}", audience)]
    if not seen:
        raise Refused("forbidden")
    days = [moment(board.finished_at) for board in seen if board.finished_at]
    return WorkshopView(
        title=workshop.title,
        language=options.language,
        day=in_bangkok(max(days, default=now)),
        fiscal_year=workshop.fiscal_year,
        people=People(workshop.joined),
        boards=tuple(_board(workshop, board, audience, options, now) for board in seen),
        rehearsal=workshop.rehearsal_of is not None,
    )


def _names(workshop: Workshop, board: str | None) -> tuple[str, ...]:
    if board is None:
        return workshop.order
    if board not in workshop.boards:
        raise Refused("no_such_board", field="board")
    return (board,)


def _board(workshop: Workshop, board: Board, audience: str, options: Options, now: datetime) -> BoardView:
    columns = tuple(_columns(workshop, board, audience, options.language))
    return BoardView(
        id=board.id,
        title="",
        question=board.question,
        phase=board.phase,
        day=_day(board, now),
        columns=columns,
        counts=_counts(workshop, board, audience, columns),
        parked=tuple(_parked(workshop, board, audience)) if options.parked else (),
    )


def _day(board: Board, now: datetime) -> date:
    return in_bangkok(moment(board.finished_at) if board.finished_at else now)


def _counts(workshop: Workshop, board: Board, audience: str, columns: tuple[ColumnView, ...]) -> Counts:
    told = record(workshop, f"counts:{board.id}", audience) or {}
    return Counts(
        cards=sum(column.count for column in columns),
        groups=sum(len(column.groups) for column in columns),
        senders=told.get("senders", 0),
    )


def _columns(workshop: Workshop, board: Board, audience: str, language: str) -> Iterator[ColumnView]:
    mine = (card for card in workshop.cards.values() if card.board == board.id)
    in_order = sorted(mine, key=lambda card: (card.rank, card.id))
    number = 0
    for column in (*board.columns, None):
        there = [card for card in in_order if card.column == (column.id if column else None)]
        items = tuple(_cards(workshop, there, audience, number))
        number += len(items)
        if column or items:
            yield _column(column, items, language)


def _column(column: Column | None, items: tuple[CardView, ...], language: str) -> ColumnView:
    if column is None:
        return ColumnView(None, "", "", NOT_PLACED[language], "", items)
    icon = ICONS.get(column.icon, "")
    return ColumnView(column.id, icon, column.colour, column.name[language], column.hint[language], items)


def _cards(workshop: Workshop, cards: list[Card], audience: str, before: int) -> Iterator[CardView]:
    seen = (record(workshop, f"card:{card.id}", audience) for card in cards if workshop.visible(card))
    for number, told in enumerate((one for one in seen if one is not None), before + 1):
        yield CardView(number, told["text"], told.get("original"), told["starred"], id=told["id"])


def _parked(workshop: Workshop, board: Board, audience: str) -> Iterator[CardView]:
    """Parked cards lie in the inbox: only who sorts may take them, and only once cards are shown."""
    if audience not in (FACILITATOR, INBOX) or board.phase not in SHOWN_PHASES:
        return
    parked = [card for card in workshop.cards.values() if card.board == board.id and card.parked and not card.late]
    for number, card in enumerate(sorted(parked, key=lambda card: (card.rank, card.id)), 1):
        told = record(workshop, f"card:{card.id}", INBOX)
        if told is not None:
            yield CardView(number, told["text"], told.get("original"), told["starred"], id=told["id"])
