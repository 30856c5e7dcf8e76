"""A phone comes in: the server asks for it once the join code was right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class ParticipantJoined(Event):
    name: ClassVar[str] = "participant_joined"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        people = workshop.participants | {stamp.actor}
        # Counted, not measured: once a locked workshop has forgotten its authors they all look alike.
        return replace(workshop, participants=people, joined=workshop.joined + 1), frozenset({"people"})


@dataclass(frozen=True, slots=True)
class JoinWorkshop(Command):
    name: ClassVar[str] = "join_workshop"
    roles: ClassVar[frozenset[str]] = SENDERS
    by_server: ClassVar[bool] = True

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        if asked.actor in workshop.participants:
            return None
        if not workshop.joining:
            raise Refused("joining_stopped")
        return ParticipantJoined()
