"""The agenda: the boards in their order, and what changes with them."""

from __future__ import annotations

from dataclasses import replace

from server.workshop.board import Board
from server.workshop.places import groups_of
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop


def records_of(workshop: Workshop, board: str) -> Touched:
    """All records of one board, its cards and groups, votes and decisions included."""
    cards = {f"card:{card.id}" for card in workshop.cards.on(board)}
    groups = {f"group:{group.id}" for group in workshop.groups.on(board)}
    votes = {f"vote:{vote.id}" for vote in workshop.votes.values() if vote.board == board}
    decisions = {f"decision:{item}" for item in workshop.decisions if _lies_on(workshop, item, board)}
    return frozenset(cards | groups | votes | decisions | {f"round:{board}"}) | step_records(board)


def _lies_on(workshop: Workshop, item: str, board: str) -> bool:
    found = workshop.cards.get(item) or workshop.groups.get(item)
    return found is not None and found.board == board


def step_records(board: str) -> Touched:
    """The records of one board as a step of the agenda."""
    kinds = ("board", "spotlight", "counts", "tables")
    return frozenset({"workshop", "agenda", *(f"{kind}:{board}" for kind in kinds)})


def with_step(workshop: Workshop, board: Board, before: str | None) -> Workshop:
    """The workshop with one board more, before another or at the end."""
    order = [one for one in workshop.order if one != board.id]
    at = order.index(before) if before in order else len(order)
    return replace(workshop.with_board(board), order=(*order[:at], board.id, *order[at:]))


def must_be_empty(workshop: Workshop, board: str) -> None:
    """Refuse while any card lies on a board, hidden ones too."""
    if workshop.cards.on(board) or groups_of(workshop, board):
        raise Refused("board_holds_cards", field="board")


def must_not_be_open(workshop: Workshop, board: str) -> None:
    """Refuse for the board where the room is."""
    if board == workshop.active:
        raise Refused("board_is_open", field="board")
