"""The board as the facilitator's screen showed it, change by change; what may not be seen now is never told again.

Only places come from the past. Words are those of today: a card that was erased, parked or hidden since has none,
and neither an earlier wording nor the name of a group that is gone comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from server.export.giving_way import giving_way
from server.history.lines import Teller
from server.log import Entry
from server.shelf import Live
from server.workshop import Event, Touched, Workshop, apply
from server.workshop.card import Cards
from server.workshop.group import Groups
from server.workshop.views import FACILITATOR, record

Frame = dict[str, Any]
Place = dict[str, Any]

PLACES = ("column", "group", "under", "parent", "rank", "starred")


def replay(live: Live, board: str, entries: Iterable[Entry]) -> dict[str, Any]:
    """Every change of this board's picture, and today's words for what is in it."""
    reel = Reel(live.workshop, board)
    frames = list(reel.frames(entries))
    # Only now: folding gave way to others, who may have hidden a card meanwhile.
    return {
        "frames": frames,
        "texts": _words(live.workshop, reel.named, "card", "text"),
        "names": _words(live.workshop, reel.named, "group", "name"),
    }


def _words(now: Workshop, keys: Iterable[str], kind: str, field: str) -> dict[str, str | None]:
    named = (key.partition(":")[2] for key in keys if key.startswith(f"{kind}:"))
    seen = ((name, record(now, f"{kind}:{name}", FACILITATOR)) for name in named)
    return {name: found[field] if found else None for name, found in seen}


class Reel:
    """Folds the log and keeps what one board looked like."""

    def __init__(self, now: Workshop, board: str) -> None:
        # Without cards and groups: these lines have no words at all.
        self._wordless, self._board = replace(now, cards=Cards(), groups=Groups()), board
        self._seen: dict[str, Place] = {}
        self._phase: str | None = None
        self.named: dict[str, None] = {}

    def frames(self, entries: Iterable[Entry]) -> Iterator[Frame]:
        then, steps = Workshop(), dict[int, Event]()
        for entry in entries:
            steps[entry.seq] = entry.event
            then, touched = apply(then, entry.event, entry.stamp)
            frame = self._frame(then, touched)
            if frame:
                yield {**Teller(self._wordless, steps).line(entry), **frame}

    def _frame(self, then: Workshop, touched: Touched) -> Frame:
        frame: Frame = {}
        put: dict[str, Place] = {}
        drop: list[str] = []
        for key in giving_way(sorted(touched)):
            if not key.startswith(("card:", "group:")):
                continue
            place = self._place(then, key)
            if place is not None and place != self._seen.get(key):
                put[key] = self._seen[key] = place
                self.named[key] = None
            elif place is None and self._seen.pop(key, None) is not None:
                drop.append(key)
        if put or drop:
            frame |= {"put": put, "drop": drop}
        if self._board in then.boards and then.boards[self._board].phase != self._phase:
            self._phase = frame["phase"] = then.boards[self._board].phase
        return frame

    def _place(self, then: Workshop, key: str) -> Place | None:
        found = record(then, key, FACILITATOR)
        if found is None or found["board"] != self._board:
            return None
        return {field: found[field] for field in PLACES if field in found}
