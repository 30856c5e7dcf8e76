"""The facilitator takes a board that was passed over back into the agenda."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class BoardUnskipped(Event):
    name: ClassVar[str] = "board_unskipped"
    undoable: ClassVar[bool] = True

    board: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], skipped=False)
        return workshop.with_board(board), frozenset({"agenda", f"board:{board.id}"})


@dataclass(frozen=True, slots=True)
class UnskipBoard(Command):
    name: ClassVar[str] = "unskip_board"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        return BoardUnskipped(board.id) if board.skipped else None
