"""What the room decides about a card or a group, one field at a time, while it watches."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, ClassVar

from server.workshop.decision import Decision, Field
from server.workshop.fields import Id, Words
from server.workshop.finding import an_item
from server.workshop.places import everything_in
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

VALUE_LETTERS = 300
QUARTER = re.compile(r"\d{4}-Q[1-4]")


@dataclass(frozen=True, slots=True)
class ItemDecided(Event):
    name: ClassVar[str] = "item_decided"
    undoable: ClassVar[bool] = True

    item: str
    field: str
    value: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        known = workshop.decisions.get(self.item, Decision())
        changed: dict[str, str] = {self.field: self.value}
        after = workshop.with_decision(self.item, replace(known, **changed))
        # Whoever wrote a card is told on their own phone what became of it.
        lying = {f"card:{card.id}" for card in everything_in(workshop, self.item)} | {f"card:{self.item}"}
        return after, frozenset({f"decision:{self.item}", *(key for key in lying if key[5:] in workshop.cards)})


@dataclass(frozen=True, slots=True)
class DecideItem(Command):
    name: ClassVar[str] = "decide_item"
    roles: ClassVar[frozenset[str]] = SORTERS

    item: Id
    field: Field
    value: Annotated[str, Words(VALUE_LETTERS, may_be_empty=True)]
    # What stood there when the writing began: two people who write at once must hear of each other.
    was: Annotated[str, Words(VALUE_LETTERS, may_be_empty=True)] | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        item = an_item(workshop, self.item)
        if self.field == "due" and self.value and not is_due(self.value):
            raise Refused("malformed", field="value")
        known = workshop.decisions.get(item, Decision())
        now = getattr(known, self.field)
        if now == self.value:
            return None
        if self.was is not None and self.was != now:
            raise Refused("changed_since", field="value")
        return ItemDecided(item, self.field, self.value)


def is_due(text: str) -> bool:
    """A day (2026-11-22) or a quarter of a fiscal year of the Buddhist era (2570-Q1)."""
    if QUARTER.fullmatch(text):
        return True
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
