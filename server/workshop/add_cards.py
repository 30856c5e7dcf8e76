"""The facilitator adds many cards at once: pasted lines, or a file."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, ClassVar

from server.workshop import rank
from server.workshop.board import SHOWN_PHASES, Board
from server.workshop.card import from_the_room
from server.workshop.fields import CARDS_AT_ONCE, Between, CardText, Slug
from server.workshop.finding import a_column, the_board
from server.workshop.places import items
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class NewCard:
    """One of many cards, and the column it goes to; none is the inbox."""

    text: CardText
    column: Slug | None = None


@dataclass(frozen=True, slots=True)
class CardsAdded(Event):
    """`cards` are (id, column, rank); their words stand apart, in the same order."""

    name: ClassVar[str] = "cards_added"
    undoable: ClassVar[bool] = True
    words: ClassVar[tuple[str, ...]] = ("texts",)

    board: str
    cards: tuple[tuple[str, str | None, str], ...]
    texts: tuple[str, ...] | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        shown = workshop.boards[self.board].phase in SHOWN_PHASES
        texts = self.texts or ("",) * len(self.cards)
        added = tuple(
            from_the_room(id_, self.board, text, place, column=column, shown=shown)
            for (id_, column, place), text in zip(self.cards, texts, strict=True)
        )
        return workshop.with_cards(*added), touched_cards(added)


@dataclass(frozen=True, slots=True)
class AddCards(Command):
    name: ClassVar[str] = "add_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    cards: Annotated[tuple[NewCard, ...], Between(1, CARDS_AT_ONCE)]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        for card in self.cards:
            a_column(board, card.column)
        return CardsAdded(
            board.id, tuple(self._places(workshop, board, asked.id)), tuple(card.text for card in self.cards)
        )

    def _places(self, workshop: Workshop, board: Board, command: str) -> Iterator[tuple[str, str | None, str]]:
        """To the end of each column in their order; the inbox has no order."""
        lasts = {column.id: _last(workshop, board, column.id) for column in board.columns}
        for number, card in enumerate(self.cards):
            id_ = card_id(command, number)
            place = rank.between(lasts.get(card.column or ""), None, id_)
            if card.column:
                lasts[card.column] = place
            yield id_, card.column, place


def card_id(command: str, number: int) -> str:
    """The same for the same command, so that asking again makes no card twice."""
    return base64.urlsafe_b64encode(sha256(f"{command} {number}".encode()).digest()[:12]).decode()


def _last(workshop: Workshop, board: Board, column: str) -> str | None:
    there = items(workshop, board.id, column)
    return there[-1].rank if there else None
