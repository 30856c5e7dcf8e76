"""The facilitator shows one card or one column large, or the whole board again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Id, Slug
from server.workshop.finding import a_column, the_board, the_card
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class Focused(Event):
    name: ClassVar[str] = "focused"

    board: str
    card: str | None
    column: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], focus_card=self.card, focus_column=self.column, page=0)
        return workshop.with_board(board), frozenset({f"spotlight:{self.board}"})


@dataclass(frozen=True, slots=True)
class Focus(Command):
    name: ClassVar[str] = "focus"
    roles: ClassVar[frozenset[str]] = SORTERS
    when_locked: ClassVar[bool] = True

    board: Slug
    card: Id | None = None
    column: Slug | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        a_column(board, self.column)
        if self.card is not None and not workshop.visible(the_card(workshop, self.card)):
            raise Refused("not_shown", field="card")
        column = None if self.card else self.column
        if (board.focus_card, board.focus_column) == (self.card, column):
            return None
        return Focused(board.id, self.card, column)
