"""The card being read goes to the end of the inbox, and reading moves on to the next one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop import rank
from server.workshop.fields import Id
from server.workshop.finding import next_waiting, the_board, the_card, waits
from server.workshop.places import items
from server.workshop.read_card import CardRead
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardSkipped(Event):
    name: ClassVar[str] = "card_skipped"
    undoable: ClassVar[bool] = True

    card: str
    rank: str
    next: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        card = replace(workshop.cards[self.card], rank=self.rank)
        board = replace(workshop.boards[card.board], reading=self.next)
        return workshop.with_cards(card).with_board(board), touched_cards((card,)) | {f"spotlight:{card.board}"}


@dataclass(frozen=True, slots=True)
class SkipCard(Command):
    name: ClassVar[str] = "skip_card"
    roles: ClassVar[frozenset[str]] = SORTERS

    card: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        card = the_card(workshop, self.card)
        board = the_board(workshop, card.board)
        if not workshop.visible(card):
            raise Refused("not_shown", field="card")
        if not waits(workshop, board.id, card.id):
            raise Refused("changed_since", field="card")
        last = items(workshop, board.id, None)[-1]
        following = next_waiting(workshop, board.id, card, asked.now)
        if last.id == card.id:
            # It stands at the end already; only reading moves on.
            return CardRead(board.id, following) if following else None
        return CardSkipped(card.id, rank.between(last.rank, None, card.id), following or card.id)
