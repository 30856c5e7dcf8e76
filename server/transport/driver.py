"""The WebSocket driver: takes the connection out of the HTTP server's hands and gives it to a Wire."""

from __future__ import annotations

import base64
import hashlib
import socket
import time
from collections.abc import Callable
from typing import Any

from eventlet import wsgi
from eventlet.patcher import original

from server.transport.counters import Counters
from server.transport.guards import Environ, Guards
from server.transport.session import FastSession
from server.transport.wire import Wire

_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_native_socket = original("socket")


class FastDriver:
    """Stands where engine.io expects a WebSocket class; one instance per server, called per handshake."""

    def __init__(
        self, guards: Guards, counters: Counters, deadlines: dict[Wire, float], stock: Callable[..., Any]
    ) -> None:
        self._stock = stock
        self._guards = guards
        self._counters = counters
        self._deadlines = deadlines

    def __call__(self, handler: Any, server: Any) -> Callable[[Environ, Any], Any]:
        def upgrade(environ: Environ, start_response: Any) -> Any:
            # A TLS connection cannot be detached from the object that encrypts it.
            if environ["wsgi.url_scheme"] == "https":
                return self._stock(handler, server)(environ, start_response)
            return self._hand_over(handler.__self__, environ)

        return upgrade

    def _hand_over(self, session: FastSession, environ: Environ) -> list[bytes]:
        connection, early = _take_connection(environ)
        wire = Wire(connection, session, self._guards, self._counters, self._deadlines)
        if session.connected:
            self._deadlines[wire] = time.monotonic() + self._guards.connect_seconds
            session.try_upgrade(wire)
        else:
            session.attach(wire)
        wire.start(early)
        return []


def _take_connection(environ: Environ) -> tuple[socket.socket, bytes]:
    green = environ["eventlet.input"].get_socket()
    green.sendall(_accept(environ["HTTP_SEC_WEBSOCKET_KEY"]))
    # Detached, the descriptor outlives the HTTP server's own closing of the connection.
    connection: socket.socket = _native_socket.socket(fileno=green.fd.detach())
    connection.setblocking(False)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    wsgi.WSGI_LOCAL.already_handled = True
    return connection, _already_read(environ)


def _already_read(environ: Environ) -> bytes:
    try:
        early: bytes = environ["eventlet.input"].rfile.peek()
    except OSError:
        return b""
    return early


def _accept(key: str) -> bytes:
    digest = base64.b64encode(hashlib.sha1(key.encode() + _GUID).digest())
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + digest + b"\r\n\r\n"
    )
