"""The facilitator takes a star away again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Cards
from server.workshop.finding import the_cards
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsUnstarred(Event):
    name: ClassVar[str] = "cards_unstarred"
    undoable: ClassVar[bool] = True

    cards: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        cards = tuple(replace(workshop.cards[id_], starred=False) for id_ in self.cards)
        return workshop.with_cards(*cards), touched_cards(cards)


@dataclass(frozen=True, slots=True)
class UnstarCards(Command):
    name: ClassVar[str] = "unstar_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        cards = tuple(card.id for card in the_cards(workshop, self.cards) if card.starred)
        return CardsUnstarred(cards) if cards else None
