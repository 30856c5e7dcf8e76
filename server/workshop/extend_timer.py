"""The facilitator gives the room more time, counted from now when the time was already up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, ClassVar

from server.workshop.board import Timer
from server.workshop.clock import iso, moment
from server.workshop.fields import Between, Slug
from server.workshop.finding import the_board
from server.workshop.start_timer import TWO_HOURS
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class TimerExtended(Event):
    name: ClassVar[str] = "timer_extended"

    board: str
    ends_at: str
    seconds: int

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], timer=Timer(self.ends_at, self.seconds))
        return workshop.with_board(board), frozenset({f"board:{self.board}"})


@dataclass(frozen=True, slots=True)
class ExtendTimer(Command):
    name: ClassVar[str] = "extend_timer"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    seconds: Annotated[int, Between(5, TWO_HOURS)] = 60

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        timer = the_board(workshop, self.board).timer
        running = timer is not None and moment(timer.ends_at) > asked.now
        start = moment(timer.ends_at) if timer is not None and running else asked.now
        seconds = (timer.seconds if timer is not None and running else 0) + self.seconds
        return TimerExtended(self.board, iso(start + timedelta(seconds=self.seconds)), seconds)
