"""A participant sends a card below what the wall shows; it stays hidden until the round ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop import rank
from server.workshop.board import FINISHED
from server.workshop.card import Card
from server.workshop.fields import CardText, Id
from server.workshop.finding import a_parent, board_of
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class ChildSent(Event):
    name: ClassVar[str] = "child_sent"
    words: ClassVar[tuple[str, ...]] = ("text",)

    card: str
    board: str
    parent: str
    text: str | None
    late: bool

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        card = Card(
            id=self.card,
            board=self.board,
            text=self.text or "",
            rank=rank.first(self.card),
            author=stamp.actor,
            parent=self.parent,
            late=self.late,
        )
        return workshop.with_cards(card), touched_cards((card,)) | {f"round:{self.board}"}


@dataclass(frozen=True, slots=True)
class SendChild(Command):
    name: ClassVar[str] = "send_child"
    roles: ClassVar[frozenset[str]] = SENDERS

    parent: Id
    text: CardText

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = board_of(workshop, self.parent)
        parent = a_parent(workshop, board.id, self.parent)
        if board.phase == FINISHED:
            raise Refused("finished")
        _must_have_some_left(workshop, asked.actor, parent, board.child_limit)
        # A card that waited in a phone while the round ended is kept, like any card that comes late.
        return ChildSent(asked.id, board.id, parent, self.text, late=board.children_of != parent)


def _must_have_some_left(workshop: Workshop, actor: str, parent: str, limit: int) -> None:
    sent = sum(card.parent == parent for card in workshop.cards.by(actor))
    if sent >= limit:
        raise Refused("no_cards_left", limit=limit)
