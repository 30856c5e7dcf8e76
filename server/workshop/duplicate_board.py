"""The facilitator adds a board set up as another one is, right behind it and without its cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop.add_board import BoardAdded, must_have_room
from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.set_up import a_board_id, as_set_up
from server.workshop.state import Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event


@dataclass(frozen=True, slots=True)
class DuplicateBoard(Command):
    name: ClassVar[str] = "duplicate_board"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        must_have_room(workshop)
        following = workshop.order[workshop.order.index(board.id) + 1 :]
        return BoardAdded({**as_set_up(board), "id": a_board_id(asked.id)}, following[0] if following else None)
