"""What a screen is told of all that it may see: a desk hears of the cards of the open board only."""

from __future__ import annotations

from server.workshop.state import Workshop
from server.workshop.views.audiences import DESK


def is_told(workshop: Workshop, key: str, audience: str) -> bool:
    """Is this record one that such a screen draws now?"""
    return audience not in DESK or _board_of(workshop, key) in (None, workshop.active)


def _board_of(workshop: Workshop, key: str) -> str | None:
    """The board that a card, a group, a vote or a decision lies on; boards themselves are all in the agenda."""
    kind, _, name = key.partition(":")
    if kind == "vote":
        vote = workshop.votes.get(name)
        return vote.board if vote else None
    if kind not in ("card", "group", "decision"):
        return None
    found = workshop.cards.get(name) or workshop.groups.get(name)
    return found.board if found else None
