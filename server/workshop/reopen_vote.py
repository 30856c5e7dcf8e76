"""People may change their ballots again; what was told is hidden again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.counting import running
from server.workshop.fields import Id
from server.workshop.finding import the_vote
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp
from server.workshop.vote import OPEN


@dataclass(frozen=True, slots=True)
class VoteReopened(Event):
    name: ClassVar[str] = "vote_reopened"

    vote: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        after = workshop.with_vote(replace(workshop.votes[self.vote], status=OPEN))
        return after, frozenset({f"vote:{self.vote}"})


@dataclass(frozen=True, slots=True)
class ReopenVote(Command):
    name: ClassVar[str] = "reopen_vote"
    roles: ClassVar[frozenset[str]] = SORTERS

    vote: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        vote = the_vote(workshop, self.vote)
        if vote.status == OPEN:
            return None
        if running(workshop, vote.board):
            raise Refused("vote_running")
        return VoteReopened(vote.id)
