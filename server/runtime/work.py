"""Waiting, and work that goes on beside everything else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from server.runtime import bugs
from server.runtime.mode import is_green

Result = TypeVar("Result")


def sleep(seconds: float) -> None:
    if is_green():
        import eventlet

        eventlet.sleep(seconds)
    else:
        time.sleep(seconds)


def spawn(work: Callable[..., object], *args: object) -> None:
    """Runs it beside everything else; a bug in it is logged and harms nobody else."""
    if is_green():
        crew().do(_guarded, work, *args)
    else:
        threading.Thread(target=_guarded, args=(work, *args), daemon=True).start()


@cache
def crew() -> Any:
    """Those who do what is spawned, in green."""
    # Imported late: plain threads do without the library.
    from server.runtime.crew import Crew

    return Crew()


def _guarded(work: Callable[..., object], *args: object) -> None:
    try:
        work(*args)
    except Exception:  # noqa: BLE001  the one door for bugs in work that nobody waits for
        bugs.log().exception("bug", work=getattr(work, "__qualname__", "unnamed"))


def every(seconds: float, work: Callable[[], object]) -> Callable[[], None]:
    """Does the work again and again, first after `seconds`; the answer stops it."""
    stopped = threading.Event()

    def again() -> None:
        while not stopped.wait(seconds):
            _guarded(work)

    spawn(again)
    return stopped.set


def run_blocking(work: Callable[..., Result], *args: object) -> Result:
    """Waits for work that holds up its thread (a commit to disk) while everybody else goes on.

    Under eventlet it runs in a native thread. There it must take no lock, log nothing and use no connection
    pool: patched locks that cross threads never wake up. `connection.commit()` of a driver is fine.
    """
    if is_green():
        from eventlet import tpool

        return tpool.execute(work, *args)  # type: ignore[no-any-return]
    return work(*args)
