"""Green threads that stay for the next piece of work: every message and frame would else make one of its own.

A new one costs the kernel a mapping and two page faults, and its end another call: more than most messages do.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

import eventlet
from eventlet.hubs import get_hub

# More than these are only needed while work waits for a disk or a network; then they are let go again.
MOST_IDLE = 8


class Crew:
    def __init__(self) -> None:
        self._idle: list[Any] = []
        self._waiting: deque[tuple[Callable[..., object], tuple[object, ...]]] = deque()

    @property
    def idle(self) -> int:
        return len(self._idle)

    def do(self, work: Callable[..., object], *args: object) -> None:
        """Runs it soon, beside everything else; it must not raise."""
        # Not handed over with the switch: a green thread keeps what it began with for as long as it lives.
        self._waiting.append((work, args))
        if self._idle:
            get_hub().schedule_call_global(0, self._idle.pop().switch)
        else:
            eventlet.spawn_n(self._stay)

    def _stay(self) -> None:
        while True:
            work, args = self._waiting.popleft()
            work(*args)
            del work, args
            if len(self._idle) >= MOST_IDLE:
                return
            self._idle.append(eventlet.getcurrent())
            get_hub().switch()
