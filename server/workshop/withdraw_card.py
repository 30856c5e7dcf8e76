"""A participant takes their own card back; its words leave the log for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop.edit_card import must_still_be_the_writers
from server.workshop.fields import Id
from server.workshop.finding import own_card, the_board
from server.workshop.intake import still_takes
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.steps import forget_card
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardErased(Event):
    name: ClassVar[str] = "card_erased"

    card: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        gone = workshop.cards[self.card]
        after = forget_card(workshop.without_card(self.card), self.card)
        shorter = {f"steps:{key}" for key, steps in after.steps.items() if steps != workshop.steps[key]}
        return after, touched_cards((gone,)) | {f"tables:{gone.board}"} | shorter

    def erased_card(self) -> str | None:
        return self.card


@dataclass(frozen=True, slots=True)
class WithdrawCard(Command):
    name: ClassVar[str] = "withdraw_card"
    roles: ClassVar[frozenset[str]] = SENDERS

    card: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        card = own_card(workshop, self.card, asked.actor)
        board = the_board(workshop, card.board)
        must_still_be_the_writers(card, still_takes(board, card, asked.now))
        return CardErased(card=card.id)
