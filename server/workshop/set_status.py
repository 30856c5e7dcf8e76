"""How far something is that was decided: told each quarter, with a note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from server.workshop.decide_item import VALUE_LETTERS
from server.workshop.decision import Decision
from server.workshop.fields import Id, Words
from server.workshop.finding import an_item
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class StatusSet(Event):
    name: ClassVar[str] = "status_set"
    undoable: ClassVar[bool] = True

    item: str
    status: str
    note: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        known = workshop.decisions.get(self.item, Decision())
        told = replace(known, status=self.status, status_note=self.note)
        return workshop.with_decision(self.item, told), frozenset({f"decision:{self.item}"})


@dataclass(frozen=True, slots=True)
class SetStatus(Command):
    name: ClassVar[str] = "set_status"
    roles: ClassVar[frozenset[str]] = SORTERS

    item: Id
    status: Literal["not_started", "under_way", "done", "cancelled"]
    note: Annotated[str, Words(VALUE_LETTERS, may_be_empty=True)] = ""

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        item = an_item(workshop, self.item)
        known = workshop.decisions.get(item, Decision())
        if (known.status, known.status_note) == (self.status, self.note):
            return None
        return StatusSet(item, self.status, self.note)
