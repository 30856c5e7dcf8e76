"""A workshop on a running server: its people, their devices, and the judgement at the end."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from secrets import token_urlsafe
from typing import Any

from .device import HASTY, Device, Timers
from .history import MUST_BE_NONE, History
from .line import Address, request
from .process import Process

BOARD = "board-1"
COLUMNS = ("close", "improve", "open")
MOST_CARDS = 50
# Whose own cards are compared too; everybody's shared view is.
SAMPLE = 100
# A lost last frame is noticed by the next `head`, ten seconds later at most.
EQUAL_PATIENCE = 60.0

Json = dict[str, Any]


async def wait_until(look: Any, what: str, patience: float = 120.0) -> float:
    """The seconds until it was so."""
    began = time.monotonic()
    while not look():
        assert time.monotonic() < began + patience, f"waited in vain for {what}"
        await asyncio.sleep(0.02)
    return time.monotonic() - began


class Room:
    """Everybody in one workshop."""

    def __init__(self, server: Process, made: Json, timers: Timers, address: Address) -> None:
        self.server, self.timers, self.address = server, timers, address
        self.id, self.code, self.token = made["workshop"], made["code"], made["token"]
        self.history = History()
        self.devices: list[Device] = []
        self._numbers = itertools.count(1)
        self.fay = self._device(self.token, audience="inbox")

    @classmethod
    @asynccontextmanager
    async def open(
        cls, server: Process, *, timers: Timers = HASTY, phase: str = "write", through: Address | None = None
    ) -> AsyncIterator[Room]:
        """A new workshop that takes cards; its screens are closed at the end."""
        wish = {"id": token_urlsafe(12), "title": "เวทีทดสอบ", "question": "อะไรควรเปลี่ยน"}
        wish |= {"cards_each": MOST_CARDS, "proposals": "off", "write_seconds": 0}
        status, text = await request(server.address, "POST", "/api/workshops", wish)
        assert status == 201, text
        room = cls(server, json.loads(text), timers, through or server.address)
        try:
            room.fay.opens()
            await wait_until(lambda: room.fay.hellos, "the facilitator's first hello")
            assert (await room.fay.does("start_phase", board=BOARD, phase=phase))["ok"]
            yield room
        finally:
            await asyncio.gather(*(device.closes() for device in room.devices))

    async def ask(self, method: str, path: str, body: object = None, token: str = "") -> Json:
        status, text = await request(self.server.address, method, path, body, token or self.token)
        assert status < 300, (path, status, text)
        return dict(json.loads(text))

    async def read(self, path: str) -> str:
        status, text = await request(self.server.address, "GET", path, token=self.token)
        assert status == 200, (path, status, text)
        return text

    async def joins(self, how_many: int = 1, **wish: Any) -> list[Device]:
        """So many phones join, a few at a time, and open their sockets."""
        phones: list[Device] = []
        for _ in range(0, how_many, 25):
            several = min(25, how_many - len(phones))
            phones += await asyncio.gather(*(self._join(**wish) for _ in range(several)))
        await wait_until(lambda: all(phone.hellos for phone in phones), "the phones' first hello")
        return phones

    async def _join(self, **wish: Any) -> Device:
        joined = await self.ask("POST", "/api/join", {"code": self.code, "id": token_urlsafe(12)})
        return self._device(joined["token"], **wish).opens()

    async def links(self, *roles: str, audience: str = "") -> list[Device]:
        """A new link for each role, and its screen."""
        screens = [await self._link(role, audience) for role in roles]
        await wait_until(lambda: all(screen.hellos for screen in screens), "the screens' first hello")
        return screens

    async def _link(self, role: str, audience: str) -> Device:
        body = {"id": token_urlsafe(12), "role": role, "name": role}
        minted = await self.ask("POST", f"/api/workshops/{self.id}/links", body)
        entered = await self.ask("POST", "/api/enter", {"key": minted["key"]})
        return self._device(entered["token"], audience=audience).opens()

    def _device(self, token: str, *, timers: Timers | None = None, audience: str = "") -> Device:
        seed = len(self.devices)
        device = Device(
            self.address, self.id, token, self.history, timers=timers or self.timers, audience=audience, seed=seed
        )
        self.devices.append(device)
        return device

    def writes(self, phone: Device) -> asyncio.Future[Json]:
        """A card like no other."""
        return phone.does("submit_card", board=BOARD, text=f"บัตรที่ {next(self._numbers)}")

    async def adds(self, how_many: int, more: str = "") -> list[str]:
        """The facilitator's own cards; their ids."""
        before = len(self.history.asked)
        for _ in range(how_many):
            await self.fay.does("add_card", board=BOARD, text=f"บัตรที่ {next(self._numbers)}{more}")
        return list(self.history.asked)[before:]

    @property
    def cards(self) -> list[str]:
        """The cards that the facilitator sees."""
        return [record["id"] for key, record in list(self.fay.records.items()) if key.startswith("card:")]

    def waiting(self) -> int:
        """Commands in outboxes."""
        return sum(len(device.outbox) for device in self.devices)

    async def delivered(self, patience: float = 120.0) -> float:
        began = time.monotonic()
        while self.waiting():
            stuck = [device for device in self.devices if device.outbox]
            assert time.monotonic() < began + patience, stuck[:5]
            await asyncio.sleep(0.02)
        return time.monotonic() - began

    # The judgement.

    async def judge(self, devices: Iterable[Device] | None = None) -> Json:
        """Wait for empty outboxes and equal screens, then judge the log: everything must be zero."""
        await self.delivered()
        seconds = await self.all_equal(list(devices or self.devices))
        figures: Json = await asyncio.to_thread(self.history.figures, self.server.database, self.id)
        assert not any(figures[name] for name in MUST_BE_NONE), figures
        self._must_hold_every_card(await self.snapshot("inbox"))
        assert not self.server.bugs, self.server.bugs
        return figures | {"screens": len(self.devices), "equal_after_s": round(seconds, 2)}

    async def snapshot(self, audience: str, token: str = "") -> Json:
        return await self.ask("GET", f"/api/workshops/{self.id}/snapshot?audience={audience}", token=token)

    async def all_equal(self, devices: list[Device]) -> float:
        """The seconds until every screen shows what somebody who comes now would see."""
        await wait_until(lambda: all(device.is_live for device in devices), "all lines")
        shown = {}
        for device in devices:
            if device.audience not in shown:
                shown[device.audience] = (await self.snapshot(device.audience, device.token))["snapshot"]
        phones = [device for device in devices if device.me.get("role") == "participant"][:SAMPLE]
        own = {one.token: (await self.snapshot(one.audience, one.token)).get("mine", {}) for one in phones}

        def different() -> list[tuple[Device, str]]:
            return [
                (device, key)
                for device in devices
                for truth, told in ((shown[device.audience], device.records), (own.get(device.token), device.mine))
                if truth is not None and truth != told
                for key in truth.keys() | told.keys()
                if truth.get(key) != told.get(key)
            ]

        began = time.monotonic()
        while (found := different()) and time.monotonic() < began + EQUAL_PATIENCE:
            await asyncio.sleep(0.02)
        told = [f"{one.audience} at {one.seq} has {one.records.get(key)} for {key}" for one, key in found[:5]]
        assert not found, (told, [shown[one.audience].get(key) for one, key in found[:5]], self.last_seq())
        return time.monotonic() - began

    def last_seq(self) -> int:
        return max((one.seq or 0) for one in self.history.asked.values())

    def _must_hold_every_card(self, inbox: Json) -> None:
        """No card without words, none with other words, none that nobody wrote."""
        shown = {record["id"]: record["text"] for key, record in inbox["snapshot"].items() if key.startswith("card:")}
        written = {
            id_: one.fields["text"]
            for id_, one in self.history.asked.items()
            if one.name in ("submit_card", "add_card") and one.seq is not None
        }
        assert shown == written


def story(work: Any) -> Any:
    """Run a test's story."""
    # On a thread of its own: a browser test before it leaves its event loop running on this one.
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(asyncio.run, work).result()
