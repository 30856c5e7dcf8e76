"""Names that every spreadsheet takes for a sheet: short, without its forbidden signs, and each only once."""

from __future__ import annotations

import re

from server.export.printable import printable
from server.thai import cut

LETTERS = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffd]")
# A name that programs keep for themselves.
KEPT = "history"
NAMELESS = "–"


class SheetNames:
    """Gives each sheet a name that no other has; capital letters make no difference."""

    def __init__(self) -> None:
        self._taken: set[str] = {KEPT}

    def take(self, wanted: str) -> str:
        base = " ".join(FORBIDDEN.sub(" ", printable(wanted)).split()).strip("'") or NAMELESS
        name, number = _short(base, LETTERS), 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{_short(base, LETTERS - len(str(number)) - 1)} {number}"
        self._taken.add(name.casefold())
        return name


def _short(name: str, most: int) -> str:
    """Not more than so many of the units that Excel counts, and never half a character a person sees."""
    letters = most
    while _units(found := cut(name, letters)) > most:
        letters -= 1
    return found.strip().strip("'") or NAMELESS


def _units(name: str) -> int:
    """Excel counts an emoji as two."""
    return len(name.encode("utf-16-le")) // 2
