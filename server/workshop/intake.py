"""Who may still write: intake, its thirty seconds of grace, and cards that come late.

The net's delay is never the writer's fault, so a valid card that arrives after intake is kept.
"""

from __future__ import annotations

from datetime import datetime

from server.workshop.board import FINISHED, GRACE_SECONDS, STOPPED, WRITE, Board
from server.workshop.card import Card
from server.workshop.clock import moment
from server.workshop.refused import Refused
from server.workshop.seating import TABLE
from server.workshop.state import Workshop


def takes_cards(board: Board, now: datetime) -> bool:
    """Is a card that arrives now in time?"""
    if board.phase == WRITE or board.takes_while_shown:
        return True
    if board.phase != STOPPED or board.stopped_at is None:
        return False
    return (now - moment(board.stopped_at)).total_seconds() <= GRACE_SECONDS


def still_takes(board: Board, card: Card, now: datetime) -> bool:
    """May a card like this one still come in? One that hangs below another until its round ends."""
    return takes_cards(board, now) if card.parent is None else board.children_of == card.parent


def must_take(board: Board, now: datetime) -> bool:
    """Refuse where no card can be kept at all; otherwise tell whether this one is late."""
    if board.phase == FINISHED:
        raise Refused("finished")
    if not board.opened:
        raise Refused("not_accepting")
    return not takes_cards(board, now)


def must_have_cards_left(workshop: Workshop, board: Board, actor: str, neighbour: bool) -> None:
    """Refuse when this person's cards of this kind are used up; the neighbour has a quota of their own."""
    limit = _limit(workshop, board, actor, neighbour)
    mine = [card for card in workshop.cards.by(actor) if card.parent is None]
    sent = [card for card in mine if card.board == board.id and card.neighbour == neighbour]
    if len(sent) >= limit:
        raise Refused("no_cards_left", limit=limit)


def _limit(workshop: Workshop, board: Board, actor: str, neighbour: bool) -> int:
    """How many cards of this kind one phone may send; one that writes for its table has the table's."""
    if neighbour:
        return board.neighbour_cards
    seating = workshop.seating
    return seating.table_cards if seating.mode == TABLE and actor in seating.seats else board.cards_each
