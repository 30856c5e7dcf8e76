"""Our own backup read without being made a workshop again: as it was, or as a list of cards for another one."""

from __future__ import annotations

from datetime import UTC, datetime

from server.export.reading_csv import Found
from server.export.restore import Anew, restored
from server.workshop import Refused, Workshop
from server.workshop.places import column_of

# Nothing is made of it, so nothing needs a name.
NOWHERE = Anew("A" * 16, "00000000", "B" * 16, datetime(2000, 1, 1, tzinfo=UTC), "9999-12-31")


def read_backup(backup: object) -> Workshop:
    """The workshop as it was; raises Refused."""
    return restored(backup, NOWHERE)[0]


def found_in_backup(backup: object) -> list[Found]:
    """The cards in their order with the names of their columns, not the parked and late ones; raises ValueError."""
    try:
        workshop = read_backup(backup)
    except Refused as refused:
        raise ValueError(refused.code) from None
    names = {(board.id, one.id): one.name["th"] for board in workshop.boards.values() for one in board.columns}
    cards = [card for card in workshop.cards.values() if not card.parked and not card.late]
    cards.sort(key=lambda card: (card.board, column_of(workshop, card) or "", card.rank, card.id))
    return [
        Found(row, card.text, names.get((card.board, column_of(workshop, card) or ""), ""))
        for row, card in enumerate(cards, 1)
    ]
