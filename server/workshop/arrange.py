"""The facilitator brings a board back as it was at some moment: one step, which can be undone like any other.

Only places come back. Words stay as they are now, hidden cards stay hidden, erased ones are gone, and cards
that came later stay where they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.card import Card
from server.workshop.finding import the_board
from server.workshop.group import Group
from server.workshop.places import column_of
from server.workshop.reading import follow
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

# id, column, group, under, rank, starred
Laid = tuple[str, str | None, str | None, str | None, str, bool]
# id, name, column, rank, starred, merged_into
Made = tuple[str, str, str | None, str, bool, str | None]


@dataclass(frozen=True, slots=True)
class BoardArranged(Event):
    name: ClassVar[str] = "board_arranged"
    undoable: ClassVar[bool] = True

    board: str
    cards: tuple[Laid, ...]
    groups: tuple[Made, ...]
    gone: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        laid = tuple(_laid(workshop.cards[one[0]], one) for one in self.cards)
        groups = tuple(_made(self.board, one) for one in self.groups)
        after = workshop.without_groups(*self.gone).with_groups(*groups).with_cards(*laid)
        after, reading = follow(workshop, after)
        named = {f"group:{id_}" for id_ in (*self.gone, *(group.id for group in groups))}
        counted = {f"counts:{self.board}", f"spotlight:{self.board}"}
        return after, touched_cards(laid) | named | counted | reading


@dataclass(frozen=True, slots=True)
class Arrange(Command):
    """`then` is the workshop as it was: only the server can fold it."""

    name: ClassVar[str] = "arrange"
    roles: ClassVar[frozenset[str]] = SORTERS
    by_server: ClassVar[bool] = True

    board: str
    then: Workshop

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        the_board(workshop, self.board)
        mine = workshop.cards.on(self.board)
        cards = tuple(one for card in mine if (one := self._place(workshop, card)) != _place(card))
        groups, gone = self._groups(workshop), self._gone(workshop)
        return BoardArranged(self.board, cards, groups, gone) if cards or groups or gone else None

    def _place(self, workshop: Workshop, card: Card) -> Laid:
        then = self.then.cards.get(card.id)
        if then is not None and then.board == self.board:
            return _place(then)
        if card.group is None and card.under is None:
            return _place(card)
        # It came later, and its group or stack may go: it stays in its column by itself.
        return card.id, column_of(workshop, card), None, None, card.rank, card.starred

    def _groups(self, workshop: Workshop) -> tuple[Made, ...]:
        then = self.then.groups.on(self.board)
        return tuple(_group(group) for group in then if workshop.groups.get(group.id) != group)

    def _gone(self, workshop: Workshop) -> tuple[str, ...]:
        return tuple(group.id for group in workshop.groups.on(self.board) if group.id not in self.then.groups)


def _place(card: Card) -> Laid:
    return card.id, card.column, card.group, card.under, card.rank, card.starred


def _laid(card: Card, place: Laid) -> Card:
    _, column, group, under, rank, starred = place
    return replace(card, column=column, group=group, under=under, rank=rank, starred=starred)


def _group(group: Group) -> Made:
    return group.id, group.name, group.column, group.rank, group.starred, group.merged_into


def _made(board: str, made: Made) -> Group:
    id_, name, column, rank, starred, merged_into = made
    return Group(id_, board, name, column, rank, starred, merged_into)
