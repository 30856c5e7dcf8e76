"""The facilitator passes over a board of the agenda; it stays where it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.agenda import must_not_be_open
from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class BoardSkipped(Event):
    name: ClassVar[str] = "board_skipped"
    undoable: ClassVar[bool] = True

    board: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], skipped=True)
        return workshop.with_board(board), frozenset({"agenda", f"board:{board.id}"})


@dataclass(frozen=True, slots=True)
class SkipBoard(Command):
    name: ClassVar[str] = "skip_board"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        must_not_be_open(workshop, board.id)
        return None if board.skipped else BoardSkipped(board.id)
