"""A reverse proxy in front of the server, which shows it under a path, as nginx or Caddy would."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web
from multidict import CIMultiDict

# What concerns one connection only; the body is passed on as it is, compressed or not.
OWN_BUSINESS = {"host", "connection", "upgrade", "content-length", "transfer-encoding"}

Socket = web.WebSocketResponse | ClientWebSocketResponse


class Proxy:
    """Answers below `prefix` only; what it passes on has the prefix taken off, or not."""

    def __init__(self, prefix: str, *, strips: bool) -> None:
        self._prefix = prefix
        self._strips = strips
        self.upstream = ""
        self.url = ""
        self.paths: list[str] = []

    @contextmanager
    def running(self) -> Iterator[Proxy]:
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever, daemon=True)
        thread.start()
        runner, session = asyncio.run_coroutine_threadsafe(self._start(), loop).result()
        try:
            yield self
        finally:
            asyncio.run_coroutine_threadsafe(self._stop(runner, session), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()

    async def _start(self) -> tuple[web.AppRunner, ClientSession]:
        self._session = ClientSession(auto_decompress=False)
        app = web.Application()
        app.router.add_route("*", self._prefix + "{rest:.*}", self._pass_on)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}{self._prefix}"
        return runner, self._session

    async def _stop(self, runner: web.AppRunner, session: ClientSession) -> None:
        await session.close()
        await runner.cleanup()

    async def _pass_on(self, request: web.Request) -> web.StreamResponse:
        path = request.rel_url.raw_path_qs
        self.paths.append(path)
        target = self.upstream + (path.removeprefix(self._prefix) if self._strips else path)
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._join_sockets(request, target)
        body = await request.read()
        async with self._session.request(
            request.method, target, headers=self._headers(request), data=body, allow_redirects=False
        ) as answer:
            kept = [(name, value) for name, value in answer.headers.items() if name.lower() not in OWN_BUSINESS]
            return web.Response(status=answer.status, headers=CIMultiDict(kept), body=await answer.read())

    async def _join_sockets(self, request: web.Request, target: str) -> web.WebSocketResponse:
        browser = web.WebSocketResponse()
        await browser.prepare(request)
        headers = {name: value for name, value in self._headers(request).items() if not name.startswith("Sec-")}
        async with self._session.ws_connect(target, headers=headers) as server:
            await asyncio.wait(
                [asyncio.ensure_future(_pour(browser, server)), asyncio.ensure_future(_pour(server, browser))],
                return_when=asyncio.FIRST_COMPLETED,
            )
            await browser.close()
        return browser

    def _headers(self, request: web.Request) -> dict[str, str]:
        kept = {name: value for name, value in request.headers.items() if name.lower() not in OWN_BUSINESS}
        return kept | {
            "X-Forwarded-For": request.remote or "",
            "X-Forwarded-Proto": "http",
            "X-Forwarded-Host": request.host,
        }


async def _pour(source: Socket, goal: Socket) -> None:
    async for message in source:
        if message.type is WSMsgType.TEXT:
            await goal.send_str(message.data)
        elif message.type is WSMsgType.BINARY:
            await goal.send_bytes(message.data)
