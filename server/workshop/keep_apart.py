"""The facilitator says that these cards are not the same, whatever their words: nobody suggests it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from server.workshop.fields import CARDS_AT_ONCE, Between, Id
from server.workshop.finding import the_cards
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

MOST_KEPT = 500


@dataclass(frozen=True, slots=True)
class CardsKeptApart(Event):
    name: ClassVar[str] = "cards_kept_apart"

    cards: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, apart=(*workshop.apart, self.cards)[-MOST_KEPT:]), frozenset()


@dataclass(frozen=True, slots=True)
class KeepApart(Command):
    name: ClassVar[str] = "keep_apart"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Annotated[tuple[Id, ...], Between(2, CARDS_AT_ONCE)]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        cards = tuple(sorted(card.id for card in the_cards(workshop, self.cards)))
        if len(cards) < 2:
            raise Refused("no_such_card", field="cards")
        return None if any(set(cards) <= set(kept) for kept in workshop.apart) else CardsKeptApart(cards)
