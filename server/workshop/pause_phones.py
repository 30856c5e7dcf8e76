"""All phones rest: what is typed stays there, and nothing arrives until they go on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class PhonesPaused(Event):
    name: ClassVar[str] = "phones_paused"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, paused=True), frozenset({"workshop"})


@dataclass(frozen=True, slots=True)
class PausePhones(Command):
    name: ClassVar[str] = "pause_phones"
    roles: ClassVar[frozenset[str]] = SORTERS

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return None if workshop.paused else PhonesPaused()
