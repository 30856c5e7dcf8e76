"""A participant gives their whole ballot; the newest one counts until the vote is closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar

from server.workshop.counting import item_now, votable
from server.workshop.fields import Between, Id, Mark
from server.workshop.finding import a_column, the_vote
from server.workshop.open_vote import Votes
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp
from server.workshop.vote import MOST_PLACED, OPEN, PLACING, Marks, Vote, column_of, item_of

Ballot = Annotated[dict[Mark, Votes], Between(0, MOST_PLACED)]


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
        if vote.on == PLACING:
            must_place_once(workshop, vote, self.marks)
        else:
            must_keep_to_limits(workshop, vote, self.marks)
        if vote.ballots.get(asked.actor, {}) == self.marks:
            return None
        return BallotCast(vote.id, dict(self.marks))


def must_keep_to_limits(workshop: Workshop, vote: Vote, marks: Marks) -> None:
    """Refuse more votes than a person has; what was merged meanwhile is not the voter's fault and counts less."""
    if sum(marks.values()) > vote.each:
        raise Refused("too_many_votes", field="marks", limit=vote.each)
    if any(number > vote.most_on_one for number in marks.values()):
        raise Refused("too_many_on_one", field="marks", limit=vote.most_on_one)
    places = votable(workshop, vote)
    spent: Counter[str] = Counter()
    for item, number in marks.items():
        must_be_known(workshop, item)
        now = item_now(workshop, vote, item)
        if now is not None and now in places:
            spent[places[now]] += number
    for column, budget in vote.budgets.items():
        if spent[column] > budget:
            raise Refused("too_many_votes", field="marks", limit=budget)


def must_place_once(workshop: Workshop, vote: Vote, marks: Marks) -> None:
    """Refuse an item in two columns, or in one that the board does not have."""
    board = workshop.boards[vote.board]
    for mark, number in marks.items():
        must_be_known(workshop, item_of(mark))
        a_column(board, column_of(mark))
        if number > 1:
            raise Refused("too_many_on_one", field="marks", limit=1)
    if len({item_of(mark) for mark in marks}) < len(marks):
        raise Refused("too_many_on_one", field="marks", limit=1)


def must_be_known(workshop: Workshop, item: str) -> None:
    if item not in workshop.cards and item not in workshop.groups:
        raise Refused("no_such_card", field="marks")
