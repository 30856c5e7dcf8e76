"""Our own backup read as a list of cards, to take them into another workshop; raises ValueError for anything else."""

from __future__ import annotations

from datetime import UTC, datetime

from server.export.reading_csv import Found
from server.export.restore import Anew, restored
from server.workshop import Refused
from server.workshop.places import column_of

# Nothing is made of it, so nothing needs a name.
NOWHERE = Anew("A" * 16, "00000000", "B" * 16, datetime(2000, 1, 1, tzinfo=UTC), "9999-12-31")


def found_in_backup(backup: object) -> list[Found]:
    """The cards in their order, with the names of their columns; parked and late ones stay where they were."""
    try:
        workshop, _ = restored(backup, NOWHERE)
    except Refused as refused:
        raise ValueError(refused.code) from None
    names = {(board.id, one.id): one.name["th"] for board in workshop.boards.values() for one in board.columns}
    cards = [card for card in workshop.cards.values() if not card.parked and not card.late]
    cards.sort(key=lambda card: (card.board, column_of(workshop, card) or "", card.rank, card.id))
    return [
        Found(row, card.text, names.get((card.board, column_of(workshop, card) or ""), ""))
        for row, card in enumerate(cards, 1)
    ]
