"""The facilitator brings the projected screens back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class ScreensUnblanked(Event):
    name: ClassVar[str] = "screens_unblanked"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, blank=False), frozenset({"workshop"})


@dataclass(frozen=True, slots=True)
class UnblankScreens(Command):
    name: ClassVar[str] = "unblank_screens"
    roles: ClassVar[frozenset[str]] = SORTERS
    when_locked: ClassVar[bool] = True

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return ScreensUnblanked() if workshop.blank else None
