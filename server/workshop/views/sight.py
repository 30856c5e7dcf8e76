"""May this audience look at a board at all?"""

from __future__ import annotations

from server.workshop.board import FINISHED, Board
from server.workshop.state import Workshop
from server.workshop.views.audiences import DESK, RESULT


def sees_board(workshop: Workshop, board: Board | None, audience: str) -> bool:
    """Boards prepared for later are the facilitator's; a result is there once its board is finished."""
    if board is None:
        return False
    if audience in DESK:
        return True
    return board.phase == FINISHED if audience == RESULT else board.id == workshop.active
