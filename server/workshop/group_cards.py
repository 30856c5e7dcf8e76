"""Cards that say the same become a group: where the first of them lies, or at the end of a column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop import rank
from server.workshop.card import Card
from server.workshop.fields import Cards, GroupName, Slug
from server.workshop.finding import a_column, the_board, the_cards
from server.workshop.group import Group
from server.workshop.laying import Laid, behind, lay, together
from server.workshop.places import column_of, everything_in, group_of, items, top_of
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class GroupFormed(Event):
    name: ClassVar[str] = "group_formed"
    undoable: ClassVar[bool] = True

    group: str
    board: str
    label: str
    column: str | None
    rank: str
    cards: Laid

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        after, touched = lay(workshop, self.cards, self.column, self.group)
        group = Group(self.group, self.board, self.label, self.column, self.rank)
        return after.with_groups(group), touched | {f"group:{self.group}"}


@dataclass(frozen=True, slots=True)
class GroupCards(Command):
    name: ClassVar[str] = "group_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards
    label: GroupName = ""
    column: Slug | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        found = the_cards(workshop, self.cards)
        first = found[0]
        cards = together(workshop, (card for card in found if card.board == first.board))
        if not cards:
            raise Refused("no_such_card", field="cards")
        a_column(the_board(workshop, first.board), self.column)
        column = self.column or column_of(workshop, first)
        if _are_one_group(workshop, cards) and column == column_of(workshop, first):
            return None
        places = rank.row(None, None, [card.id for card in cards])
        return GroupFormed(
            group=asked.id,
            board=first.board,
            label=self.label,
            column=column,
            rank=_at_the_end(workshop, first, column, asked.id) if self.column else _place(workshop, first, asked.id),
            cards=tuple((card.id, place) for card, place in zip(cards, places, strict=True)),
        )


def _are_one_group(workshop: Workshop, cards: list[Card]) -> bool:
    group = group_of(workshop, cards[0])
    return group is not None and {card.id for card in everything_in(workshop, group.id)} == {card.id for card in cards}


def _place(workshop: Workshop, first: Card, group: str) -> str:
    """At once behind what stands for the first card now, which goes from there."""
    around = items(workshop, first.board, column_of(workshop, first))
    stands = group_of(workshop, first) or top_of(workshop, first)
    return rank.between(*behind(around, stands.id), group)


def _at_the_end(workshop: Workshop, first: Card, column: str | None, group: str) -> str:
    around = items(workshop, first.board, column)
    return rank.between(around[-1].rank if around else None, None, group)
