"""Laying cards somewhere else: a stack goes along with its top, and a group that loses its last card is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from server.workshop.card import Card
from server.workshop.places import Item, group_of, has_cards, stacked, top_of
from server.workshop.reading import go_on
from server.workshop.state import Touched, Workshop, touched_cards

# Cards and their new ranks, in order.
Laid = tuple[tuple[str, str], ...]


def together(workshop: Workshop, cards: Iterable[Card]) -> list[Card]:
    """These cards, each with those stacked beneath it. What hangs below another card stays there."""
    found: dict[str, Card] = {}
    for card in cards:
        if card.parent is None:
            found |= {one.id: one for one in (card, *stacked(workshop, card.id))}
    return list(found.values())


def lay(workshop: Workshop, laid: Laid, column: str | None, group: str | None = None) -> tuple[Workshop, Touched]:
    """Give cards a place of their own, or one in a group; whoever leaves a stack alone is out of it."""
    ids = {card for card, _ in laid}
    moved = tuple(
        replace(card, column=column, group=group, under=_still_under(workshop, card, ids), rank=place)
        for card, place in ((workshop.cards[id_], place) for id_, place in laid)
    )
    return settled(workshop, workshop.with_cards(*moved), moved)


def settled(before: Workshop, after: Workshop, moved: tuple[Card, ...]) -> tuple[Workshop, Touched]:
    """What follows when cards have moved: groups they left empty are gone, and reading goes on."""
    left = {group.id for group in (group_of(before, before.cards[card.id]) for card in moved) if group}
    empty = {group for group in left if not has_cards(after, group)}
    after, reading = go_on(before, after.without_groups(*empty) if empty else after, moved[0].board)
    return after, touched_cards(moved) | {f"group:{group}" for group in empty} | reading


def gap(others: Sequence[Item], before: str | None) -> tuple[str | None, str | None]:
    """The ranks to lie between; at the end when what to stand before has gone elsewhere."""
    high = next((one.rank for one in others if one.id == before), None)
    # Equal ranks are rare but possible after an undo; then the gap is before all of them.
    lower = [one.rank for one in others if high is None or one.rank < high]
    return (lower[-1] if lower else None), high


def behind(others: Sequence[Item], item: str) -> tuple[str | None, str | None]:
    """The ranks to lie between when following an item at once."""
    at = next((place for place, one in enumerate(others) if one.id == item), len(others) - 1)
    low = others[at].rank if others else None
    return low, next((one.rank for one in others[at + 1 :] if low is None or one.rank > low), None)


def between(ranks: Sequence[str], low: str | None, high: str | None) -> bool:
    """Do these stand in order inside the gap already?"""
    inside = all((low is None or low < place) and (high is None or place < high) for place in ranks)
    return inside and list(ranks) == sorted(ranks)


def _still_under(workshop: Workshop, card: Card, moving: set[str]) -> str | None:
    top = top_of(workshop, card).id
    return top if top != card.id and top in moving else None
