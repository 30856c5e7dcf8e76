"""The HTTP side of the live path: refuses what the protocol does not know before engine.io reads it."""

from __future__ import annotations

import base64
import binascii
import io
import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs

from server.transport.counters import Counters
from server.transport.guards import Environ, Guards
from server.transport.packets import is_packet

Respond = Callable[..., Any]
Application = Callable[[Environ, Respond], Iterable[bytes]]

_PACKETS_PER_POST = 16
_BAD = "400 Bad Request"


class Refused(Exception):
    def __init__(self, status: str = _BAD, headers: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(status)
        self.status = status
        self.headers = headers


class Door:
    """WSGI middleware in front of the Socket.IO path; everything else passes untouched."""

    def __init__(
        self,
        inner: Application,
        path: str,
        guards: Guards,
        counters: Counters,
        close: Callable[[str, str], None],
    ) -> None:
        self._inner = inner
        self._prefix = f"/{path.strip('/')}/"
        self._guards = guards
        self._counters = counters
        self._close = close
        self._polling: set[str] = set()

    def __call__(self, environ: Environ, respond: Respond) -> Iterable[bytes]:
        if not f"{environ.get('PATH_INFO', '')}/".startswith(self._prefix):
            return self._inner(environ, respond)
        try:
            return self._admit(environ, respond)
        except Refused as refused:
            self._counters.refused["http"] += 1
            return _answer(respond, refused)

    def _admit(self, environ: Environ, respond: Respond) -> Iterable[bytes]:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        sid, transport = _read_query(environ.get("QUERY_STRING", ""))
        method = environ["REQUEST_METHOD"]
        if method == "OPTIONS":
            return self._inner(environ, respond)
        if transport == "websocket":
            _check_upgrade(environ)
        elif method == "POST":
            self._check_body(environ, sid)
        elif method == "GET":
            return self._poll(environ, respond, sid)
        else:
            raise Refused
        return self._inner(environ, respond)

    def _check_body(self, environ: Environ, sid: str) -> None:
        body = self._read_body(environ)
        try:
            text = body.decode()
        except UnicodeDecodeError:
            text = ""
        packets = text.split("\x1e")
        if len(packets) > _PACKETS_PER_POST or not all(map(is_packet, packets)):
            self._end(sid, "malformed")
        self._counters.messages_in += len(packets)
        self._counters.bytes_in += len(body)
        environ["wsgi.input"] = io.BytesIO(body)

    def _read_body(self, environ: Environ) -> bytes:
        size = str(environ.get("CONTENT_LENGTH") or "")
        if not size.isascii() or not size.isdigit():
            raise Refused
        if int(size) > self._guards.message_bytes:
            raise Refused("413 Content Too Large", (("Connection", "close"),))
        body: bytes = environ["wsgi.input"].read(int(size))
        return body

    def _poll(self, environ: Environ, respond: Respond, sid: str) -> Iterable[bytes]:
        if "HTTP_UPGRADE" in environ:
            raise Refused
        if not sid:
            return self._inner(environ, respond)
        if sid in self._polling:
            self._end(sid, "second_poll")
        self._polling.add(sid)
        try:
            return self._inner(environ, respond)
        finally:
            self._polling.discard(sid)

    def _end(self, sid: str, reason: str) -> None:
        self._close(sid, reason)
        raise Refused


# All phones that come by WebSocket ask for the very same.
@lru_cache(maxsize=16)
def _read_query(text: str) -> tuple[str, str]:
    try:
        query = parse_qs(text, max_num_fields=20)
    except ValueError as error:
        raise Refused from error
    transport = query.get("transport", [""])
    if "j" in query or transport not in (["polling"], ["websocket"]) or query.get("EIO") != ["4"]:
        raise Refused
    return query.get("sid", [""])[0], transport[0]


def _check_upgrade(environ: Environ) -> None:
    tokens = [token.strip() for token in environ.get("HTTP_CONNECTION", "").lower().split(",")]
    if (
        environ["REQUEST_METHOD"] != "GET"
        or "upgrade" not in tokens
        or environ.get("HTTP_UPGRADE", "").lower() != "websocket"
        or not _is_key(environ.get("HTTP_SEC_WEBSOCKET_KEY", ""))
    ):
        raise Refused
    if environ.get("HTTP_SEC_WEBSOCKET_VERSION") != "13":
        raise Refused("426 Upgrade Required", (("Sec-WebSocket-Version", "13"),))


def _is_key(key: str) -> bool:
    try:
        return len(base64.b64decode(key, validate=True)) == 16
    except (binascii.Error, ValueError):
        return False


def _answer(respond: Respond, refused: Refused) -> list[bytes]:
    body = json.dumps({"ok": False, "code": "malformed"}).encode()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body))), *refused.headers]
    respond(refused.status, headers)
    return [body]
