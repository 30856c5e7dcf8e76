"""A bad network in one small TCP proxy: it swallows acknowledgements, delays, cuts and half-closes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from .line import Address

Pipe = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Proxy:
    """Stands between phones and the server; what it does to them may be changed at any time."""

    def __init__(self, server: Address) -> None:
        self.server = server
        self.address: Address = ("", 0)
        self.swallows_acks = False
        self.delay = 0.0
        self.swallowed = 0
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @classmethod
    @asynccontextmanager
    async def before(cls, server: Address) -> AsyncIterator[Proxy]:
        proxy = cls(server)
        listening = await asyncio.start_server(proxy._accept, "127.0.0.1", 0)
        proxy.address = listening.sockets[0].getsockname()[:2]
        try:
            yield proxy
        finally:
            listening.close()
            proxy.cut()
            for task in list(proxy._tasks):
                task.cancel()
            await asyncio.gather(*proxy._tasks, return_exceptions=True)

    def cut(self) -> None:
        """End every connection at once."""
        for writer in list(self._open):
            writer.transport.abort()

    def half_close(self) -> None:
        """Tell one side of every connection that the other says no more."""
        for writer in list(self._open):
            with suppress(OSError, RuntimeError):
                writer.write_eof()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        there = None
        self._open.add(writer)
        try:
            there = await asyncio.open_connection(*self.server)
            self._open.add(there[1])
            await asyncio.gather(self._pass(reader, there[1]), self._pass_frames(there[0], writer))
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            for one in (writer, *(there or ())[1:]):
                self._open.discard(one)
                one.transport.abort()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            await asyncio.sleep(self.delay)
            writer.write(data)
            await writer.drain()

    async def _pass_frames(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """After the upgrade the server's bytes pass frame by frame, without the acknowledgements if so wished."""
        head = await reader.readuntil(b"\r\n\r\n")
        writer.write(head)
        if b" 101 " not in head[:20]:
            return await self._pass(reader, writer)
        while True:
            whole = first = await reader.readexactly(2)
            size = first[1]
            if size > 125:
                longer = await reader.readexactly(2 if size == 126 else 8)
                whole, size = whole + longer, int.from_bytes(longer, "big")
            payload = await reader.readexactly(size)
            await asyncio.sleep(self.delay)
            if self.swallows_acks and payload.startswith(b"43"):
                self.swallowed += 1
                continue
            writer.write(whole + payload)
            await writer.drain()
