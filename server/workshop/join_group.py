"""Cards join a group, or take another place inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop import rank
from server.workshop.card import Card
from server.workshop.fields import Cards, Id
from server.workshop.finding import the_cards, the_group
from server.workshop.group import Group
from server.workshop.laying import Laid, between, gap, lay, together
from server.workshop.places import members, top_of
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsGrouped(Event):
    name: ClassVar[str] = "cards_grouped"
    undoable: ClassVar[bool] = True

    group: str
    cards: Laid

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        after, touched = lay(workshop, self.cards, workshop.groups[self.group].column, self.group)
        return after, touched | {f"group:{self.group}"}


@dataclass(frozen=True, slots=True)
class JoinGroup(Command):
    name: ClassVar[str] = "join_group"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards
    group: Id
    before: Id | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        group = the_group(workshop, self.group)
        cards = together(workshop, (card for card in the_cards(workshop, self.cards) if card.board == group.board))
        if not cards:
            raise Refused("no_such_card", field="cards")
        ids = [card.id for card in cards]
        low, high = gap([card for card in members(workshop, group.id) if card.id not in ids], self._before(workshop))
        if _lie_there(workshop, group, cards) and between([card.rank for card in cards], low, high):
            return None
        places = rank.row(low, high, ids)
        return CardsGrouped(group.id, tuple(zip(ids, places, strict=True)))

    def _before(self, workshop: Workshop) -> str | None:
        card = workshop.cards.get(self.before) if self.before else None
        return top_of(workshop, card).id if card else None


def _lie_there(workshop: Workshop, group: Group, cards: list[Card]) -> bool:
    ids = {card.id for card in cards}
    return all(card.group == group.id and top_of(workshop, card).id in ids for card in cards)
