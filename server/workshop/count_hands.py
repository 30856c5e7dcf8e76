"""The facilitator notes how many raised their hands for something: people without phones, kept apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from server.workshop.counting import hands, item_now, votable
from server.workshop.fields import Between, Id, Mark
from server.workshop.finding import the_vote
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

MOST_HANDS = 2_000


@dataclass(frozen=True, slots=True)
class HandsCounted(Event):
    name: ClassVar[str] = "hands_counted"

    vote: str
    item: str
    hands: int

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        vote = workshop.votes[self.vote]
        # One number for what the item is now: hands on groups that were merged into it are counted with it.
        others = {item: one for item, one in vote.hands.items() if item_now(workshop, vote, item) != self.item}
        after = workshop.with_vote(replace(vote, hands={**others, self.item: self.hands}))
        return after, frozenset({f"vote:{self.vote}"})


@dataclass(frozen=True, slots=True)
class CountHands(Command):
    name: ClassVar[str] = "count_hands"
    roles: ClassVar[frozenset[str]] = SORTERS

    vote: Id
    item: Mark
    hands: Annotated[int, Between(0, MOST_HANDS)]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        vote = the_vote(workshop, self.vote)
        item = item_now(workshop, vote, self.item)
        if item is None or item not in votable(workshop, vote):
            raise Refused("no_such_card", field="item")
        if hands(workshop, vote).get(item, 0) == self.hands:
            return None
        return HandsCounted(vote.id, item, self.hands)
