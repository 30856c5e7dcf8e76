"""A participant has understood: they ask about this card no more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Id
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class Unasked(Event):
    name: ClassVar[str] = "unasked"

    card: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        asking = workshop.asked.get(self.card, frozenset()) - {stamp.actor}
        after = replace(workshop, asked={**workshop.asked, self.card: asking})
        return after, frozenset({f"card:{self.card}", f"me:{stamp.actor}"})


@dataclass(frozen=True, slots=True)
class Unask(Command):
    name: ClassVar[str] = "unask"
    roles: ClassVar[frozenset[str]] = SENDERS

    card: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return Unasked(self.card) if asked.actor in workshop.asked.get(self.card, ()) else None
