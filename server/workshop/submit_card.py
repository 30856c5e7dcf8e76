"""A participant sends a card; the command's id becomes the card's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop import rank
from server.workshop.board import WRITE, Board
from server.workshop.card import Card
from server.workshop.fields import CardText, Slug
from server.workshop.finding import the_board
from server.workshop.intake import must_have_cards_left, must_take
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardSubmitted(Event):
    name: ClassVar[str] = "card_submitted"
    version: ClassVar[int] = 2
    words: ClassVar[tuple[str, ...]] = ("text",)

    card: str
    board: str
    text: str | None
    proposed: str | None
    neighbour: bool
    late: bool
    table: int | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        card = Card(
            id=self.card,
            board=self.board,
            text=self.text or "",
            rank=rank.first(self.card),
            author=stamp.actor,
            proposed=self.proposed,
            neighbour=self.neighbour,
            late=self.late,
            table=self.table,
        )
        return workshop.with_cards(card), touched_cards((card,)) | {f"tables:{card.board}"}


@dataclass(frozen=True, slots=True)
class SubmitCard(Command):
    name: ClassVar[str] = "submit_card"
    roles: ClassVar[frozenset[str]] = SENDERS

    board: Slug
    text: CardText
    proposed: Slug | None = None
    neighbour: bool = False

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        late = must_take(board, asked.now)
        must_have_cards_left(workshop, board, asked.actor, self.neighbour)
        return CardSubmitted(
            card=asked.id,
            board=board.id,
            text=self.text,
            proposed=a_proposal(board, self.proposed),
            neighbour=self.neighbour,
            late=late,
            table=workshop.seating.label(asked.actor),
        )


def a_proposal(board: Board, proposed: str | None) -> str | None:
    """The column this board lets a writer propose.

    A proposal is only demanded while people write: a card that waited in a phone was written under
    other rules and must not be lost to a new one.
    """
    known = proposed if board.proposals != "off" and board.has_column(proposed) else None
    if known is None and board.proposals == "required" and board.phase == WRITE:
        raise Refused("proposal_needed", field="proposed")
    return known
