"""Cards leave their group and lie by themselves, right behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop import rank
from server.workshop.fields import Cards
from server.workshop.finding import the_cards
from server.workshop.laying import Laid, behind, lay, together
from server.workshop.places import group_of, items
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsUngrouped(Event):
    name: ClassVar[str] = "cards_ungrouped"
    undoable: ClassVar[bool] = True

    column: str | None
    cards: Laid

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return lay(workshop, self.cards, self.column)


@dataclass(frozen=True, slots=True)
class UngroupCards(Command):
    name: ClassVar[str] = "ungroup_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        grouped = [(card, group_of(workshop, card)) for card in the_cards(workshop, self.cards)]
        group = next((group for _, group in grouped if group), None)
        if group is None:
            return None
        # Cards of one column at a time: people take out what they see side by side.
        leaving = [card for card, its in grouped if its and (its.board, its.column) == (group.board, group.column)]
        ids = [card.id for card in together(workshop, leaving)]
        others = [one for one in items(workshop, group.board, group.column) if one.id not in ids]
        places = rank.row(*behind(others, group.id), ids)
        return CardsUngrouped(group.column, tuple(zip(ids, places, strict=True)))
