"""The facilitator lets no more people in; those who are in stay in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class JoiningStopped(Event):
    name: ClassVar[str] = "joining_stopped"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, joining=False), frozenset({"workshop"})


@dataclass(frozen=True, slots=True)
class StopJoining(Command):
    name: ClassVar[str] = "stop_joining"
    roles: ClassVar[frozenset[str]] = SORTERS

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return JoiningStopped() if workshop.joining else None
