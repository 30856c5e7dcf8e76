"""Live workshops in memory: each the fold of its log, put away when nobody has used it for a while."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, select

from server import log
from server.events import UnknownEvent
from server.jobs import Done
from server.runtime import sleep
from server.tables import workshops
from server.workshop import Refused, Touched, Workshop, apply

logger = logging.getLogger("batkham.shelf")

IDLE_SECONDS = 15 * 60
REMEMBERED = 2_000
YIELD_EVERY = 200
# Until somebody has updated the program; a phone keeps its card as long.
UNREADABLE_MS = 30_000


Remembered = tuple[int, tuple[str, ...]]


@dataclass(slots=True)
class Live:
    """A workshop as of `seq`, and what its last events touched, oldest first."""

    workshop: Workshop
    seq: int
    recent: deque[Remembered] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    used: float = field(default_factory=time.monotonic)

    def touched_since(self, seq: int) -> Touched | None:
        """What changed after `seq`, or None when that is too long ago to know."""
        # A copy: with threads the desk may add to it meanwhile.
        recent = tuple(self.recent)
        oldest = recent[0][0] if recent else self.seq + 1
        if seq > self.seq or seq < oldest - 1:
            return None
        return frozenset().union(*(touched for at, touched in recent if at > seq))


class Shelf:
    """Finds workshops, folding them from the log when they are not in memory."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._live: dict[str, Live] = {}
        self._lock = threading.Lock()

    def find(self, workshop_id: str) -> Live | None:
        """The workshop now, or None when there is none of that id; raises Refused when its log cannot be read."""
        live = self._live.get(workshop_id)
        if live is None:
            live = self._load(workshop_id)
        if live is not None:
            live.used = time.monotonic()
        return live

    def must_find(self, workshop_id: str) -> Live:
        """The workshop now; raises Refused when it was deleted."""
        live = self.find(workshop_id)
        if live is None:
            raise Refused("gone")
        return live

    def live(self, workshop_id: str) -> Live | None:
        """The workshop if it is in memory; never touches the database."""
        return self._live.get(workshop_id)

    def caught_up(self, connection: Connection, workshop_id: str, head: int | None) -> Live:
        """The workshop at the head of its log, as the locked row tells it; empty before its first event."""
        live = self._live.get(workshop_id) or Live(Workshop(), 0)
        if head is None or live.seq == head:
            return live
        return _fold(live, log.since(connection, workshop_id, live.seq))

    def refreshed(self, workshop_id: str) -> Live | None:
        """The workshop with whatever another process has added to its log meanwhile."""
        live = self.find(workshop_id)
        if live is None:
            return None
        with self._lock, self._engine.connect() as connection:
            fresh = _fold(live, log.since(connection, workshop_id, live.seq))
            if fresh.seq > live.seq:
                live.workshop, live.seq, live.recent = fresh.workshop, fresh.seq, fresh.recent
        return live

    def keep(self, workshop_id: str, workshop: Workshop, seq: int, done: tuple[Done, ...]) -> None:
        """Put a committed state on the shelf."""
        live = self._live.setdefault(workshop_id, Live(workshop, seq))
        # In this order: who reads meanwhile may know more than its number says, but never less.
        live.recent.extend(_remembered(one.seq, one.touched) for one in done)
        live.workshop = workshop
        live.seq, live.used = seq, time.monotonic()

    def drop(self, workshop_id: str) -> None:
        self._live.pop(workshop_id, None)

    def put_away(self, in_use: Callable[[str], bool], forget: Callable[[str], object]) -> None:
        """Let go of workshops that nobody has used for a while, and have others forget them too."""
        before = time.monotonic() - IDLE_SECONDS
        for workshop_id, live in list(self._live.items()):
            if live.used < before and not in_use(workshop_id):
                self.drop(workshop_id)
                forget(workshop_id)

    def _load(self, workshop_id: str) -> Live | None:
        with self._lock:
            if workshop_id in self._live:
                return self._live[workshop_id]
            with self._engine.connect() as connection:
                if connection.execute(select(workshops.c.id).where(workshops.c.id == workshop_id)).first() is None:
                    return None
                live = _read(connection, workshop_id)
            # The writer may have been here first while the fold was giving way to others.
            return self._live.setdefault(workshop_id, live)


def _read(connection: Connection, workshop_id: str) -> Live:
    """A workshop from its whole log; refused, with one line in the log, when it was written by a newer program."""
    try:
        return _fold(Live(Workshop(), 0), log.since(connection, workshop_id, 0))
    except UnknownEvent as why:
        logger.error("workshop %s cannot be opened: %s", workshop_id, why)
        raise Refused("server_error", retry=True, after_ms=UNREADABLE_MS) from None


def _remembered(seq: int, touched: Touched) -> Remembered:
    """What an event touched, as small as it can be kept: the same few names come again and again."""
    return seq, tuple(map(sys.intern, touched))


def _fold(live: Live, entries: Any) -> Live:
    """The state after more of the log; gives way to others now and then, for a cold log is long."""
    workshop, seq, recent = live.workshop, live.seq, live.recent.copy()
    for entry in entries:
        workshop, touched = apply(workshop, entry.event, entry.stamp)
        seq = entry.seq
        recent.append(_remembered(seq, touched))
        if seq % YIELD_EVERY == 0:
            sleep(0)
    return Live(workshop, seq, recent)
