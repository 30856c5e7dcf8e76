"""The facilitator decides how long the workshop is kept before it is deleted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

from server.workshop.fields import Date
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import OWNER, Asked, Command, Event, Stamp

MOST_DAYS = 730


@dataclass(frozen=True, slots=True)
class KeptUntil(Event):
    name: ClassVar[str] = "kept_until"

    until: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, expires_on=self.until), frozenset({"workshop"})


@dataclass(frozen=True, slots=True)
class KeepUntil(Command):
    name: ClassVar[str] = "keep_until"
    roles: ClassVar[frozenset[str]] = OWNER
    when_locked: ClassVar[bool] = True

    until: Date

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        today = asked.now.date()
        if not today < _day(self.until) <= today + timedelta(days=MOST_DAYS):
            raise Refused("malformed", field="until")
        return None if workshop.expires_on == self.until else KeptUntil(self.until)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("malformed", field="until") from None
