"""A participant rewords their own card while intake is on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.card import Card
from server.workshop.fields import CardText, Id, Slug
from server.workshop.finding import own_card, the_board
from server.workshop.intake import still_takes
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.submit_card import a_proposal
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardEdited(Event):
    name: ClassVar[str] = "card_edited"
    words: ClassVar[tuple[str, ...]] = ("text",)

    card: str
    text: str | None
    proposed: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        before = workshop.cards[self.card]
        # Other words must be read again before they are shown.
        card = replace(before, text=self.text or "", proposed=self.proposed, original=None, passed=False)
        return workshop.with_cards(card), touched_cards((card,))


@dataclass(frozen=True, slots=True)
class EditCard(Command):
    name: ClassVar[str] = "edit_card"
    roles: ClassVar[frozenset[str]] = SENDERS

    card: Id
    text: CardText
    proposed: Slug | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        card = own_card(workshop, self.card, asked.actor)
        board = the_board(workshop, card.board)
        must_still_be_the_writers(card, still_takes(board, card, asked.now))
        proposed = a_proposal(board, self.proposed)
        if (card.text, card.proposed) == (self.text, proposed):
            return None
        return CardEdited(card=card.id, text=self.text, proposed=proposed)


def must_still_be_the_writers(card: Card, intake: bool) -> None:
    """Refuse once the room has the card; a late one that nobody accepted is still the writer's."""
    if card.shown or not (intake or card.late):
        raise Refused("intake_over")
