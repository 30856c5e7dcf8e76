"""The facilitator chooses what every projected screen shows in place of the board's pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from server.workshop.board import Board
from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class ViewShown(Event):
    name: ClassVar[str] = "view_shown"

    board: str
    view: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = whole(workshop.boards[self.board], self.view)
        return workshop.with_board(board), frozenset({f"spotlight:{self.board}"})


def whole(board: Board, view: str = "board") -> Board:
    """Nothing of the board is large any more, and this is what is shown of it."""
    return replace(board, view=view, focus_card=None, focus_column=None, focus_group=None, page=0)


@dataclass(frozen=True, slots=True)
class ShowView(Command):
    name: ClassVar[str] = "show_view"
    roles: ClassVar[frozenset[str]] = SORTERS
    when_locked: ClassVar[bool] = True

    board: Slug
    view: Literal["board", "overview", "qr", "votes", "check_out", "frame", "thanks"]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        if replace(board, page=0) == whole(board, self.view):
            return None
        return ViewShown(board.id, self.view)
