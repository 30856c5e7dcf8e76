"""Reading goes on by itself when the card being read leaves the inbox."""

from __future__ import annotations

from dataclasses import replace

from server.workshop.finding import next_waiting, waits
from server.workshop.state import Touched, Workshop


def go_on(before: Workshop, after: Workshop, board_id: str) -> tuple[Workshop, Touched]:
    """Move on to the next waiting card if the one being read was waiting and is no more."""
    board = after.boards[board_id]
    if board.reading is None or not waits(before, board_id, board.reading) or waits(after, board_id, board.reading):
        return after, frozenset()
    following = next_waiting(after, board_id, before.cards[board.reading])
    return after.with_board(replace(board, reading=following)), frozenset({f"spotlight:{board_id}"})


def put_down(workshop: Workshop, board_id: str) -> tuple[Workshop, Touched]:
    """A card that the room may no longer see must leave every large view at once."""
    board = workshop.boards[board_id]
    reading, focus = _seen(workshop, board.reading), _seen(workshop, board.focus_card)
    if (reading, focus) == (board.reading, board.focus_card):
        return workshop, frozenset()
    after = workshop.with_board(replace(board, reading=reading, focus_card=focus))
    return after, frozenset({f"spotlight:{board_id}"})


def follow(before: Workshop, after: Workshop) -> tuple[Workshop, Touched]:
    """Move on and put down, on every board, after cards changed in whatever way."""
    touched: Touched = frozenset()
    for board in after.boards:
        after, moved = go_on(before, after, board)
        after, hidden = put_down(after, board)
        touched |= moved | hidden
    return after, touched


def _seen(workshop: Workshop, card: str | None) -> str | None:
    found = workshop.cards.get(card) if card else None
    return card if found is not None and workshop.visible(found) else None
