"""A group as an audience sees it: nobody in the room learns of one whose cards are all hidden."""

from __future__ import annotations

from server.workshop.places import everything_in, has_cards
from server.workshop.state import Workshop
from server.workshop.views.audiences import INBOX, PARTICIPANT, Record
from server.workshop.views.sight import sees_board


def group(workshop: Workshop, name: str, audience: str) -> Record | None:
    found = workshop.groups.get(name)
    if found is None or audience == PARTICIPANT or not has_cards(workshop, name):
        return None
    if not sees_board(workshop, workshop.boards[found.board], audience):
        return None
    if audience != INBOX and not any(map(workshop.visible, everything_in(workshop, name))):
        return None
    return {
        "id": found.id,
        "board": found.board,
        "name": found.name,
        "column": found.column,
        "rank": found.rank,
        "starred": found.starred,
    }
