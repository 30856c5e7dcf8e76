"""How many people (or phones) have sent cards to a board."""

from __future__ import annotations

from server.workshop.state import Workshop


def senders(workshop: Workshop, board: str) -> int:
    if workshop.locked:
        return workshop.senders.get(board, 0)
    return len({card.author for card in workshop.cards.values() if card.board == board and card.author})
