"""The facilitator writes a card below another one, as the room says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop import rank
from server.workshop.board import SHOWN_PHASES
from server.workshop.card import from_the_room
from server.workshop.fields import CardText, Id
from server.workshop.finding import a_parent, board_of
from server.workshop.places import children
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class ChildAdded(Event):
    name: ClassVar[str] = "child_added"
    undoable: ClassVar[bool] = True
    words: ClassVar[tuple[str, ...]] = ("text",)

    card: str
    board: str
    parent: str
    text: str | None
    rank: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        shown = workshop.boards[self.board].phase in SHOWN_PHASES
        card = from_the_room(self.card, self.board, self.text or "", self.rank, parent=self.parent, shown=shown)
        return workshop.with_cards(card), touched_cards((card,))


@dataclass(frozen=True, slots=True)
class AddChild(Command):
    name: ClassVar[str] = "add_child"
    roles: ClassVar[frozenset[str]] = SORTERS

    parent: Id
    text: CardText

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = board_of(workshop, self.parent)
        parent = a_parent(workshop, board.id, self.parent)
        there = children(workshop, parent)
        place = rank.between(there[-1].rank if there else None, None, asked.id)
        return ChildAdded(asked.id, board.id, parent, self.text, place)
