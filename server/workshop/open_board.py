"""The facilitator moves the room to another board; the one it leaves stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.agenda import records_of
from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class BoardOpened(Event):
    name: ClassVar[str] = "board_opened"

    board: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        left, opened = workshop.boards[workshop.active], workshop.boards[self.board]
        # A countdown belongs to the board people look at.
        left = replace(left, ended_at=stamp.at, timer=None)
        opened = replace(opened, started_at=opened.started_at or stamp.at, ended_at=None, skipped=False)
        after = replace(workshop.with_board(left).with_board(opened), active=opened.id)
        return after, records_of(workshop, left.id) | records_of(workshop, opened.id)


@dataclass(frozen=True, slots=True)
class OpenBoard(Command):
    name: ClassVar[str] = "open_board"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        return None if board.id == workshop.active else BoardOpened(board.id)
