"""Reading goes on by itself when the card being read leaves the inbox."""

from __future__ import annotations

from dataclasses import replace

from server.workshop.finding import next_waiting, waiting
from server.workshop.state import Touched, Workshop


def go_on(before: Workshop, after: Workshop, board_id: str) -> tuple[Workshop, Touched]:
    """Move on to the next waiting card if the one being read was waiting and is no more."""
    board = after.boards[board_id]
    if board.reading is None or board.reading not in _waiting(before, board_id):
        return after, frozenset()
    if board.reading in _waiting(after, board_id):
        return after, frozenset()
    following = next_waiting(after, board_id, before.cards[board.reading])
    return after.with_board(replace(board, reading=following)), frozenset({f"spotlight:{board_id}"})


def _waiting(workshop: Workshop, board_id: str) -> set[str]:
    return {card.id for card in waiting(workshop, board_id)}
