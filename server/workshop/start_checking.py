"""From now on a card is shown only after somebody has read it and let it pass."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CheckingStarted(Event):
    name: ClassVar[str] = "checking_started"

    board: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], checking=True)
        # What the room has seen, and what the facilitator wrote, needs no checking.
        known = [card for card in workshop.cards.on(self.board) if card.shown or card.room]
        after = workshop.with_board(board).with_cards(*(replace(card, passed=True) for card in known))
        touched = {f"board:{self.board}", f"counts:{self.board}", *(f"card:{card.id}" for card in known)}
        return after, frozenset(touched)


@dataclass(frozen=True, slots=True)
class StartChecking(Command):
    name: ClassVar[str] = "start_checking"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        return None if board.checking else CheckingStarted(board.id)
