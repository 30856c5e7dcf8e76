"""Serving until somebody says stop, and stopping in order: everybody hears of it, and nothing begun is lost."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from server.runtime.mode import is_green
from server.runtime.work import sleep, spawn

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

# A stop takes two seconds at most; what the first steps do not need is left for requests still running.
SECONDS_TO_STOP = 1.8
SECONDS_TO_DRAIN, SECONDS_TO_HEAR_IT, SECONDS_TO_CLOSE = 0.8, 0.2, 0.3


class SocketServer(Protocol):
    """What we need of the Socket.IO server: its Engine.IO sockets and a way to close one."""

    eio: Any


class HoldsServer(Protocol):
    """The Flask-SocketIO object around it."""

    server: SocketServer


def serve(
    app: WSGIApplication, server: SocketServer, listener: socket.socket, *, on_drain: Callable[[], object]
) -> int:
    """Serves until SIGTERM or Ctrl-C, then lets everyone finish; the exit code, within two seconds.

    `on_drain` refuses new work, commits and acknowledges what is queued and tells the phones.
    """
    _spare_the_collector()
    with _stop_signal() as wait_for_signal:
        stop = _start(app, listener)
        wait_for_signal()
        deadline = time.monotonic() + SECONDS_TO_STOP
        _at_most(SECONDS_TO_DRAIN, on_drain)
        sleep(SECONDS_TO_HEAR_IT)
        # The sessions before the server: the other way round the server waits for them for ever.
        _at_most(SECONDS_TO_CLOSE, _close_sockets, server)
        return 0 if stop(deadline) else 1


def _start(app: WSGIApplication, listener: socket.socket) -> Callable[[float], bool]:
    if is_green():
        from server.runtime.green import start
    else:
        from server.runtime.threads import start
    return start(app, listener)


def _spare_the_collector() -> None:
    """What is there at the start stays: looking through it again and again would only hold everybody up."""
    gc.collect()
    gc.freeze()


def leave(code: int) -> NoReturn:
    """Ends the process at once: a phone that never hangs up must not keep it alive."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


@contextlib.contextmanager
def _stop_signal() -> Iterator[Callable[[], object]]:
    """A signal handler alone does not wake a sleeping hub; a byte on a socket does."""
    waking, woken = socket.socketpair()
    waking.setblocking(False)
    signals = [signal.SIGTERM, signal.SIGINT]
    if sys.platform == "win32":
        signals.append(signal.SIGBREAK)
    before = {number: signal.signal(number, lambda *_: None) for number in signals}
    wakeup_before = signal.set_wakeup_fd(waking.fileno())
    try:
        yield lambda: _first_of(woken, signals)
    finally:
        signal.set_wakeup_fd(wakeup_before)
        for number, handler in before.items():
            signal.signal(number, handler)
        waking.close()
        woken.close()


def _first_of(woken: socket.socket, signals: list[signal.Signals]) -> None:
    while woken.recv(1)[0] not in signals:
        pass


def _at_most(seconds: float, work: Callable[..., object], *args: object) -> None:
    done = threading.Event()

    def work_then_tell() -> None:
        try:
            work(*args)
        finally:
            done.set()

    spawn(work_then_tell)
    done.wait(seconds)


def _close_sockets(server: SocketServer) -> None:
    for sid in list(server.eio.sockets):
        spawn(_close_socket, server, sid)
    while server.eio.sockets:
        sleep(0.02)


def _close_socket(server: SocketServer, sid: str) -> None:
    # One that has just gone by itself is what we want.
    with contextlib.suppress(KeyError):
        server.eio.disconnect(sid)
