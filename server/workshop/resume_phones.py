"""The phones go on where they were; what waited in them is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class PhonesResumed(Event):
    name: ClassVar[str] = "phones_resumed"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, paused=False, back_at=None), frozenset({"workshop"})


@dataclass(frozen=True, slots=True)
class ResumePhones(Command):
    name: ClassVar[str] = "resume_phones"
    roles: ClassVar[frozenset[str]] = SORTERS

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return PhonesResumed() if workshop.paused else None
