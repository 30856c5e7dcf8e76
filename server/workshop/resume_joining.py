"""The facilitator lets people in again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class JoiningResumed(Event):
    name: ClassVar[str] = "joining_resumed"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, joining=True), frozenset({"workshop"})


@dataclass(frozen=True, slots=True)
class ResumeJoining(Command):
    name: ClassVar[str] = "resume_joining"
    roles: ClassVar[frozenset[str]] = SORTERS

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return None if workshop.joining else JoiningResumed()
