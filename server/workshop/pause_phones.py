"""All phones rest: what is typed stays there, nothing arrives until they go on. With minutes the room has a break."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, ClassVar

from server.workshop.clock import iso
from server.workshop.fields import Between
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

LONGEST_BREAK = 180


@dataclass(frozen=True, slots=True)
class PhonesPaused(Event):
    name: ClassVar[str] = "phones_paused"
    version: ClassVar[int] = 2

    # When the room goes on, told by every screen; None: nobody has said.
    back_at: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, paused=True, back_at=self.back_at), frozenset({"workshop"})


@dataclass(frozen=True, slots=True)
class PausePhones(Command):
    """Asked again with minutes, a break begins or lasts so long from now."""

    name: ClassVar[str] = "pause_phones"
    roles: ClassVar[frozenset[str]] = SORTERS

    minutes: Annotated[int, Between(1, LONGEST_BREAK)] | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        if self.minutes is None:
            return None if workshop.paused else PhonesPaused(None)
        return PhonesPaused(iso(asked.now + timedelta(minutes=self.minutes)))
