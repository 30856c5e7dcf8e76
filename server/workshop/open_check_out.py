"""People may now say how the day was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.leaving import OPEN
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CheckOutOpened(Event):
    name: ClassVar[str] = "check_out_opened"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, leaving=replace(workshop.leaving, status=OPEN)), frozenset({"check_out"})


@dataclass(frozen=True, slots=True)
class OpenCheckOut(Command):
    name: ClassVar[str] = "open_check_out"
    roles: ClassVar[frozenset[str]] = SORTERS

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return None if workshop.leaving.status == OPEN else CheckOutOpened()
