"""A participant gives their whole ballot; the newest one counts until the vote is closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar

from server.workshop.counting import item_now, votable
from server.workshop.fields import Between, Id
from server.workshop.finding import the_vote
from server.workshop.open_vote import Votes
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp
from server.workshop.vote import OPEN, Vote

Ballot = Annotated[dict[Id, Votes], Between(0, 40)]


@dataclass(frozen=True, slots=True)
class BallotCast(Event):
    name: ClassVar[str] = "ballot_cast"
    cut: ClassVar[Mapping[str, Any]] = {"marks": {}}

    vote: str
    marks: dict[str, int]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        vote = workshop.votes[self.vote]
        ballots = {voter: marks for voter, marks in vote.ballots.items() if voter != stamp.actor}
        if self.marks:
            ballots[stamp.actor] = dict(self.marks)
        after = workshop.with_vote(replace(vote, ballots=ballots))
        return after, frozenset({f"vote:{self.vote}", f"ballot:{self.vote}:{stamp.actor}"})


@dataclass(frozen=True, slots=True)
class CastBallot(Command):
    name: ClassVar[str] = "cast_ballot"
    roles: ClassVar[frozenset[str]] = SENDERS

    vote: Id
    marks: Ballot

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        vote = the_vote(workshop, self.vote)
        if vote.status != OPEN:
            raise Refused("vote_closed")
        must_keep_to_limits(workshop, vote, self.marks)
        if vote.ballots.get(asked.actor, {}) == self.marks:
            return None
        return BallotCast(vote.id, dict(self.marks))


def must_keep_to_limits(workshop: Workshop, vote: Vote, marks: Mapping[str, int]) -> None:
    """Refuse more votes than a person has; what was merged meanwhile is not the voter's fault and counts less."""
    if sum(marks.values()) > vote.each:
        raise Refused("too_many_votes", field="marks", limit=vote.each)
    if any(number > vote.most_on_one for number in marks.values()):
        raise Refused("too_many_on_one", field="marks", limit=vote.most_on_one)
    places = votable(workshop, vote)
    spent: Counter[str] = Counter()
    for item, number in marks.items():
        now = item_now(workshop, vote, item)
        if item not in workshop.cards and item not in workshop.groups:
            raise Refused("no_such_card", field="marks")
        if now is not None and now in places:
            spent[places[now]] += number
    for column, budget in vote.budgets.items():
        if spent[column] > budget:
            raise Refused("too_many_votes", field="marks", limit=budget)
