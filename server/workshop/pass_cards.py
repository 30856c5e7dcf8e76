"""Somebody has read these cards: the room may see them, now or when cards are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.card import Card
from server.workshop.fields import Cards
from server.workshop.finding import the_cards
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardsPassed(Event):
    name: ClassVar[str] = "cards_passed"
    undoable: ClassVar[bool] = True

    cards: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        passed = [self._passed(workshop, workshop.cards[id_]) for id_ in self.cards]
        cards = tuple(workshop.as_seen(card) for card in passed)
        return workshop.with_cards(*cards), touched_cards(cards)

    @staticmethod
    def _passed(workshop: Workshop, card: Card) -> Card:
        board = workshop.boards[card.board]
        if not board.takes_while_shown or card.column is not None or card.late:
            return replace(card, passed=True)
        # Where cards come one by one nobody sorts them first: each lies at once where the room sees it.
        proposed = card.proposed if board.has_column(card.proposed) else None
        return replace(card, passed=True, column=proposed or board.columns[0].id)


@dataclass(frozen=True, slots=True)
class PassCards(Command):
    name: ClassVar[str] = "pass_cards"
    roles: ClassVar[frozenset[str]] = SORTERS

    cards: Cards

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        cards = tuple(card.id for card in the_cards(workshop, self.cards) if not card.passed)
        return CardsPassed(cards) if cards else None
