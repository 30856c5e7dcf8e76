"""Somebody who sorts takes one certain card, or says that they still have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop.clock import moment
from server.workshop.fields import Id
from server.workshop.finding import the_card, waits
from server.workshop.holding import held, take
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

# A hand that says it again sooner says nothing new.
FRESH_SECONDS = 20


@dataclass(frozen=True, slots=True)
class CardHeld(Event):
    name: ClassVar[str] = "card_held"

    card: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return take(workshop, stamp.actor, workshop.cards[self.card].id, stamp.at)


@dataclass(frozen=True, slots=True)
class HoldCard(Command):
    name: ClassVar[str] = "hold_card"
    roles: ClassVar[frozenset[str]] = SORTERS

    card: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        card = the_card(workshop, self.card)
        if not workshop.visible(card):
            raise Refused("not_shown", field="card")
        if not waits(workshop, card.board, card.id):
            raise Refused("changed_since", field="card")
        if card.id in held(workshop, but=asked.actor, now=asked.now):
            raise Refused("held", field="card")
        mine = workshop.holds.get(asked.actor)
        if mine and mine.card == card.id and (asked.now - moment(mine.at)).total_seconds() < FRESH_SECONDS:
            return None
        return CardHeld(card.id)
