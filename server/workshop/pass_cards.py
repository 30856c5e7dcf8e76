"""Somebody has read these cards: the room may see them, now or when cards are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Cards
from server.workshop.finding import the_cards
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsPassed(Event):
    name: ClassVar[str] = "cards_passed"
    undoable: ClassVar[bool] = True

    cards: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        passed = [replace(workshop.cards[id_], passed=True) for id_ in self.cards]
        cards = tuple(workshop.as_seen(card) for card in passed)
        return workshop.with_cards(*cards), touched_cards(cards)


@dataclass(frozen=True, slots=True)
class PassCards(Command):
    name: ClassVar[str] = "pass_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        cards = tuple(card.id for card in the_cards(workshop, self.cards) if not card.passed)
        return CardsPassed(cards) if cards else None
