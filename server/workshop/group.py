"""A group of cards that say the same: it has a name and a place of its own among the loose cards."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass

from server.workshop.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Group:
    """Cards point at their group; one that was merged points at the group that took its cards in."""

    id: str
    board: str
    name: str
    column: str | None
    rank: str
    starred: bool = False
    merged_into: str | None = None


class Groups(Catalogue[Group]):
    """The groups by their ids and boards, and by the one that took them in."""

    __slots__ = ()

    @staticmethod
    def marks(record: Group) -> Iterator[Hashable]:
        yield "on", record.board
        if record.merged_into is not None:
            yield "into", record.merged_into

    def on(self, board: str) -> Collection[Group]:
        return self.marked(("on", board))

    def merged_into(self, group: str) -> Collection[Group]:
        return self.marked(("into", group))
