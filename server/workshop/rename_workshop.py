"""The facilitator gives the workshop another title, in any phase."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Title
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class WorkshopRenamed(Event):
    name: ClassVar[str] = "workshop_renamed"
    undoable: ClassVar[bool] = True

    title: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, title=self.title), frozenset({"workshop"})


@dataclass(frozen=True, slots=True)
class RenameWorkshop(Command):
    name: ClassVar[str] = "rename_workshop"
    roles: ClassVar[frozenset[str]] = SORTERS

    title: Title

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return None if workshop.title == self.title else WorkshopRenamed(self.title)
