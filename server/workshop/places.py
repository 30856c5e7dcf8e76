"""Where a card lies: alone in a column, in a group, stacked beneath another card, or below what it answers.

A card points at its group and at the card above it. A pointer to something that is gone means nothing:
the card then lies where its own `column` says. So steps can be undone in any order and nothing dangles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from server.workshop.group import Group
from server.workshop.state import Card, Touched, Workshop

Item = Card | Group
# Each audience asks for the state before a change and the one after it.
KEPT = 8


def top_of(workshop: Workshop, card: Card) -> Card:
    """The card that stands for this one: the uppermost of its stack, or itself."""
    seen = {card.id}
    while (above := _above(workshop, card)) is not None and above.id not in seen:
        seen.add(above.id)
        card = above
    return card


def group_of(workshop: Workshop, card: Card) -> Group | None:
    """The group this card is in now, through stacks and merged groups."""
    if card.group is None and card.under is None:
        return None
    top = top_of(workshop, card)
    group = the_group_now(workshop, top.group)
    return group if group is not None and group.board == card.board else None


def the_group_now(workshop: Workshop, group: str | None) -> Group | None:
    """The group by this id, or the one that took its cards in; None when it was dissolved."""
    seen: set[str] = set()
    while group is not None and group not in seen:
        seen.add(group)
        found = workshop.groups.get(group)
        if found is None or found.merged_into is None:
            return found
        group = found.merged_into
    return None


def parent_of(workshop: Workshop, card: Card) -> str | None:
    """The card or group that this one hangs below now; None when it hangs below nothing."""
    if card.parent is None:
        return None
    above = workshop.cards.get(card.parent)
    if above is not None:
        return top_of(workshop, above).id if above.id != card.id else None
    group = the_group_now(workshop, card.parent)
    return group.id if group else None


def column_of(workshop: Workshop, card: Card) -> str | None:
    """The column people see this card in; None is the inbox."""
    above = parent_of(workshop, card)
    if above is not None:
        return workshop.groups[above].column if above in workshop.groups else column_of(workshop, workshop.cards[above])
    if card.group is None and card.under is None:
        return card.column
    group = group_of(workshop, card)
    return group.column if group else top_of(workshop, card).column


def is_loose(workshop: Workshop, card: Card) -> bool:
    """Does this card stand in its column by itself?"""
    if parent_of(workshop, card) is not None:
        return False
    if card.group is None and card.under is None:
        return True
    return top_of(workshop, card).id == card.id and group_of(workshop, card) is None


def items(workshop: Workshop, board: str, column: str | None) -> list[Item]:
    """The loose cards and the groups of a column (None: the inbox) in their common order."""
    cards: Iterable[Item] = (
        card
        for card in workshop.cards.values()
        if card.column == column and card.board == board and is_loose(workshop, card)
    )
    groups: Iterable[Item] = (group for group in groups_of(workshop, board) if group.column == column)
    return sorted((*cards, *groups), key=_place)


def groups_of(workshop: Workshop, board: str) -> list[Group]:
    """A board's groups: neither merged into another nor without any card, as an undone step may leave one."""
    return [group for group in workshop.groups.values() if group.board == board and has_cards(workshop, group.id)]


def has_cards(workshop: Workshop, group: str) -> bool:
    """Does any card lie in this group now, hidden ones included?"""
    return group in _relations(workshop).members


def stands_for(workshop: Workshop, item: str | None) -> str | None:
    """What people see in a column's order for this card or group: its group, its stack's top, or itself."""
    card = workshop.cards.get(item) if item else None
    if card is None:
        group = the_group_now(workshop, item)
        return group.id if group else None
    return (group_of(workshop, card) or top_of(workshop, card)).id


def members(workshop: Workshop, group: str) -> list[Card]:
    """The cards of a group in their order, without those stacked beneath one of them."""
    inside = (workshop.cards[card] for card in _relations(workshop).members.get(group, ()))
    return sorted((card for card in inside if top_of(workshop, card).id == card.id), key=_place)


def everything_in(workshop: Workshop, group: str) -> list[Card]:
    """All cards of a group in their order, stacked ones behind the card above them."""
    return [one for card in members(workshop, group) for one in (card, *stacked(workshop, card.id))]


def stacked(workshop: Workshop, card: str) -> list[Card]:
    """The cards stacked beneath this one."""
    return sorted((workshop.cards[one] for one in _relations(workshop).stacked.get(card, ())), key=_place)


def children(workshop: Workshop, item: str) -> list[Card]:
    """The cards that hang below a card or a group, in their order."""
    return sorted((workshop.cards[one] for one in _relations(workshop).children.get(item, ())), key=_place)


def spread(before: Workshop, after: Workshop, touched: Touched) -> Touched:
    """The records that change because others did: a group with its cards, a stack with its top."""
    if not (after.groups or before.groups or after.decisions or _has_relations(before) or _has_relations(after)):
        return touched
    wide = set(touched)
    for workshop in (before, after):
        relations = _relations(workshop)
        for key in touched:
            kind, _, name = key.partition(":")
            if kind == "group":
                wide |= {f"card:{card}" for card in relations.members.get(name, ())}
                wide |= {f"group:{one}" for one in _merged(workshop, name)}
                wide |= {f"decision:{name}", *_counted(workshop, name)}
            elif kind == "card":
                wide |= {f"card:{card}" for card in relations.stacked.get(name, ())}
                wide |= {f"group:{group}" for group in relations.group.get(name, ())}
                wide.add(f"decision:{name}")
            elif kind == "decision":
                # Writers are told privately what became of their cards.
                wide |= {
                    f"card:{card}" for card in (*relations.members.get(name, ()), *relations.stacked.get(name, ()))
                }
                wide |= {f"card:{name}"} if name in workshop.cards else set()
    # Cards that hang below what moved are seen in another column.
    for workshop in (before, after):
        below = _relations(workshop).children
        wide |= {f"card:{card}" for key in tuple(wide) for card in below.get(key.partition(":")[2], ())}
    return frozenset(wide)


def _above(workshop: Workshop, card: Card) -> Card | None:
    """The card this one lies beneath, which never hides a card that the room has seen."""
    above = workshop.cards.get(card.under) if card.under else None
    if above is None or above.board != card.board or above.parked or above.late:
        return None
    return above if above.shown or not card.shown else None


def _merged(workshop: Workshop, group: str) -> Iterable[str]:
    now = the_group_now(workshop, group)
    return (now.id,) if now else ()


def _counted(workshop: Workshop, group: str) -> set[str]:
    found = workshop.groups.get(group)
    return {f"counts:{found.board}", f"spotlight:{found.board}"} if found else set()


def _place(item: Item) -> tuple[str, str]:
    return item.rank, item.id


def _has_relations(workshop: Workshop) -> bool:
    relations = _relations(workshop)
    return bool(relations.stacked or relations.children)


@dataclass(slots=True)
class Relations:
    """Which cards lie in, beneath and below what."""

    members: dict[str, list[str]] = field(default_factory=dict)
    stacked: dict[str, list[str]] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=dict)
    group: dict[str, list[str]] = field(default_factory=dict)


class Same:
    """Mappings as a key: equal to themselves only, and kept alive, so that their addresses stay their own."""

    __slots__ = ("cards", "groups")

    def __init__(self, cards: Mapping[str, Card], groups: Mapping[str, Group]) -> None:
        self.cards, self.groups = cards, groups

    def __hash__(self) -> int:
        return hash((id(self.cards), id(self.groups)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.cards is other.cards and self.groups is other.groups


def _relations(workshop: Workshop) -> Relations:
    """Computed once for each state, however many ask; the mappings are never changed in place."""
    return _related(Same(workshop.cards, workshop.groups))


@lru_cache(maxsize=KEPT)
def _related(same: Same) -> Relations:
    workshop = Workshop(cards=same.cards, groups=same.groups)
    found = Relations()
    for card in same.cards.values():
        if card.parent is None and card.group is None and card.under is None:
            # Most cards; this is asked after every command.
            continue
        above = parent_of(workshop, card)
        if above is not None:
            found.children.setdefault(above, []).append(card.id)
        if card.group is None and card.under is None:
            continue
        top = top_of(workshop, card)
        if top.id != card.id:
            found.stacked.setdefault(top.id, []).append(card.id)
        group = group_of(workshop, card)
        if group is not None:
            found.members.setdefault(group.id, []).append(card.id)
            found.group[card.id] = [group.id]
    return found
