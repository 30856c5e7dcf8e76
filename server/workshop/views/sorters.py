"""Who has which card, and what the tables sent, for facilitators only."""

from __future__ import annotations

from server.workshop.finding import waits
from server.workshop.state import Workshop
from server.workshop.table_counts import table_counts
from server.workshop.views.audiences import DESK, INBOX, Record


def hold(workshop: Workshop, key: str, audience: str) -> Record | None:
    """A card that waits in somebody's hands; nobody is told of one they may not see."""
    found = workshop.holds.get(key)
    card = workshop.cards.get(found.card) if found else None
    if found is None or card is None or audience not in DESK or not waits(workshop, card.board, card.id):
        return None
    return {"card": card.id, "at": found.at} if audience == INBOX or workshop.visible(card) else None


def tables(workshop: Workshop, board: str, audience: str) -> Record | None:
    lines = table_counts(workshop, board) if board in workshop.boards and audience in DESK else ()
    if not lines:
        return None
    return {
        "tables": [
            {"table": one.table, "seated": one.seated, "senders": one.senders, "cards": one.cards} for one in lines
        ]
    }
