"""A group goes to another place as one, with everything in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop import rank
from server.workshop.fields import Id, Slug
from server.workshop.finding import a_column, the_board, the_group
from server.workshop.laying import between, gap
from server.workshop.places import items, stands_for
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class GroupMoved(Event):
    name: ClassVar[str] = "group_moved"
    undoable: ClassVar[bool] = True

    group: str
    column: str | None
    rank: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        group = replace(workshop.groups[self.group], column=self.column, rank=self.rank)
        return workshop.with_groups(group), frozenset({f"group:{self.group}"})


@dataclass(frozen=True, slots=True)
class MoveGroup(Command):
    name: ClassVar[str] = "move_group"
    roles: ClassVar[frozenset[str]] = SORTERS

    group: Id
    column: Slug | None
    before: Id | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        group = the_group(workshop, self.group)
        a_column(the_board(workshop, group.board), self.column)
        others = [one for one in items(workshop, group.board, self.column) if one.id != group.id]
        low, high = gap(others, stands_for(workshop, self.before))
        if group.column == self.column and between([group.rank], low, high):
            return None
        return GroupMoved(group.id, self.column, rank.between(low, high, group.id))
