"""The agenda, for facilitators only: the room learns of a board when it is there."""

from __future__ import annotations

from server.workshop.board import Board
from server.workshop.state import Workshop
from server.workshop.views.audiences import DESK, Record


def agenda(workshop: Workshop, _name: str, audience: str) -> Record | None:
    if audience not in DESK:
        return None
    return {"steps": [_step(workshop.boards[name]) for name in workshop.order]}


def _step(board: Board) -> Record:
    return {
        "board": board.id,
        "title": board.title,
        "minutes": board.minutes,
        "break_minutes": board.break_minutes,
        "started_at": board.started_at,
        "ended_at": board.ended_at,
        "skipped": board.skipped,
    }
