"""The facilitator changes a board's columns; one that holds cards cannot vanish."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, ClassVar

from server.workshop.add_board import must_differ
from server.workshop.board import Board, Column
from server.workshop.card import Card
from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.places import column_of, groups_of, the_group_now
from server.workshop.refused import Refused
from server.workshop.set_up import Columns
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class ColumnsChanged(Event):
    name: ClassVar[str] = "columns_changed"
    undoable: ClassVar[bool] = True

    board: str
    columns: tuple[dict[str, Any], ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], columns=tuple(Column(**column) for column in self.columns))
        if not board.has_column(board.focus_column):
            board = replace(board, focus_column=None)
        after, touched = _without_gaps(workshop, board)
        return after.with_board(board), touched | {f"{kind}:{board.id}" for kind in ("board", "spotlight", "counts")}


@dataclass(frozen=True, slots=True)
class ChangeColumns(Command):
    name: ClassVar[str] = "change_columns"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    columns: Columns

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        kept = [column.id for column in self.columns]
        must_differ(kept)
        if not used_columns(workshop, board) <= {*kept, None}:
            raise Refused("column_holds_cards", field="columns")
        columns = tuple(asdict(column) for column in self.columns)
        return None if columns == tuple(map(asdict, board.columns)) else ColumnsChanged(board.id, columns)


def used_columns(workshop: Workshop, board: Board) -> set[str | None]:
    """The columns in which a card or a group lies, also one that is not shown."""
    cards = workshop.cards.on(board.id)
    return {column_of(workshop, card) for card in cards} | {group.column for group in groups_of(workshop, board.id)}


def _without_gaps(workshop: Workshop, board: Board) -> tuple[Workshop, Touched]:
    """Nothing falls back to, is proposed for or was merged in a column that is no more."""
    cards = [(card, _mended(workshop, board, card)) for card in workshop.cards.on(board.id)]
    changed = [after for before, after in cards if after != before]
    merged = [
        replace(group, column=now.column if (now := the_group_now(workshop, group.id)) else None)
        for group in workshop.groups.on(board.id)
        if not board.has_column(group.column)
    ]
    after = workshop.with_cards(*changed).with_groups(*merged) if changed or merged else workshop
    return after, frozenset({*(f"card:{card.id}" for card in changed), *(f"group:{group.id}" for group in merged)})


def _mended(workshop: Workshop, board: Board, card: Card) -> Card:
    places = (card.column, column_of(workshop, card))
    column = next((one for one in places if board.has_column(one)), None)
    return replace(card, column=column, proposed=card.proposed if board.has_column(card.proposed) else None)
