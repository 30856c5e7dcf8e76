"""A trial card: a person learns to send, the board keeps only that somebody tried."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import CardText, Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardTried(Event):
    name: ClassVar[str] = "card_tried"

    board: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = workshop.boards[self.board]
        tried = replace(board, tried=board.tried | {stamp.actor})
        return workshop.with_board(tried), frozenset({f"counts:{self.board}"})


@dataclass(frozen=True, slots=True)
class TryCard(Command):
    name: ClassVar[str] = "try_card"
    roles: ClassVar[frozenset[str]] = SENDERS

    board: Slug
    text: CardText

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        return None if asked.actor in board.tried else CardTried(board=self.board)
