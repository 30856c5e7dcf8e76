"""One clock that pings every socket and finds the silent ones, without a task per socket."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any

# A process that was suspended must read what waits in its sockets before it judges anyone silent.
_SUSPENDED_SECONDS = 1.0

_Entry = tuple[float, str, float]


class Heartbeat:
    def __init__(self, interval: float, timeout: float, tick: float) -> None:
        self._interval = interval
        self._timeout = timeout
        self._tick = tick
        self._to_ping: deque[_Entry] = deque()
        self._unanswered: deque[_Entry] = deque()
        self._last_beat = time.monotonic()

    def heard(self, session: Any) -> None:
        """A session has just opened or answered its ping; an answer to no ping counts for nothing."""
        if session.pinged_at is None:
            return
        session.pinged_at = None
        self._to_ping.append((time.monotonic() + self._interval, session.sid, 0.0))

    def beat(self, sessions: Mapping[str, Any], ping: Callable[[Any], None], silent: Callable[[Any], None]) -> None:
        now = time.monotonic()
        if now - self._last_beat > self._tick + _SUSPENDED_SECONDS:
            self._unanswered = deque((now + self._timeout, sid, at) for _, sid, at in self._unanswered)
        self._last_beat = now
        for session, at in _due(self._unanswered, now, sessions):
            if session.pinged_at == at:
                silent(session)
        for session, _ in _due(self._to_ping, now + self._tick, sessions):
            session.pinged_at = now
            self._unanswered.append((now + self._timeout, session.sid, now))
            ping(session)


def _due(entries: deque[_Entry], now: float, sessions: Mapping[str, Any]) -> Iterator[tuple[Any, float]]:
    while entries and entries[0][0] <= now:
        _, sid, at = entries.popleft()
        session = sessions.get(sid)
        if session is not None and not session.closed:
            yield session, at
