"""The round below a card ends, and what came in it is shown all at once: order never betrays arrival."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class ChildrenClosed(Event):
    name: ClassVar[str] = "children_closed"

    board: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        hidden = [card for card in workshop.cards.on(self.board) if card.parent is not None]
        shown = tuple(
            replace(card, shown=True)
            for card in hidden
            if not (card.shown or card.parked or card.late or workshop.unchecked(card))
        )
        board = replace(workshop.boards[self.board], children_of=None)
        after = workshop.with_board(board).with_cards(*shown)
        return after, touched_cards(shown) | {f"round:{self.board}"}


@dataclass(frozen=True, slots=True)
class CloseChildren(Command):
    name: ClassVar[str] = "close_children"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        return ChildrenClosed(board.id) if board.children_of else None
