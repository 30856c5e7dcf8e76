"""A client made of bytes: it can say what no well-behaved client would."""

from __future__ import annotations

import http.client
import json
import os
import socket
import struct
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

TEXT, BINARY, CONTINUATION, CLOSE, PING, PONG = 1, 2, 0, 8, 9, 10
WEBSOCKET = "/socket.io/?EIO=4&transport=websocket"
TIMEOUT = 60.0


def frame(
    opcode: int,
    payload: bytes = b"",
    *,
    fin: bool = True,
    rsv: int = 0,
    key: bytes | None = b"\x11\x22\x33\x44",
    size: int | None = None,
    form: int | None = None,
) -> bytes:
    """`size` and `form` (7, 16 or 64 bits) allow lengths that lie or are longer than needed."""
    length = len(payload) if size is None else size
    form = form or (7 if length < 126 else 16 if length < 65536 else 64)
    masked = 0x80 if key is not None else 0
    head = bytes([(0x80 if fin else 0) | rsv << 4 | opcode])
    if form == 7:
        head += bytes([masked | length])
    elif form == 16:
        head += bytes([masked | 126]) + struct.pack("!H", length & 0xFFFF)
    else:
        head += bytes([masked | 127]) + struct.pack("!Q", length)
    if key is None:
        return head + payload
    return head + key + bytes(byte ^ key[at % 4] for at, byte in enumerate(payload))


def text(message: str, **options: Any) -> bytes:
    return frame(TEXT, message.encode(), **options)


def ask(number: int, **data: Any) -> str:
    """A command that wants an acknowledgement with this number."""
    return f"42{number}" + json.dumps(["command", data], ensure_ascii=False)


class Connection:
    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = bytearray()
        self.received = bytearray()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.socket.close()

    def send(self, data: bytes) -> None:
        """A server that has hung up already is not an error here."""
        with suppress(ConnectionError):
            self.socket.sendall(data)

    def more(self) -> bool:
        try:
            data = self.socket.recv(65536)
        except ConnectionError:
            return False
        self.buffer += data
        self.received += data
        return bool(data)

    def take(self, size: int) -> bytes | None:
        while len(self.buffer) < size:
            if not self.more():
                return None
        taken = bytes(self.buffer[:size])
        del self.buffer[:size]
        return taken

    def take_until(self, mark: bytes) -> bytes:
        while mark not in self.buffer:
            if not self.more():
                return b""
        taken = bytes(self.buffer[: self.buffer.index(mark)])
        del self.buffer[: len(taken) + len(mark)]
        return taken


class WebSocket(Connection):
    def __init__(self, port: int, path: str = WEBSOCKET, **headers: str) -> None:
        super().__init__(port)
        self.key = os.urandom(16)
        self.send(upgrade_request(port, path, **headers))
        self.answer = self.take_until(b"\r\n\r\n").decode()

    @property
    def status(self) -> int:
        return int(self.answer.split(" ")[1]) if self.answer else 0

    def next_frame(self) -> tuple[int, bytes] | None:
        head = self.take(2)
        if head is None:
            return None
        assert not head[1] & 0x80, "a server never masks"
        assert not head[0] & 0x70, "no extension was negotiated"
        size: int = head[1]
        if size > 125:
            longer = self.take(2 if size == 126 else 8)
            if longer is None:
                return None
            size = int.from_bytes(longer, "big")
        payload = self.take(size)
        return None if payload is None else (head[0] & 15, payload)

    def next_text(self) -> str | None:
        """The next message; control frames other than close are passed over."""
        while (received := self.next_frame()) is not None:
            if received[0] == TEXT:
                return received[1].decode()
            if received[0] == CLOSE:
                return None
        return None

    def until(self, start: str) -> str:
        while (message := self.next_text()) is not None:
            if message.startswith(start):
                return message
        raise AssertionError(f"the server hung up before {start!r}")

    def say(self, message: str) -> None:
        self.send(text(message))

    def enter(self, **auth: Any) -> Self:
        """Go through the Socket.IO handshake."""
        self.until("0{")
        self.say("40" + (json.dumps(auth) if auth else ""))
        self.until("40{")
        return self

    def call(self, number: int, **data: Any) -> Any:
        self.say(ask(number, **data))
        return json.loads(self.until(f"43{number}[")[len(f"43{number}") :])[0]

    def is_closed(self) -> bool:
        """Wait for the server to say goodbye or hang up."""
        with suppress(TimeoutError):
            while (received := self.next_frame()) is not None and received[0] != CLOSE:
                pass
            return True
        return False


def upgrade_request(port: int, path: str = WEBSOCKET, **headers: str) -> bytes:
    fields = {
        "Host": f"127.0.0.1:{port}",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": "AAECAwQFBgcICQoLDA0ODw==",
        "Sec-WebSocket-Version": "13",
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items() if value), "", ""]
    return "\r\n".join(lines).encode()


class Polling:
    """Long polling over fresh HTTP connections."""

    def __init__(self, port: int, **auth: Any) -> None:
        self.port = port
        self.sid = json.loads(self.request("GET", "")[1][1:])["sid"]
        self.post("40" + (json.dumps(auth) if auth else ""))

    def request(self, method: str, query: str, body: str | bytes = b"", **headers: str) -> tuple[int, str]:
        return request(self.port, method, f"/socket.io/?EIO=4&transport=polling{query}", body, **headers)

    def get(self) -> tuple[int, str]:
        return self.request("GET", f"&sid={self.sid}")

    def post(self, body: str | bytes) -> tuple[int, str]:
        return self.request("POST", f"&sid={self.sid}", body)


def request(port: int, method: str, path: str, body: str | bytes = b"", **headers: str) -> tuple[int, str]:
    body = body.encode() if isinstance(body, str) else body
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        connection.request(method, path, body or None, headers)
        response = connection.getresponse()
        return response.status, response.read().decode(errors="replace")
    finally:
        connection.close()
