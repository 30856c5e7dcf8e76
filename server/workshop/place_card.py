"""The card being read goes to a column, and reading moves on to the next one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop import rank
from server.workshop.card import Card
from server.workshop.fields import Id, Slug
from server.workshop.finding import a_column, next_waiting, the_board, the_card, waits
from server.workshop.places import column_of, items
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardPlaced(Event):
    name: ClassVar[str] = "card_placed"
    undoable: ClassVar[bool] = True

    card: str
    column: str
    rank: str
    next: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        card = replace(workshop.cards[self.card], column=self.column, group=None, under=None, rank=self.rank)
        board = replace(workshop.boards[card.board], reading=self.next)
        return workshop.with_cards(card).with_board(board), touched_cards((card,)) | {f"spotlight:{card.board}"}


@dataclass(frozen=True, slots=True)
class PlaceCard(Command):
    name: ClassVar[str] = "place_card"
    roles: ClassVar[frozenset[str]] = SORTERS

    card: Id
    column: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        card = the_card(workshop, self.card)
        board = the_board(workshop, card.board)
        a_column(board, self.column)
        if not workshop.visible(card):
            raise Refused("not_shown", field="card")
        if column_of(workshop, card) == self.column:
            return None
        if not waits(workshop, board.id, card.id):
            # Two people read the same card: the first one placed it, the second must see that.
            raise Refused("changed_since", field="card")
        column = items(workshop, board.id, self.column)
        place = rank.between(column[-1].rank if column else None, None, card.id)
        return CardPlaced(card.id, self.column, place, self._read_then(workshop, asked, card))

    def _read_then(self, workshop: Workshop, asked: Asked, card: Card) -> str | None:
        """What the room reads then: a card that somebody had in the queue is not the room's matter."""
        reading = workshop.boards[card.board].reading
        hold = workshop.holds.get(asked.actor)
        if hold is not None and hold.card == card.id and reading != card.id:
            return reading
        return next_waiting(workshop, card.board, card, asked.now)
