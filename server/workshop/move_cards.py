"""The facilitator moves cards to a place in a column, or back to the inbox."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop import rank
from server.workshop.fields import Cards, Id, Slug
from server.workshop.finding import a_column, in_order, the_board, the_cards
from server.workshop.reading import go_on
from server.workshop.state import Card, Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsMoved(Event):
    name: ClassVar[str] = "cards_moved"
    undoable: ClassVar[bool] = True

    column: str | None
    cards: tuple[tuple[str, str], ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        moved = tuple(replace(workshop.cards[id_], column=self.column, rank=place) for id_, place in self.cards)
        after, board = go_on(workshop, workshop.with_cards(*moved), moved[0].board)
        return after, touched_cards(moved) | board


@dataclass(frozen=True, slots=True)
class MoveCards(Command):
    name: ClassVar[str] = "move_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards
    column: Slug | None
    before: Id | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        found = the_cards(workshop, self.cards)
        board = the_board(workshop, found[0].board)
        a_column(board, self.column)
        moved = [card for card in found if card.board == board.id]
        low, high = self._gap(workshop, board.id, moved)
        if _already_there(moved, self.column, low, high):
            return None
        places = rank.row(low, high, [card.id for card in moved])
        return CardsMoved(self.column, tuple((card.id, place) for card, place in zip(moved, places, strict=True)))

    def _gap(self, workshop: Workshop, board: str, moved: list[Card]) -> tuple[str | None, str | None]:
        """The ranks to lie between; at the end when the card to stand before has gone elsewhere."""
        moving = {card.id for card in moved}
        others = [card for card in in_order(workshop, board, self.column) if card.id not in moving]
        high = next((card.rank for card in others if card.id == self.before), None)
        # Equal ranks are rare but possible after an undo; then the gap is before all of them.
        lower = [card.rank for card in others if high is None or card.rank < high]
        return (lower[-1] if lower else None), high


def _already_there(moved: list[Card], column: str | None, low: str | None, high: str | None) -> bool:
    ranks = [card.rank for card in moved]
    inside = all((low is None or low < place) and (high is None or place < high) for place in ranks)
    return inside and ranks == sorted(ranks) and all(card.column == column for card in moved)
