"""What a card in somebody's hands means to the others: nobody else is given it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from server.workshop.card import Card
from server.workshop.clock import moment
from server.workshop.hold import Hold
from server.workshop.state import Step, Touched, Workshop

# A hand that never let go, because its server or its phone died, holds nothing for longer than this.
HELD_SECONDS = 120


def held(workshop: Workshop, *, but: str | None = None, now: datetime | None = None) -> frozenset[str]:
    """The cards in anybody's hands but those of one key; without a clock also those held for too long."""
    return frozenset(
        hold.card for key, hold in workshop.holds.items() if key != but and _counts(workshop, key, hold, now)
    )


def _counts(workshop: Workshop, key: str, hold: Hold, now: datetime | None) -> bool:
    if workshop.keys[key].revoked:
        return False
    return now is None or (now - moment(hold.at)).total_seconds() <= HELD_SECONDS


def take(workshop: Workshop, key: str, card: str, at: str) -> tuple[Workshop, Touched]:
    """Put a card into a key's hands in place of what they had."""
    holds = {**workshop.holds, key: Hold(card, at)}
    return replace(workshop, holds=holds), frozenset({f"hold:{key}"})


def let_go(workshop: Workshop, key: str) -> tuple[Workshop, Touched]:
    """The key is in the queue no more."""
    holds = {one: hold for one, hold in workshop.holds.items() if one != key}
    return replace(workshop, holds=holds), frozenset({f"hold:{key}"})


def take_again(workshop: Workshop, step: Step, key: str, at: str) -> tuple[Workshop, Touched]:
    """Whoever sorts in the queue gets the card of their undone step back into their hands."""
    back = {change.key.removeprefix("card:") for change in step.changes if change.key.startswith("card:")}
    free = back - held(workshop, but=key)
    if len(back) != 1 or not free:
        return workshop, frozenset()
    return take(workshop, key, free.pop(), at)


def holders(*workshops: Workshop, touched: Touched) -> Touched:
    """The holds whose card has changed: one that waits no more is in nobody's hands."""
    return frozenset(
        f"hold:{key}" for one in workshops for key, hold in one.holds.items() if f"card:{hold.card}" in touched
    )


def first_free(workshop: Workshop, cards: Iterable[Card], now: datetime | None = None) -> str | None:
    """The first of these cards that is in nobody's hands."""
    taken = held(workshop, now=now)
    return next((card.id for card in cards if card.id not in taken), None)
