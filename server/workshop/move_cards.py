"""The facilitator moves cards to a place in a column, or back to the inbox; they leave their groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop import rank
from server.workshop.card import Card
from server.workshop.fields import Cards, Id, Slug
from server.workshop.finding import a_column, the_board, the_cards
from server.workshop.laying import Laid, between, gap, lay, together
from server.workshop.places import items, stands_for, top_of
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsMoved(Event):
    name: ClassVar[str] = "cards_moved"
    undoable: ClassVar[bool] = True

    column: str | None
    cards: Laid

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return lay(workshop, self.cards, self.column)


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
        moved = together(workshop, (card for card in found if card.board == board.id))
        if not moved:
            raise Refused("no_such_card", field="cards")
        ids = [card.id for card in moved]
        others = [one for one in items(workshop, board.id, self.column) if one.id not in ids]
        low, high = gap(others, stands_for(workshop, self.before))
        if _already_there(workshop, moved, self.column) and between([card.rank for card in moved], low, high):
            return None
        places = rank.row(low, high, ids)
        return CardsMoved(self.column, tuple(zip(ids, places, strict=True)))


def _already_there(workshop: Workshop, moved: list[Card], column: str | None) -> bool:
    ids = {card.id for card in moved}
    return all(card.column == column and card.group is None and top_of(workshop, card).id in ids for card in moved)
