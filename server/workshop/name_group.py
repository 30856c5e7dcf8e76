"""A group gets a name that somebody who was not there understands, or loses it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import GroupName, Id
from server.workshop.finding import the_group
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class GroupNamed(Event):
    name: ClassVar[str] = "group_named"
    undoable: ClassVar[bool] = True

    group: str
    label: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        group = replace(workshop.groups[self.group], name=self.label)
        return workshop.with_groups(group), frozenset({f"group:{self.group}"})


@dataclass(frozen=True, slots=True)
class NameGroup(Command):
    name: ClassVar[str] = "name_group"
    roles: ClassVar[frozenset[str]] = SORTERS

    group: Id
    label: GroupName

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        group = the_group(workshop, self.group)
        return None if group.name == self.label else GroupNamed(group.id, self.label)
