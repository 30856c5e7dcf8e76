"""Every shown card of the inbox goes to the column its writer proposed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop import rank
from server.workshop.board import Board
from server.workshop.fields import Slug
from server.workshop.finding import the_board, waiting
from server.workshop.places import items
from server.workshop.reading import go_on
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsPlaced(Event):
    name: ClassVar[str] = "cards_placed"
    undoable: ClassVar[bool] = True

    board: str
    cards: tuple[tuple[str, str, str], ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        placed = tuple(
            replace(workshop.cards[id_], column=column, group=None, under=None, rank=place)
            for id_, column, place in self.cards
        )
        after, board = go_on(workshop, workshop.with_cards(*placed), self.board)
        return after, touched_cards(placed) | board


@dataclass(frozen=True, slots=True)
class PlaceAsProposed(Command):
    name: ClassVar[str] = "place_as_proposed"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        placed = tuple(one for column in board.columns for one in _places(workshop, board, column.id))
        return CardsPlaced(board.id, placed) if placed else None


def _places(workshop: Workshop, board: Board, column: str) -> list[tuple[str, str, str]]:
    cards = [card.id for card in waiting(workshop, board.id) if card.proposed == column]
    there = items(workshop, board.id, column)
    places = rank.row(there[-1].rank if there else None, None, cards)
    return [(card, column, place) for card, place in zip(cards, places, strict=True)]
