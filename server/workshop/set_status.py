"""How far something is that was decided, with a note; on a follow-up board it goes to the column of that name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from server.workshop import rank
from server.workshop.decide_item import VALUE_LETTERS
from server.workshop.decision import Decision
from server.workshop.fields import Id, Words
from server.workshop.finding import an_item
from server.workshop.laying import Laid, lay, together
from server.workshop.places import column_of, items
from server.workshop.refused import Refused
from server.workshop.standing import column_for
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class StatusSet(Event):
    name: ClassVar[str] = "status_set"
    version: ClassVar[int] = 2
    undoable: ClassVar[bool] = True

    item: str
    status: str
    note: str
    # Where it is laid, if it goes anywhere: the cards with their places, or a group with its one.
    column: str | None
    laid: Laid

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        after, touched = self._moved(workshop)
        known = after.decisions.get(self.item, Decision())
        told = replace(known, status=self.status, status_note=self.note)
        return after.with_decision(self.item, told), touched | {f"decision:{self.item}"}

    def _moved(self, workshop: Workshop) -> tuple[Workshop, Touched]:
        if not self.laid:
            return workshop, frozenset()
        if self.item in workshop.cards:
            return lay(workshop, self.laid, self.column)
        group = replace(workshop.groups[self.item], column=self.column, rank=self.laid[0][1])
        return workshop.with_groups(group), frozenset({f"group:{self.item}"})


@dataclass(frozen=True, slots=True)
class SetStatus(Command):
    """What is left out stays as it is."""

    name: ClassVar[str] = "set_status"
    roles: ClassVar[frozenset[str]] = SORTERS

    item: Id
    status: Literal["not_started", "under_way", "done", "cancelled"] | None = None
    note: Annotated[str, Words(VALUE_LETTERS, may_be_empty=True)] | None = None
    # What the note was when its writing began, as with any other field.
    was: Annotated[str, Words(VALUE_LETTERS, may_be_empty=True)] | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        item = an_item(workshop, self.item)
        known = workshop.decisions.get(item, Decision())
        status = known.status if self.status is None else self.status
        note = known.status_note if self.note is None else self.note
        column, laid = _place(workshop, item, self.status)
        if (known.status, known.status_note) == (status, note) and not laid:
            return None
        if self.was is not None and self.was != known.status_note != note:
            raise Refused("changed_since", field="note")
        return StatusSet(item, status, note, column, laid)


def _place(workshop: Workshop, item: str, status: str | None) -> tuple[str | None, Laid]:
    """The end of the column of this status; nowhere else where there is none, or it lies there already."""
    card = workshop.cards.get(item)
    found = card or workshop.groups[item]
    column = column_for(workshop.boards[found.board], status) if status else None
    here = column_of(workshop, card) if card else found.column
    cards = [one.id for one in together(workshop, (card,))] if card else [item]
    if column is None or column == here or not cards:
        return None, ()
    there = items(workshop, found.board, column)
    places = rank.row(there[-1].rank if there else None, None, cards)
    return column, tuple(zip(cards, places, strict=True))
