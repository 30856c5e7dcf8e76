"""The facilitator asks the room for cards below one card or group: next steps, fixes, first steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.board import SHOW, SORT
from server.workshop.fields import Id, Slug
from server.workshop.finding import a_parent, the_board
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class ChildrenOpened(Event):
    name: ClassVar[str] = "children_opened"

    board: str
    parent: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], children_of=self.parent)
        return workshop.with_board(board), frozenset({f"round:{self.board}"})


@dataclass(frozen=True, slots=True)
class OpenChildren(Command):
    name: ClassVar[str] = "open_children"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    parent: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        parent = a_parent(workshop, board.id, self.parent)
        if board.phase not in (SHOW, SORT):
            raise Refused("not_accepting")
        return None if board.children_of == parent else ChildrenOpened(board.id, parent)
