"""Stars on cards and on whole groups; one step may hold both."""

from __future__ import annotations

from dataclasses import replace

from server.workshop.places import has_cards, the_group_now
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop, touched_cards


def those_starred(workshop: Workshop, items: tuple[str, ...], *, starred: bool) -> tuple[str, ...]:
    """The cards and groups among these that have a star, or have none; refused when nothing is there."""
    cards = {item: workshop.cards[item].starred for item in items if item in workshop.cards}
    found = (the_group_now(workshop, item) for item in items if item not in cards)
    groups = {group.id: group.starred for group in found if group and has_cards(workshop, group.id)}
    if not cards and not groups:
        raise Refused("no_such_card", field="cards")
    return tuple(item for item, has_star in (cards | groups).items() if has_star == starred)


def with_stars(workshop: Workshop, items: tuple[str, ...], *, starred: bool) -> tuple[Workshop, Touched]:
    cards = tuple(replace(workshop.cards[item], starred=starred) for item in items if item in workshop.cards)
    groups = tuple(replace(workshop.groups[item], starred=starred) for item in items if item not in workshop.cards)
    after = workshop.with_cards(*cards).with_groups(*groups)
    return after, touched_cards(cards) | {f"group:{group.id}" for group in groups}
