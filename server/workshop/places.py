"""Where a card lies: alone in a column, in a group, stacked beneath another card, or below what it answers.

A card points at its group and at the card above it. A pointer to something that is gone means nothing:
the card then lies where its own `column` says. So steps can be undone in any order and nothing dangles.
"""

from __future__ import annotations

from collections.abc import Iterator

from server.workshop.card import Card
from server.workshop.group import Group
from server.workshop.state import Touched, Workshop

Item = Card | Group


def top_of(workshop: Workshop, card: Card) -> Card:
    """The card that stands for this one: the uppermost of its stack, or itself."""
    if card.under is None:
        return card
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
    found = workshop.groups.get(group) if group else None
    seen = {group}
    while found is not None and found.merged_into is not None:
        if found.merged_into in seen:
            return None
        seen.add(found.merged_into)
        found = workshop.groups.get(found.merged_into)
    return found


def taken_in(workshop: Workshop, group: str) -> list[str]:
    """A group and all that were merged into it."""
    found = [group]
    for name in found:
        found += (one.id for one in workshop.groups.merged_into(name) if one.id not in found)
    return found


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
    return standing_for(workshop, card).column


def is_loose(workshop: Workshop, card: Card) -> bool:
    """Does this card stand in its column by itself?"""
    if parent_of(workshop, card) is not None:
        return False
    if card.group is None and card.under is None:
        return True
    return top_of(workshop, card).id == card.id and group_of(workshop, card) is None


def items(workshop: Workshop, board: str, column: str | None) -> list[Item]:
    """The loose cards and the groups of a column (None: the inbox) in their common order."""
    cards = (card for card in workshop.cards.falling_to(board, column) if is_loose(workshop, card))
    groups = (one for one in workshop.groups.on(board) if one.column == column and has_cards(workshop, one.id))
    return sorted((*cards, *groups), key=_place)


def groups_of(workshop: Workshop, board: str) -> list[Group]:
    """A board's groups: neither merged into another nor without any card, as an undone step may leave one."""
    return [group for group in workshop.groups.on(board) if has_cards(workshop, group.id)]


def has_cards(workshop: Workshop, group: str) -> bool:
    """Does any card lie in this group now, hidden ones included?"""
    return any(True for _ in _inside(workshop, group))


def standing_for(workshop: Workshop, card: Card) -> Item:
    """What people see in a column's order for this card: its group, its stack's top, or itself."""
    if card.group is None and card.under is None:
        return card
    return group_of(workshop, card) or top_of(workshop, card)


def stands_for(workshop: Workshop, item: str | None) -> str | None:
    """The same by id, of a card or a group."""
    card = workshop.cards.get(item) if item else None
    if card is None:
        group = the_group_now(workshop, item)
        return group.id if group else None
    return standing_for(workshop, card).id


def members(workshop: Workshop, group: str) -> list[Card]:
    """The cards of a group in their order, without those stacked beneath one of them."""
    return sorted((card for card in _inside(workshop, group) if top_of(workshop, card).id == card.id), key=_place)


def everything_in(workshop: Workshop, group: str) -> list[Card]:
    """All cards of a group in their order, stacked ones behind the card above them."""
    return [one for card in members(workshop, group) for one in (card, *stacked(workshop, card.id))]


def stacked(workshop: Workshop, card: str) -> list[Card]:
    """The cards stacked beneath this one."""
    return sorted(_beneath(workshop, card), key=_place)


def children(workshop: Workshop, item: str) -> list[Card]:
    """The cards that hang below a card or a group, in their order."""
    return sorted(_below(workshop, item), key=_place)


def spread(before: Workshop, after: Workshop, touched: Touched) -> Touched:
    """The records that change because others did: a group with its cards, a stack with its top."""
    wide = set(touched)
    for workshop in (before, after):
        for key in touched:
            kind, _, name = key.partition(":")
            if kind in SPREADING:
                wide.update(SPREADING[kind](workshop, name))
    # Cards that hang below what moved are seen in another column.
    for workshop in (before, after):
        wide |= {f"card:{card.id}" for key in tuple(wide) for card in _below(workshop, key.partition(":")[2])}
    return frozenset(wide)


def _with_card(workshop: Workshop, name: str) -> Iterator[str]:
    card = workshop.cards.get(name)
    group = group_of(workshop, card) if card else None
    if group is not None:
        yield f"group:{group.id}"
    if name in workshop.decisions:
        yield f"decision:{name}"
    for one in _beneath(workshop, name):
        yield f"card:{one.id}"


def _with_group(workshop: Workshop, name: str) -> Iterator[str]:
    now, found = the_group_now(workshop, name), workshop.groups.get(name)
    if now is not None:
        yield f"group:{now.id}"
    if found is not None:
        yield from (f"counts:{found.board}", f"spotlight:{found.board}")
    if name in workshop.decisions:
        yield f"decision:{name}"
    for card in _inside(workshop, name):
        yield f"card:{card.id}"


def _with_decision(workshop: Workshop, name: str) -> Iterator[str]:
    """Writers are told privately what became of their cards."""
    if name in workshop.cards:
        yield f"card:{name}"
    for card in (*_inside(workshop, name), *_beneath(workshop, name)):
        yield f"card:{card.id}"


# What changes along with one record of a kind.
SPREADING = {"card": _with_card, "group": _with_group, "decision": _with_decision}


def _above(workshop: Workshop, card: Card) -> Card | None:
    """The card this one lies beneath, which never hides a card that the room has seen."""
    above = workshop.cards.get(card.under) if card.under else None
    if above is None or above.board != card.board or above.parked or above.late:
        return None
    return above if above.shown or not card.shown else None


def _place(item: Item) -> tuple[str, str]:
    return item.rank, item.id


def _inside(workshop: Workshop, group: str) -> Iterator[Card]:
    """All cards of a group, stacked ones included, in no order."""
    for card in _leading_to(workshop, taken_in(workshop, group)):
        its = group_of(workshop, card)
        if its is not None and its.id == group:
            yield card


def _beneath(workshop: Workshop, card: str) -> Iterator[Card]:
    """The cards stacked beneath this one, in no order."""
    return (one for one in _leading_to(workshop, [card]) if top_of(workshop, one).id == card)


def _below(workshop: Workshop, item: str) -> Iterator[Card]:
    """The cards that hang below a card or a group, in no order."""
    if item in workshop.cards:
        above = [item, *(card.id for card in _leading_to(workshop, [item]))]
    else:
        above = taken_in(workshop, item)
    hanging = (card for name in above for card in workshop.cards.hanging_below(name))
    return (card for card in hanging if parent_of(workshop, card) == item)


def _leading_to(workshop: Workshop, items: list[str]) -> Iterator[Card]:
    """The cards that point at one of these, and those that point at them."""
    found: dict[str, None] = dict.fromkeys(items)
    waiting = list(items)
    for name in waiting:
        for card in workshop.cards.pointing_at(name):
            if card.id not in found:
                found[card.id] = None
                waiting.append(card.id)
                yield card
