"""The facilitator parks cards: hidden from the room, not deleted; a stack goes along with its top."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Cards
from server.workshop.finding import the_cards
from server.workshop.places import stacked
from server.workshop.reading import go_on, put_down
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsParked(Event):
    name: ClassVar[str] = "cards_parked"
    undoable: ClassVar[bool] = True

    cards: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        parked = tuple(replace(workshop.cards[id_], parked=True) for id_ in self.cards)
        after, touched = workshop.with_cards(*parked), touched_cards(parked)
        for board in {card.board for card in parked}:
            after, more = go_on(workshop, after, board)
            after, hidden = put_down(after, board)
            touched |= more | hidden
        return after, touched


@dataclass(frozen=True, slots=True)
class ParkCards(Command):
    name: ClassVar[str] = "park_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        found = (one for card in the_cards(workshop, self.cards) for one in (card, *stacked(workshop, card.id)))
        cards = tuple(dict.fromkeys(card.id for card in found if not card.parked))
        return CardsParked(cards) if cards else None
