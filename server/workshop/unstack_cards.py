"""Cards come out of their stack; a top lets all go that lie beneath it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop import rank
from server.workshop.card import Card
from server.workshop.fields import Cards
from server.workshop.finding import the_cards
from server.workshop.laying import Laid, behind, settled
from server.workshop.places import column_of, group_of, items, members, stacked, top_of
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsUnstacked(Event):
    name: ClassVar[str] = "cards_unstacked"
    undoable: ClassVar[bool] = True

    group: str | None
    column: str | None
    cards: Laid

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        moved = tuple(
            replace(workshop.cards[card], rank=own, group=self.group, column=self.column, under=None)
            for card, own in self.cards
        )
        return settled(workshop, workshop.with_cards(*moved), moved)


@dataclass(frozen=True, slots=True)
class UnstackCards(Command):
    name: ClassVar[str] = "unstack_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        leaving = {one.id: one for card in the_cards(workshop, self.cards) for one in _leaving(workshop, card)}
        if not leaving:
            return None
        top = top_of(workshop, next(iter(leaving.values())))
        ids = [card.id for card in leaving.values() if top_of(workshop, card).id == top.id]
        group, column = group_of(workshop, top), column_of(workshop, top)
        around = members(workshop, group.id) if group else items(workshop, top.board, column)
        places = rank.row(*behind(around, top.id), ids)
        return CardsUnstacked(group.id if group else None, column, tuple(zip(ids, places, strict=True)))


def _leaving(workshop: Workshop, card: Card) -> list[Card]:
    return stacked(workshop, card.id) if top_of(workshop, card).id == card.id else [card]
