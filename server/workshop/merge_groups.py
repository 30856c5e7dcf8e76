"""Whole groups go into another one, behind the cards that are there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from server.workshop import rank
from server.workshop.fields import CARDS_AT_ONCE, Between, Id
from server.workshop.finding import the_group
from server.workshop.laying import Laid
from server.workshop.places import everything_in, members, the_group_now
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class GroupsMerged(Event):
    name: ClassVar[str] = "groups_merged"
    undoable: ClassVar[bool] = True

    groups: tuple[str, ...]
    into: str
    cards: Laid

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        gone = [workshop.groups[group] for group in self.groups]
        into = workshop.groups[self.into]
        # Neither a name nor a star gets lost where the group that stays has none.
        name = next((group.name for group in (into, *gone) if group.name), "")
        kept = replace(into, name=name, starred=any(group.starred for group in (into, *gone)))
        cards = tuple(replace(workshop.cards[card], rank=place) for card, place in self.cards)
        merged = (replace(group, merged_into=into.id) for group in gone)
        after = workshop.with_groups(kept, *merged).with_cards(*cards)
        return after, touched_cards(cards) | {f"group:{group}" for group in (self.into, *self.groups)}


@dataclass(frozen=True, slots=True)
class MergeGroups(Command):
    name: ClassVar[str] = "merge_groups"
    roles: ClassVar[frozenset[str]] = SORTERS

    groups: Annotated[tuple[Id, ...], Between(1, CARDS_AT_ONCE)]
    into: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        into = the_group(workshop, self.into, field="into")
        found = (the_group_now(workshop, group) for group in self.groups)
        groups = {group.id: group for group in found if group and group.board == into.board}
        if not groups:
            raise Refused("no_such_group", field="groups")
        coming = [group for group in groups if group != into.id]
        if not coming:
            return None
        ids = [card.id for group in coming for card in everything_in(workshop, group)]
        there = members(workshop, into.id)
        places = rank.row(there[-1].rank if there else None, None, ids)
        return GroupsMerged(tuple(coming), into.id, tuple(zip(ids, places, strict=True)))
