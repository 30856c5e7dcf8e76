"""The facilitator turns every projected screen to a page of the board."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from server.workshop.fields import Between, Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class PageTurned(Event):
    name: ClassVar[str] = "page_turned"

    board: str
    page: int

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], page=self.page)
        return workshop.with_board(board), frozenset({f"spotlight:{self.board}"})


@dataclass(frozen=True, slots=True)
class TurnPage(Command):
    name: ClassVar[str] = "turn_page"
    roles: ClassVar[frozenset[str]] = SORTERS
    when_locked: ClassVar[bool] = True

    board: Slug
    page: Annotated[int, Between(0, 999)]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        return None if board.page == self.page else PageTurned(board.id, self.page)
