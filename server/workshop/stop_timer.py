"""The facilitator takes the countdown off the screens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class TimerStopped(Event):
    name: ClassVar[str] = "timer_stopped"

    board: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], timer=None)
        return workshop.with_board(board), frozenset({f"board:{self.board}"})


@dataclass(frozen=True, slots=True)
class StopTimer(Command):
    name: ClassVar[str] = "stop_timer"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        return None if board.timer is None else TimerStopped(board.id)
