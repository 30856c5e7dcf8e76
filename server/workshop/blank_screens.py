"""The facilitator rests every projected screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class ScreensBlanked(Event):
    name: ClassVar[str] = "screens_blanked"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, blank=True), frozenset({"workshop"})


@dataclass(frozen=True, slots=True)
class BlankScreens(Command):
    name: ClassVar[str] = "blank_screens"
    roles: ClassVar[frozenset[str]] = SORTERS
    when_locked: ClassVar[bool] = True

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return None if workshop.blank else ScreensBlanked()
