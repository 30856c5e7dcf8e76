"""A phone or a facilitator's screen as the client is built: an outbox, one command at a time, and much patience.

A command keeps its id however often it is sent, leaves the outbox only with an answer, and goes over
plain HTTP while there is no socket. A lost line is called again with growing, scattered pauses.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, replace
from random import Random
from secrets import token_urlsafe
from typing import Any

from screen import Screen

from .history import History
from .line import SILENCE, Address, Line, NotLetIn, request

# What a device says to itself when the server says nothing.
UNREACHABLE: dict[str, Any] = {"ok": False, "code": "unreachable", "retry": True}
# About the device or its line, not about what it asks for.
NOT_THE_CARD = ("bad_token", "revoked", "reload", "unknown_host", "foreign_origin")


@dataclass(frozen=True)
class Timers:
    """How long a client waits, in seconds; as in client/src/live and client/src/outbox."""

    answer: float = 5.0
    first_call: float = 0.5
    longest_call: float = 8.0
    first_pause: float = 1.0
    longest_pause: float = 15.0
    silence: float = SILENCE


PATIENT = Timers()
# For short forms: the same rules in a tenth of the time. Pings come as ever, so silence is as long.
HASTY = Timers(answer=1.0, first_call=0.1, longest_call=0.8, first_pause=0.1, longest_pause=1.0)


class Device(Screen):
    """What one person holds in their hand."""

    def __init__(
        self,
        address: Address,
        workshop: str,
        token: str,
        history: History,
        *,
        timers: Timers = PATIENT,
        audience: str = "",
        seed: object = None,
    ) -> None:
        super().__init__(self._catch_up_soon, self)
        self.address, self.workshop, self.token, self.history = address, workshop, token, history
        self.timers, self._wanted_audience = timers, audience
        self.random = Random(str(seed or token))
        self.frames = deque(maxlen=0)  # type: ignore[assignment]
        self.events = deque(maxlen=50)  # type: ignore[assignment]
        self.outbox: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self.line: Line | None = None
        self.attempts = self.hellos = self.times_lost = 0
        self.over_http = True
        self._something_to_send = asyncio.Event()
        self._live_again = asyncio.Event()
        self._tasks: list[asyncio.Task[Any]] = []
        self._asking: asyncio.Task[None] | None = None

    # What a person does.

    def does(self, name: str, **fields: Any) -> asyncio.Future[dict[str, Any]]:
        """Put a command into the outbox; the future is its last answer."""
        id_ = token_urlsafe(12)
        self.history.asks(id_, name, fields)
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self.outbox[id_] = answer
        self._something_to_send.set()
        return answer

    def opens(self) -> Device:
        self._tasks = [asyncio.create_task(self._call()), asyncio.create_task(self._carry())]
        return self

    async def closes(self) -> None:
        for task in (*self._tasks, *([self._asking] if self._asking else [])):
            task.cancel()
        if self.line is not None:
            self.line.cut()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.sleep(0)

    def __repr__(self) -> str:
        ended = [repr(task.exception()) for task in self._tasks if task.done() and not task.cancelled()]
        return (
            f"<{self.audience} live={self.is_live} waiting={len(self.outbox)} attempts={self.attempts} "
            f"hellos={self.hellos} ended={ended} closed={self.closed}>"
        )

    @property
    def is_live(self) -> bool:
        return self.line is not None and not self.line.is_over

    def forgets_attempts(self) -> None:
        self.attempts = 0

    # The line.

    async def _call(self) -> None:
        failures = 0
        while True:
            self.attempts += 1
            before = self.hellos
            try:
                self.line = await Line.open(self.address, self._auth(), self.hear, silence=self.timers.silence)
                await self.line.over()
                self.times_lost += 1
            except NotLetIn as why:
                if str(why) in ("gone", "revoked", "bad_token", "reload"):
                    self.closed = str(why)
                    return
            except (OSError, TimeoutError, asyncio.IncompleteReadError):
                pass
            failures = 0 if self.hellos > before else failures + 1
            delay = min(self.timers.first_call * 2.0**failures, self.timers.longest_call)
            await asyncio.sleep(delay * self.random.uniform(0.5, 1.5))

    def _auth(self) -> dict[str, Any]:
        auth: dict[str, Any] = {"token": self.token, "v": 1}
        if self._wanted_audience:
            auth["audience"] = self._wanted_audience
        return auth | ({"since": self.seq} if self.seq >= 0 else {})

    def hear(self, event: str, text: str) -> None:
        super().hear(event, text)
        if event == "hello":
            self.hellos += 1
            self._live_again.set()

    def catch_up(self, **asked: object) -> None:
        """Ask, and go on hearing; while one question is open there is no need for another."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask_what_was_missed())

    def _catch_up_soon(self, _body: dict[str, Any]) -> dict[str, Any]:
        raise AssertionError("a device asks in a task")

    async def _ask_what_was_missed(self) -> None:
        self.caught_up += 1
        with suppress(OSError, TimeoutError):
            assert self.line is not None
            answer = await self.line.ask("catch_up", {"since": self.seq}, self.timers.answer)
            if answer.get("ok") is not False:
                self.begin(answer)

    # The outbox.

    async def _carry(self) -> None:
        failures = 0
        while True:
            await self._something_to_send.wait()
            id_ = next(iter(self.outbox), "")
            if not id_:
                self._something_to_send.clear()
                continue
            answer = await self._send(id_)
            if answer["ok"] or not (answer["retry"] or answer["code"] in NOT_THE_CARD):
                failures = 0
                self.history.hears(id_, answer)
                waits = self.outbox.pop(id_)
                if not waits.done():
                    waits.set_result(answer)
            else:
                failures += 1
                await self._pause(answer, failures)

    async def _send(self, id_: str) -> dict[str, Any]:
        self.history.sends(id_)
        asked = self.history.asked[id_]
        body = {"id": id_, "name": asked.name, **asked.fields}
        try:
            if self.is_live:
                assert self.line is not None
                return await self.line.ask("command", body, self.timers.answer)
            if self.over_http:
                path = f"/api/workshops/{self.workshop}/commands"
                _, text = await request(self.address, "POST", path, body, self.token, self.timers.answer)
                return dict(json.loads(text))
        except (OSError, TimeoutError, ValueError):
            pass
        return UNREACHABLE

    async def _pause(self, answer: dict[str, Any], failures: int) -> None:
        """A line that is live again ends a pause after nothing was heard, not one the server asked for."""
        longest = min(self.timers.first_pause * 2.0 ** (failures - 1), self.timers.longest_pause)
        asked = (answer.get("after_ms") or 0) / 1000
        self._live_again.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(asked + longest * self.random.uniform(0.5, 1.0)):
                await (asyncio.sleep(3600) if asked else self._live_again.wait())


def hasty(**other: float) -> Timers:
    return replace(HASTY, **other)
