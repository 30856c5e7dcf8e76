"""The facilitator takes a board without cards from the agenda."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.agenda import must_be_empty, must_not_be_open, step_records
from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class BoardRemoved(Event):
    name: ClassVar[str] = "board_removed"
    undoable: ClassVar[bool] = True

    board: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        order = tuple(one for one in workshop.order if one != self.board)
        return replace(workshop.without_board(self.board), order=order), step_records(self.board)


@dataclass(frozen=True, slots=True)
class RemoveBoard(Command):
    name: ClassVar[str] = "remove_board"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        must_not_be_open(workshop, board.id)
        must_be_empty(workshop, board.id)
        return BoardRemoved(board.id)
