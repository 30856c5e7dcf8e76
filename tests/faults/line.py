"""A screen's socket, spoken byte by byte, so that a test may also be deaf, dumb or rude."""

from __future__ import annotations

import asyncio
import itertools
import json
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

Address = tuple[str, int]
Hear = Callable[[str, str], None]

# The server pings every 8 s and waits 6 s; so does a phone before it calls the line dead.
SILENCE = 14.0
CONNECT_PATIENCE = 8.0
UPGRADE = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


class Lost(ConnectionError):
    """The line is not there, or not any more."""


class NotLetIn(Exception):
    """The server said no, with a code."""


def frame(text: str) -> bytes:
    """A masked text frame; a mask of zeros leaves the bytes as they are."""
    payload = text.encode()
    size = len(payload)
    head = bytes([0x81, 0x80 | size]) if size < 126 else struct.pack("!BBH", 0x81, 0xFE, size)
    return head + bytes(4) + payload


class Line:
    """One open socket; it hears in a task of its own until it is closed or lost."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, silence: float) -> None:
        self._reader, self.writer, self._silence = reader, writer, silence
        self._numbers = itertools.count(1)
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._early: list[str] = []
        self._hears: asyncio.Task[None] | None = None

    @classmethod
    async def call(cls, address: Address, *, silence: float = SILENCE, narrow: bool = False) -> Self:
        """Connect and upgrade, and say nothing yet; a narrow line's buffers hold almost nothing."""
        tube = socket.socket()
        tube.setblocking(False)
        if narrow:
            tube.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        try:
            await asyncio.get_running_loop().sock_connect(tube, address)
            reader, writer = await asyncio.open_connection(sock=tube, limit=4096 if narrow else 1 << 20)
        except BaseException:
            tube.close()
            raise
        line = cls(reader, writer, silence)
        try:
            writer.write(UPGRADE.format(host=address[0], port=address[1]).encode())
            answer = await reader.readuntil(b"\r\n\r\n")
        except BaseException as error:
            line.cut()
            if isinstance(error, asyncio.IncompleteReadError):
                raise Lost from error
            raise
        if b" 101 " not in answer[:20]:
            line.cut()
            raise Lost(answer[:40].decode())
        return line

    @classmethod
    async def open(
        cls, address: Address, auth: dict[str, Any], hear: Hear, *, silence: float = SILENCE, narrow: bool = False
    ) -> Self:
        """Call, say who it is, and from then on hear; raises Lost, NotLetIn, OSError or TimeoutError."""
        line = None
        try:
            async with asyncio.timeout(min(CONNECT_PATIENCE, silence)):
                line = await cls.call(address, silence=silence, narrow=narrow)
                await line.enter(auth)
        except BaseException:
            if line is not None:
                line.cut()
            raise
        line._hears = asyncio.create_task(line._listen(hear))
        return line

    async def enter(self, auth: dict[str, Any]) -> None:
        while not (text := await self._text()).startswith("0"):
            pass
        self.say("40" + json.dumps(auth))
        while not (text := await self._text()).startswith(("40", "44")):
            # What is sent while the server still greets comes before its word that we are in.
            self._early.append(text)
        if text.startswith("44"):
            raise NotLetIn(json.loads(text[2:])["message"])

    def say(self, text: str) -> None:
        self.writer.write(frame(text))

    async def ask(self, event: str, body: dict[str, Any], patience: float) -> dict[str, Any]:
        """Raises TimeoutError or Lost when no acknowledgement comes."""
        number = next(self._numbers)
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._asked[number] = answer
        try:
            if self.is_over:
                raise Lost
            self.say(f"42{number}" + json.dumps([event, body], ensure_ascii=False))
            async with asyncio.timeout(patience):
                return dict(await answer)
        finally:
            del self._asked[number]

    @property
    def is_over(self) -> bool:
        return self._hears is None or self._hears.done()

    async def over(self) -> None:
        """Wait until the line is lost."""
        assert self._hears is not None
        await asyncio.wait([self._hears])

    def cut(self) -> None:
        if self._hears is not None:
            self._hears.cancel()
        self.writer.transport.abort()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()

    async def _listen(self, hear: Hear) -> None:
        try:
            for text in self._early:
                self._take(text, hear)
            while True:
                self._take(await self._text(), hear)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, Lost):
            pass
        finally:
            self.writer.transport.abort()
            for answer in list(self._asked.values()):
                if not answer.done():
                    answer.set_exception(Lost())

    def _take(self, text: str, hear: Hear) -> None:
        self._pong(text)
        if text.startswith("42"):
            end = text.index('"', 4)
            hear(text[4:end], text[end + 2 : -1])
        elif text.startswith("43"):
            number, _, answer = text[2:].partition("[")
            waiting = self._asked.get(int(number))
            if waiting is not None and not waiting.done():
                waiting.set_result(json.loads("[" + answer)[0])
        elif text.startswith(("41", "1")):
            raise Lost

    def _pong(self, text: str) -> None:
        if text == "2":
            self.say("3")

    async def _text(self) -> str:
        while True:
            opcode, payload = await asyncio.wait_for(self._frame(), self._silence)
            if opcode == 1:
                return payload.decode()
            if opcode == 8:
                raise Lost

    async def _frame(self) -> tuple[int, bytes]:
        first, size = await self._reader.readexactly(2)
        if size > 125:
            longer = await self._reader.readexactly(2 if size == 126 else 8)
            size = int.from_bytes(longer, "big")
        return first & 15, await self._reader.readexactly(size)


async def request(
    address: Address, method: str, path: str, body: object = None, token: str = "", patience: float = 60.0
) -> tuple[int, str]:
    """One HTTP request on a connection of its own; raises OSError, Lost or TimeoutError."""
    content = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
    head = f"{method} {path} HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\nConnection: close\r\n"
    head += f"Authorization: Bearer {token}\r\n" if token else ""
    head += f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    async with asyncio.timeout(patience):
        reader, writer = await asyncio.open_connection(*address)
        try:
            writer.write(head.encode() + content)
            answer = await reader.read()
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
    top, _, text = answer.partition(b"\r\n\r\n")
    if not top:
        raise Lost
    if b"chunked" in top.lower():
        text = _unchunked(text)
    return int(top.split(b" ", 2)[1]), text.decode()


def _unchunked(text: bytes) -> bytes:
    whole = b""
    while text:
        size, _, text = text.partition(b"\r\n")
        whole += text[: int(size, 16)]
        text = text[int(size, 16) + 2 :]
    return whole
