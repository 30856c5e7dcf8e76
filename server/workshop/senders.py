"""How many people (or phones) have sent cards to a board."""

from __future__ import annotations

from server.workshop.state import Workshop
from server.workshop.tally import tally


def senders(workshop: Workshop, board: str) -> int:
    """Those whose cards still tell them apart, and those who were counted before that was forgotten."""
    return workshop.senders.get(board, 0) + tally(workshop, board).authors
