"""A group is no more; its cards lie by themselves where it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop import rank
from server.workshop.fields import Id
from server.workshop.finding import the_group
from server.workshop.laying import Laid, behind, lay
from server.workshop.places import everything_in, items
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class GroupDissolved(Event):
    name: ClassVar[str] = "group_dissolved"
    undoable: ClassVar[bool] = True

    group: str
    cards: Laid

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        after, touched = lay(workshop, self.cards, workshop.groups[self.group].column)
        return after.without_groups(self.group), touched | {f"group:{self.group}"}


@dataclass(frozen=True, slots=True)
class DissolveGroup(Command):
    name: ClassVar[str] = "dissolve_group"
    roles: ClassVar[frozenset[str]] = SORTERS

    group: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        group = the_group(workshop, self.group)
        ids = [card.id for card in everything_in(workshop, group.id)]
        places = rank.row(*behind(items(workshop, group.board, group.column), group.id), ids)
        return GroupDissolved(group.id, tuple(zip(ids, places, strict=True)))
