"""A card was explained to the room: whoever asked about it asks no more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Id
from server.workshop.finding import the_card
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardAnswered(Event):
    name: ClassVar[str] = "card_answered"

    card: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        left = {card: people for card, people in workshop.asked.items() if card != self.card}
        told = {f"me:{one}" for one in workshop.asked.get(self.card, ())}
        return replace(workshop, asked=left), frozenset({f"card:{self.card}", *told})


@dataclass(frozen=True, slots=True)
class AnswerCard(Command):
    name: ClassVar[str] = "answer_card"
    roles: ClassVar[frozenset[str]] = SORTERS

    card: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        card = the_card(workshop, self.card)
        return CardAnswered(card.id) if workshop.asked.get(card.id) else None
