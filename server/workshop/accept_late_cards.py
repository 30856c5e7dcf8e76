"""The facilitator takes in cards that arrived after intake had stopped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Cards
from server.workshop.finding import the_cards
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class LateCardsAccepted(Event):
    name: ClassVar[str] = "late_cards_accepted"
    undoable: ClassVar[bool] = True

    cards: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        cards = [workshop.cards[id_] for id_ in self.cards]
        accepted = tuple(workshop.as_seen(replace(card, late=False)) for card in cards)
        return workshop.with_cards(*accepted), touched_cards(accepted)


@dataclass(frozen=True, slots=True)
class AcceptLateCards(Command):
    name: ClassVar[str] = "accept_late_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        cards = tuple(card.id for card in the_cards(workshop, self.cards) if card.late)
        return LateCardsAccepted(cards) if cards else None
