"""What the room keeps of a board: what has a decision or a star, or else its groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from server.workshop.board import Board, Column
from server.workshop.card import Card
from server.workshop.carry_over import words_of
from server.workshop.decision import Decision
from server.workshop.group import Group
from server.workshop.places import items, members
from server.workshop.state import Workshop

Kept = tuple[Column, str, Decision]
Choose = Callable[[Card | Group], bool]


def keeps(workshop: Workshop, board: Board) -> list[Kept]:
    """Column, words and decision of everything kept that the room sees, in the order of the wall."""

    def is_chosen(item: Card | Group) -> bool:
        return item.starred or is_decided(workshop, item)

    return list(_kept(workshop, board, is_chosen)) or list(_kept(workshop, board, lambda item: isinstance(item, Group)))


def is_decided(workshop: Workshop, item: Card | Group) -> bool:
    """Something was said about it that a frame can tell."""
    said = workshop.decisions.get(item.id, Decision())
    return any((said.conclusion, said.owner, said.due, said.first_step, said.status))


def _kept(workshop: Workshop, board: Board, chosen: Choose) -> Iterator[Kept]:
    for column in board.columns:
        for item in items(workshop, board.id, column.id):
            for one in _standing_for_themselves(workshop, item, chosen):
                yield column, words_of(workshop, one.id), workshop.decisions.get(one.id, Decision())


def _standing_for_themselves(workshop: Workshop, item: Card | Group, chosen: Choose) -> Iterator[Card | Group]:
    """Behind a chosen group only what was decided about a card by itself: its star is in the group's."""
    seen = _with_cards(workshop, item)
    if not seen or not chosen(item):
        yield from filter(chosen, seen)
        return
    yield item
    yield from (card for card in seen[1:] if is_decided(workshop, card))


def _with_cards(workshop: Workshop, item: Card | Group) -> list[Card | Group]:
    """An item that the room sees, and a group's cards behind it."""
    if isinstance(item, Card):
        return [item] if workshop.visible(item) else []
    seen = [card for card in members(workshop, item.id) if workshop.visible(card)]
    return [item, *seen] if seen else []
