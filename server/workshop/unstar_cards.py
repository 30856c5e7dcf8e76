"""The facilitator takes a star away again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop.fields import Cards
from server.workshop.stars import those_starred, with_stars
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsUnstarred(Event):
    name: ClassVar[str] = "cards_unstarred"
    undoable: ClassVar[bool] = True

    cards: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return with_stars(workshop, self.cards, starred=False)


@dataclass(frozen=True, slots=True)
class UnstarCards(Command):
    name: ClassVar[str] = "unstar_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        cards = those_starred(workshop, self.cards, starred=True)
        return CardsUnstarred(cards) if cards else None
