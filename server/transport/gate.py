"""The only way from a socket to the application: what does not pass here never reaches a handler."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from server.transport import compact_json
from server.transport.admission import Admission, Guest
from server.transport.counters import Counters
from server.transport.guards import Environ, Guards
from server.transport.packets import Event, Malformed, Unreadable, read_connect, read_event, split_event
from server.transport.reply import Reply, current

log = logging.getLogger(__name__)

_KEPT = (
    "flask.app",
    "PATH_INFO",
    "QUERY_STRING",
    "REMOTE_ADDR",
    "REMOTE_PORT",
    "REQUEST_METHOD",
    "SCRIPT_NAME",
    "SERVER_NAME",
    "SERVER_PORT",
    "SERVER_PROTOCOL",
    "wsgi.url_scheme",
    "HTTP_COOKIE",
    "HTTP_HOST",
    "HTTP_ORIGIN",
    "HTTP_USER_AGENT",
)
MALFORMED = {"ok": False, "code": "malformed", "retry": False}
SERVER_ERROR = {"ok": False, "code": "server_error", "retry": True}


class Gate:
    def __init__(
        self,
        server: Any,
        guards: Guards,
        admission: Admission,
        counters: Counters,
        opened: Callable[[Any], None],
    ) -> None:
        self._server = server
        self._eio = server.eio
        self._guards = guards
        self._events = dict(guards.events)
        self._admission = admission
        self._counters = counters
        self._opened = opened
        self._stock = dict(self._eio.handlers)
        self._eio.on("connect", self._arrived)
        self._eio.on("message", self._said)
        self._eio.on("disconnect", self._left)

    def close(self, eio_sid: str, reason: str) -> None:
        """Close a session for breaking the rules, without waiting for its client."""
        session = self._eio.sockets.get(eio_sid)
        if session is not None and not session.closed:
            self._counters.drops[reason] += 1
            session.close(wait=False, reason=self._server.reason.SERVER_DISCONNECT)

    def _arrived(self, eio_sid: str, environ: Environ) -> bool | None:
        leaves = self._admission.arrive(eio_sid, self._guards.address(environ))
        if leaves is None:
            self._counters.refused["full"] += 1
            return False
        if leaves:
            self._eio.start_background_task(self.close, leaves, "pushed_out")
        self._counters.opened += 1
        self._opened(self._eio.sockets[eio_sid])
        # The whole environment would keep the HTTP server's objects alive as long as the socket.
        self._stock["connect"](eio_sid, {key: environ[key] for key in _KEPT if key in environ})
        return None

    def _left(self, eio_sid: str, reason: str) -> None:
        self._counters.closed += 1
        try:
            self._stock["disconnect"](eio_sid, reason)
        finally:
            self._admission.leave(eio_sid)

    def _said(self, eio_sid: str, text: object) -> None:
        guest = self._admission.guests.get(eio_sid)
        if guest is None:
            return
        try:
            self._dispatch(eio_sid, guest, text)
        except Malformed:
            self.close(eio_sid, "malformed")

    def _dispatch(self, eio_sid: str, guest: Guest, text: object) -> None:
        if not isinstance(text, str):
            raise Malformed
        if text.startswith("2"):
            self._event(eio_sid, guest, text)
        elif text.startswith("0"):
            self._connect(eio_sid, guest, text)
        elif text == "1":
            self._stock["message"](eio_sid, text)
            self._admission.unseat(eio_sid)
        else:
            raise Malformed

    def _connect(self, eio_sid: str, guest: Guest, text: str) -> None:
        namespace = read_connect(text, self._guards.json_levels)
        guest.tries += 1
        if guest.sid is not None or guest.tries > self._guards.connect_tries:
            raise Malformed
        if namespace != "/":
            error = compact_json.dumps({"message": "Invalid namespace"})
            self._eio.send(eio_sid, f"4{namespace},{error}")
            return
        try:
            self._stock["message"](eio_sid, text)
        except Exception:
            log.exception("connect handler failed")
            self._forget(eio_sid)
            self.close(eio_sid, "server_error")
            return
        if eio_sid in self._admission.guests:
            self._seat_if_accepted(eio_sid, guest)
        else:
            # It left while the handler ran, when there was nobody yet whose leaving could be told.
            self._stock["disconnect"](eio_sid, self._server.reason.TRANSPORT_CLOSE)

    def _forget(self, eio_sid: str) -> None:
        """A connect handler that failed leaves a half-entered socket in the rooms."""
        sid = self._server.manager.sid_from_eio_sid(eio_sid, "/")
        if sid is not None:
            self._server.manager.disconnect(sid, "/")

    def _seat_if_accepted(self, eio_sid: str, guest: Guest) -> None:
        manager = self._server.manager
        sid = manager.sid_from_eio_sid(eio_sid, "/")
        if sid is None or not manager.is_connected(sid, "/"):
            return
        if not self._guards.is_facilitator(sid) and not self._admission.has_seat(eio_sid):
            self.close(eio_sid, "no_seat")
            return
        guest.tries = 0
        too_many = self._admission.seat(eio_sid, sid)
        if too_many is not None:
            self.close(too_many, "too_many_of_one_participant")

    def _event(self, eio_sid: str, guest: Guest, text: str) -> None:
        if guest.sid is None:
            raise Malformed
        ack, json_text = split_event(text)
        reply = Reply(self._eio, eio_sid, ack)
        if self._is_too_fast(eio_sid, guest, reply):
            return
        try:
            event = read_event(json_text, self._events, self._guards.json_levels)
        except Unreadable:
            if not ack:
                raise
            # Whoever waits for an answer gets the one that HTTP would give.
            return reply(MALFORMED)
        self._answer(guest.sid, event, reply)

    def _is_too_fast(self, eio_sid: str, guest: Guest, reply: Reply) -> bool:
        assert guest.bucket is not None
        assert guest.patience is not None
        now = time.monotonic()
        if guest.bucket.take(now):
            return False
        self._counters.rate_limited += 1
        if guest.patience.take(now):
            reply(self._guards.rate_limited(guest.bucket.after_ms()))
        else:
            self.close(eio_sid, "flood")
        return True

    def _answer(self, sid: str, event: Event, reply: Reply) -> None:
        before = current.set(reply)
        try:
            handler = self._server.handlers["/"][event.name]
            answer = handler(sid, *event.arguments)
        except Exception:
            log.exception("%s handler failed", event.name)
            answer, reply.later = SERVER_ERROR, False
        finally:
            current.reset(before)
        if not reply.later:
            reply(answer)
