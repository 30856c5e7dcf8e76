"""Records by their ids that can also be found by what they say. Never changed in place: a change makes another one."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any, Self, TypeVar

T = TypeVar("T")
NONE: Mapping[str, Any] = {}


class Catalogue(dict[str, T]):
    """A dictionary with lists beside it, so that nobody looks through all records for a few of them.

    `marks` says on which lists a record stands; usually on none.
    """

    __slots__ = ("_lists",)

    def __init__(self, records: Mapping[str, T] | Iterable[tuple[str, T]] = ()) -> None:
        super().__init__(records)
        self._lists: dict[Hashable, dict[str, T]] = {}
        for name, record in self.items():
            for mark in self.marks(record):
                self._lists.setdefault(mark, {})[name] = record

    @staticmethod
    def marks(record: T) -> Iterator[Hashable]:
        return iter(())

    def marked(self, mark: Hashable) -> Collection[T]:
        """The records on one list."""
        return self._lists.get(mark, NONE).values()

    def having(self, records: Mapping[str, T]) -> Self:
        """The same with these in place of what had their names, or new."""
        after = self._changed(self.keys() & records.keys(), records)
        after.update(records)
        return after

    def without(self, names: Iterable[str]) -> Self:
        gone = self.keys() & set(names)
        after = self._changed(gone, {})
        for name in gone:
            del after[name]
        return after

    def _changed(self, old: Iterable[str], new: Mapping[str, T]) -> Self:
        """A copy whose lists have changed; it shares those that are the same."""
        after = type(self)()
        after.update(self)
        after._lists = lists = self._lists.copy()
        leaving = _by_mark((mark, name, self[name]) for name in old for mark in self.marks(self[name]))
        coming = _by_mark((mark, name, record) for name, record in new.items() for mark in self.marks(record))
        for mark in leaving.keys() | coming.keys():
            there, come = lists.get(mark, NONE), coming.get(mark, NONE)
            lists[mark] = listed = {**there, **come}
            for name in leaving.get(mark, NONE).keys() - come.keys():
                del listed[name]
        return after


def _by_mark(records: Iterable[tuple[Hashable, str, T]]) -> dict[Hashable, dict[str, T]]:
    found: dict[Hashable, dict[str, T]] = {}
    for mark, name, record in records:
        found.setdefault(mark, {})[name] = record
    return found
