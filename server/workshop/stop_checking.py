"""Cards are shown without being checked again; what still waited to be checked is shown with the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.board import SHOWN_PHASES
from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CheckingStopped(Event):
    name: ClassVar[str] = "checking_stopped"

    board: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], checking=False)
        after = workshop.with_board(board)
        cards = [card for card in workshop.cards.on(self.board) if not card.passed]
        if board.phase in SHOWN_PHASES:
            after = after.with_cards(*(replace(card, shown=True) for card in cards if after.is_shown_now(card)))
        kinds = ("board", "counts", "spotlight")
        touched = {*(f"{kind}:{self.board}" for kind in kinds), *(f"card:{card.id}" for card in cards)}
        return after, frozenset(touched)


@dataclass(frozen=True, slots=True)
class StopChecking(Command):
    name: ClassVar[str] = "stop_checking"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        return CheckingStopped(board.id) if board.checking else None
