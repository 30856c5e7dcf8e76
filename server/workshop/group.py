"""A group of cards that say the same: it has a name and a place of its own among the loose cards."""

from __future__ import annotations

from dataclasses import dataclass


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
