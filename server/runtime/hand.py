"""A native thread for work that comes one piece at a time and often, like commits: it is given each without a queue.

The library's pool serves any number of callers with twenty threads, and needs twice the system calls for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from server.runtime.mode import is_green


class Hand(Protocol):
    """Does one thing after another for one caller, who waits while everybody else goes on."""

    def do(self, work: Callable[..., Any], *args: object) -> Any: ...


def hand() -> Hand:
    return _GreenHand() if is_green() else _NoHand()


class _NoHand:
    def do(self, work: Callable[..., Any], *args: object) -> Any:
        return work(*args)


class _GreenHand:
    """The work must take no lock, log nothing and use no connection pool, as in `run_blocking`."""

    def __init__(self) -> None:
        from eventlet.patcher import original

        self._native: Any = original("threading")
        self._started = False
        self._given = self._native.Lock()
        self._given.acquire()
        self._work: tuple[Callable[..., Any], tuple[object, ...]] = (lambda: None, ())
        self._caller: Any = None
        self._answer: Any = None
        self._error: BaseException | None = None

    def do(self, work: Callable[..., Any], *args: object) -> Any:
        from eventlet import getcurrent
        from eventlet.hubs import get_hub

        if not self._started:
            self._start()
        self._work, self._caller = (work, args), getcurrent()
        self._given.release()
        get_hub().switch()
        answer, error = self._answer, self._error
        self._answer = self._error = None
        if error is not None:
            raise error
        return answer

    def _start(self) -> None:
        from eventlet.hubs import get_hub
        from eventlet.hubs.hub import READ
        from eventlet.patcher import original

        self._started = True
        self._done, self._tell = original("socket").socketpair()
        # It stays there: to wait for each answer anew would be two more system calls.
        get_hub().add(READ, self._done.fileno(), self._is_done, self._is_done, None)
        self._native.Thread(target=self._run, name="hand", daemon=True).start()

    def _is_done(self, _fileno: int) -> None:
        self._done.recv(1)
        self._caller.switch()

    def _run(self) -> None:
        while True:
            self._given.acquire()
            work, args = self._work
            try:
                self._answer = work(*args)
            except BaseException as error:  # noqa: BLE001  whoever waits for it raises it
                self._error = error
            self._tell.send(b".")
