"""True duplicates lie beneath one card and count as many; every wording is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop import rank
from server.workshop.card import Card
from server.workshop.fields import Cards
from server.workshop.finding import the_cards
from server.workshop.laying import Laid, behind, settled, together
from server.workshop.places import column_of, group_of, items, members, stacked, top_of
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsStacked(Event):
    name: ClassVar[str] = "cards_stacked"
    undoable: ClassVar[bool] = True

    top: str
    cards: Laid

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        top = workshop.cards[self.top]
        group = group_of(workshop, top)
        # Without its top a card falls back to where the stack lies.
        where = replace(top, group=group.id if group else None, column=column_of(workshop, top))
        moved = tuple(
            replace(workshop.cards[card], under=top.id, group=where.group, column=where.column, rank=own)
            for card, own in self.cards
        )
        freed = replace(top, under=None)
        return settled(workshop, workshop.with_cards(freed, *moved), (freed, *moved))


@dataclass(frozen=True, slots=True)
class StackCards(Command):
    name: ClassVar[str] = "stack_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        found = [card for card in the_cards(workshop, self.cards) if card.parent is None]
        if not found:
            raise Refused("no_such_card", field="cards")
        top = top_of(workshop, found[0])
        if top.parked or top.late:
            raise Refused("not_shown", field="cards")
        beneath = stacked(workshop, top.id)
        known = {top.id, *(card.id for card in beneath)}
        coming = together(workshop, (card for card in found if card.board == top.board))
        ids = [card.id for card in coming if card.id not in known]
        if not ids:
            return None
        low = beneath[-1].rank if beneath else top.rank
        return CardsStacked(top.id, tuple(zip(ids, rank.row(low, _next(workshop, top, low), ids), strict=True)))


def _next(workshop: Workshop, top: Card, low: str) -> str | None:
    """The first rank after the stack, so that nobody jumps when it is taken apart."""
    group = group_of(workshop, top)
    around = members(workshop, group.id) if group else items(workshop, top.board, column_of(workshop, top))
    after = behind(around, top.id)[1]
    return after if after is None or after > low else None
