"""How many people (or phones) have sent cards to a board."""

from __future__ import annotations

from server.workshop.state import Workshop


def senders(workshop: Workshop, board: str) -> int:
    """Those whose cards still tell them apart, and those who were counted before that was forgotten."""
    known = {card.author for card in workshop.cards.values() if card.board == board and card.author}
    return workshop.senders.get(board, 0) + len(known)
