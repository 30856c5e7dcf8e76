"""The facilitator writes a card for somebody without a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop import rank
from server.workshop.board import SHOWN_PHASES
from server.workshop.card import from_the_room
from server.workshop.fields import CardText, Slug
from server.workshop.finding import a_column, the_board
from server.workshop.places import items
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardAdded(Event):
    name: ClassVar[str] = "card_added"
    undoable: ClassVar[bool] = True
    words: ClassVar[tuple[str, ...]] = ("text",)

    card: str
    board: str
    text: str | None
    column: str | None
    rank: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        shown = workshop.boards[self.board].phase in SHOWN_PHASES
        card = from_the_room(self.card, self.board, self.text or "", self.rank, column=self.column, shown=shown)
        return workshop.with_cards(card), touched_cards((card,))


@dataclass(frozen=True, slots=True)
class AddCard(Command):
    name: ClassVar[str] = "add_card"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    text: CardText
    column: Slug | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        a_column(board, self.column)
        column = items(workshop, board.id, self.column) if self.column else []
        place = rank.between(column[-1].rank if column else None, None, asked.id)
        return CardAdded(asked.id, board.id, self.text, self.column, place)
