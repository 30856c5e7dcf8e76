"""The facilitator starts the countdown; it tells people the time and stops nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, ClassVar

from server.workshop.board import Timer
from server.workshop.clock import iso
from server.workshop.fields import Between, Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

TWO_HOURS = 7_200


@dataclass(frozen=True, slots=True)
class TimerStarted(Event):
    name: ClassVar[str] = "timer_started"

    board: str
    ends_at: str
    seconds: int

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], timer=Timer(self.ends_at, self.seconds))
        return workshop.with_board(board), frozenset({f"board:{self.board}"})


@dataclass(frozen=True, slots=True)
class StartTimer(Command):
    name: ClassVar[str] = "start_timer"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    seconds: Annotated[int, Between(5, TWO_HOURS)]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        return TimerStarted(board.id, iso(asked.now + timedelta(seconds=self.seconds)), self.seconds)
