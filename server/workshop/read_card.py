"""The facilitator opens a card for reading aloud, or ends reading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Id, Slug
from server.workshop.finding import the_board, the_card
from server.workshop.holding import held
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardRead(Event):
    name: ClassVar[str] = "card_read"

    board: str
    card: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], reading=self.card)
        return workshop.with_board(board), frozenset({f"spotlight:{self.board}"})


@dataclass(frozen=True, slots=True)
class ReadCard(Command):
    name: ClassVar[str] = "read_card"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    card: Id | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        if self.card is not None and not workshop.visible(the_card(workshop, self.card)):
            raise Refused("not_shown", field="card")
        if self.card in held(workshop, but=asked.actor, now=asked.now):
            raise Refused("held", field="card")
        return None if board.reading == self.card else CardRead(board.id, self.card)
