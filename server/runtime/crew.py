"""Green threads that stay for the next piece of work: every message and frame would else make one of its own.

A new one costs the kernel a mapping and two page faults, and its end another call: more than most messages do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import eventlet
from eventlet.hubs import get_hub

# More than these are only needed while work waits for a disk or a network; then they are let go again.
MOST_IDLE = 8


class Crew:
    def __init__(self) -> None:
        self._idle: list[Any] = []

    @property
    def idle(self) -> int:
        return len(self._idle)

    def do(self, work: Callable[..., object], *args: object) -> None:
        """Runs it soon, beside everything else; it must not raise."""
        if self._idle:
            get_hub().schedule_call_global(0, self._idle.pop().switch, work, args)
        else:
            eventlet.spawn_n(self._stay, work, args)

    def _stay(self, work: Callable[..., object] | None, args: tuple[object, ...]) -> None:
        while work is not None:
            work(*args)
            # What was worked on must not be kept alive by who rests.
            work, args = None, ()
            if len(self._idle) < MOST_IDLE:
                self._idle.append(eventlet.getcurrent())
                work, args = get_hub().switch()
