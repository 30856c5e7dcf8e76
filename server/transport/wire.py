"""One WebSocket without a greenlet, queue or timeout of its own: the hub calls it when bytes can pass."""

from __future__ import annotations

import logging
import socket
import struct
import sys
import time
from collections import deque
from contextlib import suppress
from typing import Any, Protocol

from eventlet.hubs import get_hub
from eventlet.hubs.hub import READ, WRITE
from wsproto.frame_protocol import CloseReason, Frame, Opcode

from server.runtime import spawn
from server.transport.backlog import Backlog
from server.transport.counters import Counters
from server.transport.frames import PONG, close_frame, frame
from server.transport.guards import Guards
from server.transport.incoming import Incoming, NotAllowed

log = logging.getLogger(__name__)

# Small reads bound the time a flood of tiny frames can hold the hub in one turn.
_READ_BYTES = 4096
_INBOX_MESSAGES = 32
CLOSING_SECONDS = 3.0
_RESET_ON_CLOSE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Owner(Protocol):
    """The session behind a wire; `received` and `lost` may block, `pong` must not."""

    def pong(self) -> None: ...

    def received(self, wire: Wire, text: str) -> None: ...

    def lost(self, wire: Wire, reason: str) -> None: ...


class Wire:
    __slots__ = (
        "_backlog",
        "_counters",
        "_deadlines",
        "_guards",
        "_inbox",
        "_incoming",
        "_owner",
        "_reader",
        "_reason",
        "_socket",
        "_working",
        "_writer",
        "busy",
        "closed",
        "closing",
        "send",
    )

    def __init__(
        self,
        connection: socket.socket,
        owner: Owner,
        guards: Guards,
        counters: Counters,
        deadlines: dict[Wire, float],
    ) -> None:
        self._socket = connection
        self.send = connection.send
        self._owner = owner
        self._guards = guards
        self._counters = counters
        self._deadlines = deadlines
        self._incoming = Incoming(guards)
        self._inbox: deque[str] | None = None
        self._backlog: Backlog | None = None
        self._reader: Any = None
        self._writer: Any = None
        self._working = False
        self._reason = ""
        self.closing = False
        self.closed = False
        # Not to be written to directly: something waits, or nothing may be said any more.
        self.busy = False

    def start(self, early: bytes) -> None:
        """Listen; `early` is what came in together with the handshake."""
        self._resume()
        if early:
            self._feed(early)

    def settle(self) -> None:
        """The upgrade is done: no deadline any more."""
        self._deadlines.pop(self, None)

    def allow_more(self) -> None:
        """It answered a ping: it may send as many frames again."""
        self._incoming.frames = 0

    # Writing: at once if the kernel takes it, otherwise in order from a bounded backlog.

    def write(self, data: bytes) -> None:
        if self.closing:
            return
        if self._backlog is not None:
            self._postpone(self._backlog, data)
            return
        try:
            sent = self.send(data)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.drop("transport close")
            return
        if sent != len(data):
            self.begin_backlog(data[sent:])

    def begin_backlog(self, rest: bytes) -> None:
        if self.closed:
            return
        self.busy = True
        self._backlog = Backlog(rest)
        self._writer = get_hub().add(WRITE, self._socket.fileno(), self._writable, self._broken, None)

    def _postpone(self, backlog: Backlog, data: bytes) -> None:
        backlog.add(data)
        if backlog.bytes > self._guards.backlog_bytes:
            self._counters.drops["slow_reader"] += 1
            self._reset()
            self.drop("slow reader")

    def _writable(self, _fileno: int) -> None:
        try:
            if self._backlog is not None:
                self._backlog.send_all(self.send)
        except BlockingIOError:
            return
        except OSError:
            self.drop("transport close")
            return
        if not self.closed:
            self._end_backlog()

    def _end_backlog(self) -> None:
        get_hub().remove(self._writer)
        self._backlog = self._writer = None
        self.busy = self.closing
        if self.closing:
            self._half_close()

    # Reading: messages are put together in the hub and answered in a greenlet, in order.

    def _readable(self, _fileno: int) -> None:
        if self.closed:
            return
        try:
            data = self._socket.recv(_READ_BYTES)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.drop("transport close")
        elif not self.closing:
            self._feed(data)

    def _feed(self, data: bytes) -> None:
        self._counters.bytes_in += len(data)
        try:
            for received in self._incoming.take(data):
                self._take(received)
                if self.closing or self.closed:
                    return
        except NotAllowed as why:
            self._refuse(why)

    def _take(self, received: str | Frame) -> None:
        if isinstance(received, str):
            self._hand_over(received)
        elif received.opcode is Opcode.PING:
            self.write(frame(PONG, _bytes(received.payload)))
        elif received.opcode is Opcode.CLOSE:
            self._answer_close(received)

    def _answer_close(self, received: Frame) -> None:
        code = received.payload[0]
        # Only a page that is closed or left says so; a page that lost its network also closes, to try again.
        self._reason = "client disconnect" if code == CloseReason.GOING_AWAY else "transport close"
        self.finish(CloseReason.NORMAL_CLOSURE if code == CloseReason.NO_STATUS_RCVD else int(code))

    def _refuse(self, why: NotAllowed) -> None:
        self._counters.drops[why.reason] += 1
        self._inbox = None
        self._reason = "transport error"
        self.finish(why.code)

    def _hand_over(self, text: str) -> None:
        self._counters.messages_in += 1
        if text == "3":
            self._owner.pong()
            return
        if self._inbox is None:
            self._inbox = deque()
        self._inbox.append(text)
        if len(self._inbox) > _INBOX_MESSAGES:
            self._pause()
        self._work_soon()

    def _work_soon(self) -> None:
        if not self._working:
            self._working = True
            spawn(self._work)

    def _work(self) -> None:
        try:
            while self._inbox:
                self._owner.received(self, self._inbox.popleft())
        finally:
            self._working = False
            self._inbox = None
            if self.closing or self.closed:
                self._owner.lost(self, self._reason or "transport close")
            else:
                self._resume()

    def _pause(self) -> None:
        if self._reader is not None:
            get_hub().remove(self._reader)
            self._reader = None

    def _resume(self) -> None:
        if self._reader is None and not self.closed:
            self._reader = get_hub().add(READ, self._socket.fileno(), self._readable, self._broken, None)

    # Ending: say why, let the backlog out, close our half, and wait for the other side to close.

    def finish(self, code: int) -> None:
        if self.closing or self.closed:
            return
        self.write(close_frame(code))
        self.closing = self.busy = True
        self._resume()
        self._deadlines[self] = time.monotonic() + CLOSING_SECONDS
        if self._backlog is None:
            self._half_close()
        self._work_soon()

    def _half_close(self) -> None:
        try:
            self._socket.shutdown(socket.SHUT_WR)
        except OSError:
            self.drop("transport close")

    def drop(self, reason: str) -> None:
        """Close now, with what is unsent; the session hears of it in a greenlet of its own."""
        if self.closed:
            return
        self.closed = True
        self._reason = self._reason or reason
        self._deadlines.pop(self, None)
        self._pause()
        if self._writer is not None:
            get_hub().remove(self._writer)
        self._backlog = self._writer = None
        self._socket.close()
        if not self.closing:
            self._work_soon()

    def _reset(self) -> None:
        # The kernel would keep a slow reader's send buffer for minutes after an ordinary close.
        with suppress(OSError):
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)

    def _broken(self, _error: object) -> None:
        self.drop("transport error")


def _bytes(payload: bytes | str | tuple[int, str]) -> bytes:
    assert isinstance(payload, bytes)
    return payload
