"""The facilitator marks what was concluded with a star: cards and whole groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop.fields import Cards
from server.workshop.stars import those_starred, with_stars
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsStarred(Event):
    name: ClassVar[str] = "cards_starred"
    undoable: ClassVar[bool] = True

    cards: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return with_stars(workshop, self.cards, starred=True)


@dataclass(frozen=True, slots=True)
class StarCards(Command):
    name: ClassVar[str] = "star_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        cards = those_starred(workshop, self.cards, starred=False)
        return CardsStarred(cards) if cards else None
