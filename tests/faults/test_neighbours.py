"""A flooder, a fuzzer, one who sends too much and two hundred who never finish, beside people who only write cards."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from secrets import token_urlsafe

from .conftest import Record, Scale, Start
from .device import Device
from .line import Line, Lost, NotLetIn, request
from .process import Process
from .room import BOARD, Room, story

Nuisance = AsyncIterator[None]


async def flood(room: Room, token: str) -> None:
    """Commands as fast as they can be written, from somebody who is in."""
    while True:
        with (
            suppress(OSError, NotLetIn, asyncio.IncompleteReadError),
            await Line.open(room.server.address, {"token": token, "v": 1}, lambda *_: None) as line,
        ):
            while not line.is_over:
                for _ in range(50):
                    body = {"id": token_urlsafe(12), "name": "try_card", "board": "no-board", "text": "x"}
                    line.say("421" + json.dumps(["command", body]))
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.1)


async def fuzz(room: Room) -> None:
    """Bytes that mean nothing."""
    while True:
        with suppress(OSError, Lost, asyncio.IncompleteReadError), await Line.call(room.server.address) as line:
            line.writer.write(os.urandom(400))
            await asyncio.sleep(0.05)


async def send_too_much(room: Room, token: str) -> None:
    """Twenty thousand bytes where sixteen thousand are allowed."""
    while True:
        with (
            suppress(OSError, NotLetIn, asyncio.IncompleteReadError),
            await Line.open(room.server.address, {"token": token, "v": 1}, lambda *_: None) as line,
        ):
            line.say("421" + json.dumps(["command", {"text": "x" * 20_000}]))
            await asyncio.sleep(0.2)


async def never_finish(room: Room) -> None:
    """A request that grows by one byte a second."""
    while True:
        with suppress(OSError):
            _, writer = await asyncio.open_connection(*room.server.address)
            try:
                writer.write(b"POST /api/join HTTP/1.1\r\nHost: 127.0.0.1\r\nX-")
                for _ in range(30):
                    await asyncio.sleep(1)
                    writer.write(b"a")
            finally:
                writer.transport.abort()


@asynccontextmanager
async def nuisances(room: Room, bad: list[Device], slow: int) -> Nuisance:
    for device in bad:
        await device.closes()
        room.devices.remove(device)
    tasks = [asyncio.create_task(flood(room, bad[0].token)), asyncio.create_task(fuzz(room))]
    tasks.append(asyncio.create_task(send_too_much(room, bad[1].token)))
    tasks += [asyncio.create_task(never_finish(room)) for _ in range(slow)]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def test_honest_people_are_served_beside_hostile_ones(start: Start, scale: Scale, record: Record) -> None:
    server = start()

    async def play() -> None:
        async with Room.open(server) as room:
            phones = await room.joins(50)
            bad = await room.joins(2)
            before = server.megabytes
            waits: list[float] = []
            async with nuisances(room, bad, scale(200, 500)):
                for _ in range(scale(2, 30)):
                    answers = [(time.monotonic(), room.writes(phone)) for phone in phones]
                    for began, answer in answers:
                        assert (await answer)["ok"]
                        waits.append(time.monotonic() - began)
                    # Fay's laptop and somebody who is late come in now.
                    await room.links("facilitator", "wall")
                    await room.joins(1)
                await room.fay.does("start_timer", board=BOARD, seconds=60)
            figures = await room.judge()
            waits.sort()
            assert server.megabytes - before < 50
            record(
                honest=len(phones),
                slowest_answer_s=round(waits[-1], 2),
                median_answer_s=round(waits[len(waits) // 2], 2),
                growth_mb=round(server.megabytes - before, 1),
                **figures,
            )

    story(play())


def test_wrong_codes_get_slower_and_right_ones_always_enter(start: Start, scale: Scale, record: Record) -> None:
    server = start()

    async def play() -> None:
        async with Room.open(server) as room:
            guessing = [asyncio.create_task(_guess(server)) for _ in range(scale(14, 200))]
            came = [await room.joins(5) for _ in range(3)]
            guesses = [answer for several in await asyncio.gather(*guessing) for answer in several]
            assert sum(len(several) for several in came) == 15
            assert {code for _, code in guesses} == {"wrong_code", "too_many_tries"}
            waited = [seconds for seconds, code in guesses if code == "too_many_tries"]
            assert max(waited) > 0.25, "a guess too many has to wait for its answer"
            record(guesses=len(guesses), longest_wait_s=round(max(waited), 2), **await room.judge())

    story(play())


async def _guess(server: Process) -> list[tuple[float, str]]:
    """One wrong code: the seconds to its answer."""
    began = time.monotonic()
    _, text = await request(server.address, "POST", "/api/join", {"code": "00000000"}, patience=60)
    return [(time.monotonic() - began, json.loads(text)["code"])]
