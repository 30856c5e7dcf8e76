"""Whether the clock can be believed enough to erase by it: a flat battery can put a laptop years ahead."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

logger = logging.getLogger("batkham.doubt")

# Nobody leaves workshops alone for longer than this, and most have expired by then.
LONGEST_PAUSE = timedelta(days=400)
JUMP = timedelta(minutes=5)
STEADY = timedelta(hours=1)


class Doubt:
    """The clock is doubted when it has jumped, or is long after the newest thing that is known to have happened.

    An hour in which it goes like any other clock clears the doubt: by then a network has set it right.
    """

    def __init__(self, clock: Callable[[], datetime], steady: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._steady = steady
        self._doubted = False
        self._since = self._now()

    def is_cleared(self, newest: datetime | None) -> bool:
        """May something be erased because its day has come, the newest event being so old?"""
        now, steady = self._now()
        jumped = abs((now - self._since[0]) - (steady - self._since[1])) > JUMP
        if jumped:
            self._since = now, steady
        if jumped or (not self._doubted and newest is not None and now - newest > LONGEST_PAUSE):
            self._doubt(now, newest)
        return not self._doubted or steady - self._since[1] >= STEADY

    def _doubt(self, now: datetime, newest: datetime | None) -> None:
        self._doubted = True
        told = "never" if newest is None else newest.isoformat()
        logger.warning("the clock says %s, the newest event was %s: nothing is deleted for now", now.isoformat(), told)

    def _now(self) -> tuple[datetime, timedelta]:
        return self._clock(), timedelta(seconds=self._steady())
