"""What is computed once for each state, however many audiences ask: states are the same when they share their parts."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, TypeVarTuple

Parts = TypeVarTuple("Parts")
R = TypeVar("R")
# Each audience asks for the state before a change and the one after it.
KEPT = 8


class Same:
    """Parts as a key: equal to themselves only, and kept alive, so that their addresses stay their own."""

    __slots__ = ("key", "parts")

    def __init__(self, parts: tuple[Any, ...]) -> None:
        self.parts: Any = parts
        self.key = tuple(part if isinstance(part, str) else id(part) for part in parts)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.key == other.key


def once_for_each(count: Callable[[*Parts], R]) -> Callable[[*Parts], R]:
    """Remember the last answers, for these very parts; nothing that is kept is ever changed in place."""

    @lru_cache(maxsize=KEPT)
    def counted(same: Same) -> R:
        return count(*same.parts)

    def ask(*parts: *Parts) -> R:
        return counted(Same(parts))

    return ask
