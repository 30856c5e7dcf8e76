"""A card, and the cards of a workshop by what people look for."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from server.workshop.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Card:
    """One idea; `column` None is the inbox, `author` None is nobody any more.

    In a group, or `under` another card, a card lies where that one lies (`places.py`); its own column is
    where it falls back to. `parent` is the card or group that it hangs below.

    `shown` is never taken back: the room has seen it, whatever hides it now. `passed`: read by somebody who
    checks, where a board is checked. `table` is where it was written, if a table may be named.
    """

    id: str
    board: str
    text: str
    rank: str
    author: str | None
    original: str | None = None
    column: str | None = None
    group: str | None = None
    under: str | None = None
    parent: str | None = None
    carried_from: str | None = None
    proposed: str | None = None
    neighbour: bool = False
    room: bool = False
    late: bool = False
    parked: bool = False
    shown: bool = False
    starred: bool = False
    passed: bool = False
    table: int | None = None

    @property
    def open_to_all(self) -> bool:
        return self.shown and not self.parked and not self.late


def from_the_room(id: str, board: str, text: str, rank: str, **more: Any) -> Card:
    """A card that somebody who sorts wrote down: it is nobody's, and it has been read."""
    return Card(id, board, text, rank, author=None, room=True, passed=True, **more)


class Cards(Catalogue[Card]):
    """The cards by their ids, boards, columns and writers, and by what they point at."""

    __slots__ = ()

    @staticmethod
    def marks(record: Card) -> Iterator[Hashable]:
        yield "on", record.board
        yield "in", record.board, record.column
        yield "by", record.author
        for above in {record.group, record.under} - {None}:
            yield "within", above
        if record.parent is not None:
            yield "below", record.parent

    def on(self, board: str) -> Collection[Card]:
        return self.marked(("on", board))

    def falling_to(self, board: str, column: str | None) -> Collection[Card]:
        """Those whose own column this is, wherever they lie now."""
        return self.marked(("in", board, column))

    def by(self, author: str | None) -> Collection[Card]:
        return self.marked(("by", author))

    def pointing_at(self, item: str) -> Collection[Card]:
        """Those that name a group they are in, or a card above them."""
        return self.marked(("within", item))

    def hanging_below(self, item: str) -> Collection[Card]:
        return self.marked(("below", item))
