"""How one waits for another's word, in the lightest way there is: every command rings a bell."""

from __future__ import annotations

import threading
from typing import Protocol

from server.runtime.mode import is_green


class Bell(Protocol):
    """One waits until another rings; a ring that came before is not missed."""

    def ring(self) -> None: ...

    def wait(self) -> None: ...


def bell() -> Bell:
    return _GreenBell() if is_green() else _ThreadBell()


class _GreenBell:
    def __init__(self) -> None:
        from eventlet.semaphore import Semaphore

        self._rings = Semaphore(0)

    def ring(self) -> None:
        if not self._rings.counter:
            self._rings.release()

    def wait(self) -> None:
        self._rings.acquire()


class _ThreadBell:
    def __init__(self) -> None:
        self._rung = threading.Event()

    def ring(self) -> None:
        self._rung.set()

    def wait(self) -> None:
        self._rung.wait()
        self._rung.clear()
