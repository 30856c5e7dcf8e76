"""The facilitator brings parked cards back to where they were; the room sees them if it is looking."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Cards
from server.workshop.finding import the_cards
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsBroughtBack(Event):
    name: ClassVar[str] = "cards_brought_back"
    undoable: ClassVar[bool] = True

    cards: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        cards = [workshop.cards[id_] for id_ in self.cards]
        back = tuple(workshop.as_seen(replace(card, parked=False)) for card in cards)
        return workshop.with_cards(*back), touched_cards(back)


@dataclass(frozen=True, slots=True)
class BringBackCards(Command):
    name: ClassVar[str] = "bring_back_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        cards = tuple(card.id for card in the_cards(workshop, self.cards) if card.parked)
        return CardsBroughtBack(cards) if cards else None
