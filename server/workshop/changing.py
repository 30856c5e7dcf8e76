"""A board as a command wants it: what the command leaves out stays as it is."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from server.workshop.state import Board

if TYPE_CHECKING:
    from server.workshop.change_limits import ChangeLimits
    from server.workshop.plan_board import PlanBoard


def changed(board: Board, command: ChangeLimits | PlanBoard) -> Board:
    """The board with every field that the command names."""
    given = {name: value for name, value in asdict(command).items() if value is not None and name != "board"}
    return replace(board, **given)
