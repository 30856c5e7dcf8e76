"""The HTTP server of eventlet: one green thread for each connection."""

from __future__ import annotations

import errno
import socket
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import eventlet
import eventlet.wsgi

from server.runtime.bugs import OnlyBugs
from server.runtime.limits import SECONDS_OF_SILENCE
from server.runtime.plain_headers import Again, headers_of, lines_of, path_of

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

MOST_CONNECTIONS = 5000
SECONDS_KEPT_ALIVE = 10


def start(app: WSGIApplication, listener: socket.socket) -> Callable[[float], bool]:
    """Serves until the answer is called, which waits for requests until its deadline: were all done?"""
    crowd = eventlet.GreenPool(MOST_CONNECTIONS)
    serving = eventlet.spawn(
        eventlet.wsgi.server,
        _Patient(listener),
        app,
        protocol=_Protocol,
        custom_pool=crowd,
        log_output=False,
        log=OnlyBugs(),
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


class _Protocol(eventlet.wsgi.HttpProtocol):  # type: ignore[misc]
    """The library's, which need not look long at an ordinary GET."""

    rfile: Any

    def parse_request(self) -> bool:
        path = path_of(self.raw_requestline)
        if path is None:
            return bool(super().parse_request())
        lines = lines_of(self.rfile.readline)
        headers = headers_of(lines)
        if headers is None:
            self.rfile = Again(lines, self.rfile.readline)
            return bool(super().parse_request())
        self.command, self.path, self.request_version = "GET", path, "HTTP/1.1"
        self.requestline = f"GET {path} HTTP/1.1"
        self.headers = headers
        self.close_connection = headers.get("connection", "").lower() == "close"
        return True


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
                eventlet.sleep(0.05)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._listener, name)
