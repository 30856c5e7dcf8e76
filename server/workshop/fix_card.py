"""The facilitator corrects a card's wording; the writer's own words are kept beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import CardText, Id
from server.workshop.finding import the_card
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardFixed(Event):
    name: ClassVar[str] = "card_fixed"
    undoable: ClassVar[bool] = True
    words: ClassVar[tuple[str, ...]] = ("text",)

    card: str
    text: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        card = workshop.cards[self.card]
        written = card.text if card.original is None else card.original
        fixed = replace(card, text=self.text or "", original=None if self.text == written else written)
        return workshop.with_cards(fixed), touched_cards((fixed,))


@dataclass(frozen=True, slots=True)
class FixCard(Command):
    name: ClassVar[str] = "fix_card"
    roles: ClassVar[frozenset[str]] = SORTERS

    card: Id
    text: CardText

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        card = the_card(workshop, self.card)
        return None if card.text == self.text else CardFixed(card.id, self.text)
