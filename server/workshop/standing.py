"""On a follow-up board the column says how far something is: where it is laid, there it stands."""

from __future__ import annotations

from dataclasses import replace

from server.workshop.board import Board
from server.workshop.decision import STATUSES, UNDER_WAY, Decision
from server.workshop.places import column_of, everything_in, the_group_now
from server.workshop.state import Touched, Workshop

FOLLOW_UP = "follow-up"


def column_for(board: Board, status: str) -> str | None:
    """The column of a follow-up board where things of this status lie, if it has one."""
    wanted = status.replace("_", "-")
    is_there = any(column.id == wanted for column in board.columns)
    return wanted if board.template == FOLLOW_UP and is_there else None


def told_by_column(before: Workshop, after: Workshop, touched: Touched) -> tuple[Workshop, Touched]:
    """The workshop in which everything that came to another column has the status of that column."""
    if not any(board.template == FOLLOW_UP for board in after.boards.values()):
        return after, frozenset()
    told: set[str] = set()
    for item in _items(after, touched):
        column = _column(after, item)
        if _board(after, item).template != FOLLOW_UP or column == _column(before, item):
            continue
        status = _status_of(column)
        known = after.decisions.get(item, Decision())
        if known.status != status:
            after = after.with_decision(item, replace(known, status=status))
            told.add(f"decision:{item}")
    return after, frozenset(told)


def _status_of(column: str | None) -> str:
    """What lies in a column that is no status (stuck, to be changed) has begun and is not done."""
    named = (column or "").replace("-", "_")
    return named if named in STATUSES else UNDER_WAY if column else ""


def _items(workshop: Workshop, touched: Touched) -> list[str]:
    """The cards and groups among these records, and what is in the groups."""
    names = {name for kind, _, name in (key.partition(":") for key in touched) if kind in ("card", "group")}
    groups = [name for name in names if name in workshop.groups]
    inside = {card.id for group in groups for card in everything_in(workshop, group)}
    return sorted(name for name in names | inside if name in workshop.cards or name in workshop.groups)


def _board(workshop: Workshop, item: str) -> Board:
    found = workshop.cards.get(item) or workshop.groups[item]
    return workshop.boards[found.board]


def _column(workshop: Workshop, item: str) -> str | None:
    card = workshop.cards.get(item)
    if card is not None:
        return column_of(workshop, card)
    group = the_group_now(workshop, item)
    return group.column if group else None
