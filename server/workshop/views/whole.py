"""The workshop itself, its door and its people, as an audience sees them."""

from __future__ import annotations

from server.workshop.state import Workshop
from server.workshop.views.audiences import ROOM, Record
from server.workshop.views.sight import sees_board


def the_workshop(workshop: Workshop, _name: str, audience: str) -> Record:
    boards = [name for name in workshop.order if sees_board(workshop, workshop.boards[name], audience)]
    return {
        "id": workshop.id,
        "title": workshop.title,
        "language": workshop.language,
        "fiscal_year": workshop.fiscal_year,
        "rehearsal": workshop.rehearsal_of is not None,
        "locked": workshop.locked,
        "joining": workshop.joining,
        "blank": workshop.blank,
        "paused": workshop.paused,
        "back_at": workshop.back_at,
        "tables": workshop.seating.tables,
        "tables_mode": workshop.seating.mode,
        "table_cards": workshop.seating.table_cards,
        "created_at": workshop.created_at,
        "expires_on": workshop.expires_on,
        "active": workshop.active,
        "moved_on": _has_moved_on(workshop),
        "boards": boards,
    }


def _has_moved_on(workshop: Workshop) -> bool:
    """Has the room been at another board before: then nobody needs to be let in and taught again."""
    return any(board.started_at or board.ended_at for board in workshop.boards.values() if board.id != workshop.active)


def people(workshop: Workshop, _name: str, audience: str) -> Record | None:
    return {"joined": workshop.joined} if audience in ROOM else None


def door(workshop: Workshop, _name: str, audience: str) -> Record | None:
    if audience not in ROOM:
        return None
    room = workshop.room
    return {
        "code": workshop.code,
        "address": room.address,
        "wifi_name": room.wifi_name,
        "wifi_password": room.wifi_password,
    }
