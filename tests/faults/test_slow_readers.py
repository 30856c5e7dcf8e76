"""Screens that do not read are dropped at a bound of bytes; nobody else notices and memory does not grow."""

from __future__ import annotations

import asyncio
import re

import pytest

from .conftest import Record, Scale, Start
from .line import Line, request
from .process import Process
from .room import COLUMNS, Room, story

# Not only the frames in queues: every frame lives on for a moment in the allocator and the kernel.
MOST_GROWTH_MB = {"fast": 50, "stock": 50}
CARDS = 100
LONG_TEXT = " ยาว" * 25


async def metric(server: Process, name: str, label: str) -> float:
    _, text = await request(server.address, "GET", "/metrics")
    found = re.search(rf'^{name}\{{\w+="{label}"\}} (\S+)$', text, re.MULTILINE)
    return float(found[1]) if found else 0.0


async def answer_pings(line: Line) -> None:
    """Say PONG as often as asked, and read nothing to know when."""
    while True:
        line.say("3")
        await asyncio.sleep(1)


@pytest.mark.parametrize("transport", ["fast", pytest.param("stock", marks=pytest.mark.only_long)])
def test_slow_readers_are_dropped_and_harm_nobody(transport: str, start: Start, scale: Scale, record: Record) -> None:
    server = start(settings={"BATKHAM_TRANSPORT": transport})
    slow = scale(10, 50)

    async def play() -> None:
        async with Room.open(server) as room:
            cards = await room.adds(scale(CARDS, 300), LONG_TEXT)
            await room.fay.does("move_cards", cards=cards, column="open")
            await room.fay.does("start_phase", board="board-1", phase="show")
            walls = await room.links("wall", "wall")
            lines, pongs = [], []
            for turn in range(slow):
                line = await Line.call(room.address, narrow=True)
                await line.enter({"token": walls[0].token, "v": 1})
                lines.append(line)
                if turn % 2:
                    pongs.append(asyncio.create_task(answer_pings(line)))
            before = most = server.megabytes
            sent = turns = 0
            while await metric(server, "batkham_screens", "wall") > len(walls):
                turns += 1
                assert turns < 3000, "the slow are dropped in the end"
                answer = await room.fay.does("move_cards", cards=cards, column=COLUMNS[turns % 3])
                assert answer["ok"]
                sent += 1
                most = max(most, server.megabytes)
            for task in pongs:
                task.cancel()
            for line in lines:
                line.cut()
            figures = await room.judge()
            assert most - before < MOST_GROWTH_MB[transport]
            assert all(device.times_lost == 0 for device in room.devices), "who reads is not dropped"
            dropped = round(await metric(server, "batkham_drops_total", "slow_reader"))
            assert dropped >= slow // 2, "those who answer pings are dropped for what they do not read"
            record(slow=slow, dropped_at_bound=dropped, moves=sent, growth_mb=round(most - before, 1), **figures)

    story(play())
