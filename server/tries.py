"""Wrong codes: each makes the next wrong answer slower. A right code is never held up.

A whole venue stands behind one address, so only failures count, and they are soon forgotten.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

FREE_TRIES = 10
FIRST_DELAY = 0.25
LONGEST_DELAY = 8.0
FORGET_SECONDS = 60.0
MANY_A_MINUTE = 100
KEPT_ADDRESSES = 10_000


class Tries:
    """Counts failures by address over the last minute, in monotonic time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._by_address: dict[str, deque[float]] = {}
        self._all: deque[float] = deque(maxlen=MANY_A_MINUTE + 1)

    def failed(self, address: str) -> float:
        """Count a failure; returns how many seconds to wait before saying so."""
        now = self._clock()
        self._all.append(now)
        mine = self._recent(address, now)
        mine.append(now)
        beyond = len(mine) - FREE_TRIES
        return min(FIRST_DELAY * 2.0 ** (beyond - 1), LONGEST_DELAY) if beyond > 0 else 0.0

    def under_attack(self) -> bool:
        """More than a hundred wrong codes in the last minute: a new code should be offered."""
        return len(self._all) > MANY_A_MINUTE and self._clock() - self._all[0] < FORGET_SECONDS

    def _recent(self, address: str, now: float) -> deque[float]:
        if len(self._by_address) > KEPT_ADDRESSES:
            self._by_address.clear()
        mine = self._by_address.setdefault(address, deque(maxlen=FREE_TRIES + 16))
        while mine and now - mine[0] > FORGET_SECONDS:
            mine.popleft()
        return mine
