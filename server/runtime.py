"""The one place that knows the async library: patching, serving, waiting, stopping. It knows no boards.

The library is eventlet; the same calls work with plain threads (BATKHAM_ASYNC=threading), so that leaving it
one day means changing this file.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import signal
import socket
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal, NoReturn, Protocol, TypeVar

from server.listening import PortTaken, listen, raise_file_limit

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

__all__ = [
    "Bell",
    "PortTaken",
    "bell",
    "every",
    "leave",
    "listen",
    "monotonic",
    "patch",
    "raise_file_limit",
    "run_blocking",
    "serve",
    "sleep",
    "spawn",
]

Mode = Literal["eventlet", "threading"]
Result = TypeVar("Result")

MOST_CONNECTIONS = 5000
# Longer than a phone's silence between two pings (8 s + 6 s), short enough to drop half-open connections.
SECONDS_OF_SILENCE = 20
SECONDS_KEPT_ALIVE = 10
# A stop takes two seconds at most; what the first steps do not need is left for requests still running.
SECONDS_TO_STOP = 1.8
SECONDS_TO_DRAIN, SECONDS_TO_HEAR_IT, SECONDS_TO_CLOSE = 0.8, 0.2, 0.3

_mode: Mode = "threading"

monotonic = time.monotonic


class SocketServer(Protocol):
    """What we need of the Socket.IO server: its Engine.IO sockets and a way to close one."""

    eio: Any


class HoldsServer(Protocol):
    """The Flask-SocketIO object around it."""

    server: SocketServer


def patch(mode: Mode) -> None:
    """Must run before anything else is imported that opens sockets or locks."""
    global _mode
    _mode = mode
    if mode == "eventlet":
        warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
        os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
        import eventlet

        eventlet.monkey_patch()


def sleep(seconds: float) -> None:
    if _mode == "eventlet":
        import eventlet

        eventlet.sleep(seconds)
    else:
        time.sleep(seconds)


def spawn(work: Callable[..., object], *args: object) -> None:
    """Runs it beside everything else; a bug in it is logged and harms nobody else."""
    if _mode == "eventlet":
        import eventlet

        eventlet.spawn_n(_guarded, work, *args)
    else:
        threading.Thread(target=_guarded, args=(work, *args), daemon=True).start()


def _guarded(work: Callable[..., object], *args: object) -> None:
    try:
        work(*args)
    except Exception:  # noqa: BLE001  the one door for bugs in work that nobody waits for
        _log().exception("bug", work=getattr(work, "__qualname__", "unnamed"))


def _log() -> Any:
    # Imported late: whatever is imported before patch() keeps its unpatched locks.
    import structlog

    return structlog.get_logger()


def every(seconds: float, work: Callable[[], object]) -> Callable[[], None]:
    """Does the work again and again, first after `seconds`; the answer stops it."""
    stopped = threading.Event()

    def again() -> None:
        while not stopped.wait(seconds):
            _guarded(work)

    spawn(again)
    return stopped.set


class Bell(Protocol):
    """One waits until another rings; a ring that came before is not missed."""

    def ring(self) -> None: ...

    def wait(self) -> None: ...


def bell() -> Bell:
    """The lightest there is: every command rings one."""
    return _GreenBell() if _mode == "eventlet" else _ThreadBell()


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


def run_blocking(work: Callable[..., Result], *args: object) -> Result:
    """Waits for work that holds up its thread (a commit to disk) while everybody else goes on.

    Under eventlet it runs in a native thread. There it must take no lock, log nothing and use no connection
    pool: patched locks that cross threads never wake up. `connection.commit()` of a driver is fine.
    """
    if _mode == "eventlet":
        from eventlet import tpool

        return tpool.execute(work, *args)  # type: ignore[no-any-return]
    return work(*args)


def serve(
    app: WSGIApplication, server: SocketServer, listener: socket.socket, *, on_drain: Callable[[], object]
) -> int:
    """Serves until SIGTERM or Ctrl-C, then lets everyone finish; the exit code, within two seconds.

    `on_drain` refuses new work, commits and acknowledges what is queued and tells the phones.
    """
    _spare_the_collector()
    with _stop_signal() as wait_for_signal:
        stop = _start_green(app, listener) if _mode == "eventlet" else _start_threads(app, listener)
        wait_for_signal()
        deadline = time.monotonic() + SECONDS_TO_STOP
        _at_most(SECONDS_TO_DRAIN, on_drain)
        sleep(SECONDS_TO_HEAR_IT)
        # The sessions before the server: the other way round the server waits for them for ever.
        _at_most(SECONDS_TO_CLOSE, _close_sockets, server)
        return 0 if stop(deadline) else 1


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


def _start_green(app: WSGIApplication, listener: socket.socket) -> Callable[[float], bool]:
    import eventlet
    import eventlet.wsgi

    crowd = eventlet.GreenPool(MOST_CONNECTIONS)
    serving = eventlet.spawn(
        eventlet.wsgi.server,
        _Patient(listener),
        app,
        custom_pool=crowd,
        log_output=False,
        log=_OnlyBugs(),
        # With debug on, which is its default, a bug's traceback goes to whoever asked.
        debug=False,
        socket_timeout=SECONDS_OF_SILENCE,
        keepalive=SECONDS_KEPT_ALIVE,
    )

    def stop(deadline: float) -> bool:
        listener.close()
        eventlet.spawn_n(serving.kill)
        while crowd.running() and time.monotonic() < deadline:
            eventlet.sleep(0.02)
        return not crowd.running()

    return stop


class _Patient:
    """A listener whose accept() outlives a phone that hung up in the queue and a moment without free files.

    The server would end its accept loop for either.
    """

    PASSING = frozenset({errno.ECONNABORTED, errno.ECONNRESET, errno.EPROTO, errno.EMFILE, errno.ENFILE, errno.ENOBUFS})

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener

    def accept(self) -> tuple[socket.socket, Any]:
        while True:
            try:
                return self._listener.accept()
            except OSError as why:
                if why.errno not in self.PASSING:
                    # Closed by us: the word for it that ends the accept loop quietly.
                    raise OSError(errno.ESHUTDOWN, "stopped listening") from why
                sleep(0.05)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._listener, name)


class _OnlyBugs:
    """The server's log. It names requests, and so could name secrets; only tracebacks are kept."""

    def write(self, text: str) -> None:
        if "Traceback" in text:
            _log().error("bug", work="request", traceback=text)

    def flush(self) -> None:
        pass


def _start_threads(app: WSGIApplication, listener: socket.socket) -> Callable[[float], bool]:
    from werkzeug.serving import WSGIRequestHandler, make_server

    answering: set[WSGIRequestHandler] = set()

    class Quiet(WSGIRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = SECONDS_OF_SILENCE

        def run_wsgi(self) -> None:
            answering.add(self)
            try:
                super().run_wsgi()
            finally:
                answering.discard(self)

        def log(self, type: str, message: str, *args: Any) -> None:
            if type == "error":
                _OnlyBugs().write(message % args)

        def version_string(self) -> str:
            return "batkham"

    host, port = listener.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, request_handler=Quiet, fd=listener.fileno())
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(deadline: float) -> bool:
        server.shutdown()
        server.server_close()
        listener.close()
        while answering and time.monotonic() < deadline:
            time.sleep(0.02)
        return not answering

    return stop
