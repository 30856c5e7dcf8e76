"""Somebody who sorts takes the next waiting card that nobody else has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop.card import Card
from server.workshop.fields import Id, Slug
from server.workshop.finding import the_board, waiting
from server.workshop.hold_card import CardHeld
from server.workshop.holding import held
from server.workshop.refused import Refused
from server.workshop.state import Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event


@dataclass(frozen=True, slots=True)
class HoldNext(Command):
    """`after` is the card they had: the queue goes on behind it, and begins again at its end."""

    name: ClassVar[str] = "hold_next"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    after: Id | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        queue = [card for card in waiting(workshop, board.id) if workshop.visible(card)]
        if not queue:
            raise Refused("nothing_waiting")
        taken = held(workshop, but=asked.actor, now=asked.now) | {board.reading}
        free = [card for card in queue if card.id not in taken]
        if not free:
            raise Refused("all_held")
        return CardHeld(_following(free, workshop.cards.get(self.after or "")).id)


def _following(free: list[Card], after: Card | None) -> Card:
    """The next one behind `after`, which comes again only when there is no other."""
    if after is None:
        return free[0]
    others = [card for card in free if card.id != after.id]
    later = [card for card in others if (card.rank, card.id) > (after.rank, after.id)]
    return (later or others or free)[0]
