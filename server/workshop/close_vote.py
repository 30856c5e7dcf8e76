"""Nobody may change their ballot any more; nothing is told yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Id
from server.workshop.finding import the_vote
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp
from server.workshop.vote import CLOSED, OPEN


@dataclass(frozen=True, slots=True)
class VoteClosed(Event):
    name: ClassVar[str] = "vote_closed"

    vote: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        after = workshop.with_vote(replace(workshop.votes[self.vote], status=CLOSED))
        return after, frozenset({f"vote:{self.vote}"})


@dataclass(frozen=True, slots=True)
class CloseVote(Command):
    name: ClassVar[str] = "close_vote"
    roles: ClassVar[frozenset[str]] = SORTERS

    vote: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        vote = the_vote(workshop, self.vote)
        return VoteClosed(vote.id) if vote.status == OPEN else None
