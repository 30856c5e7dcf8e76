"""Nobody may say any more how the day was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.leaving import CLOSED
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CheckOutClosed(Event):
    name: ClassVar[str] = "check_out_closed"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, leaving=replace(workshop.leaving, status=CLOSED)), frozenset({"check_out"})


@dataclass(frozen=True, slots=True)
class CloseCheckOut(Command):
    name: ClassVar[str] = "close_check_out"
    roles: ClassVar[frozenset[str]] = SORTERS

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return None if workshop.leaving.status == CLOSED else CheckOutClosed()
