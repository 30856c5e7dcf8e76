"""Acknowledgements get lost, lines are cut, half-closed and slow: a card sent again is the same card."""

from __future__ import annotations

import asyncio

from .conftest import Record, Scale
from .process import Process
from .proxy import Proxy
from .room import Room, story, wait_until


def test_a_card_whose_acknowledgements_are_lost_is_one_card(server: Process, scale: Scale, record: Record) -> None:
    async def play() -> None:
        async with Proxy.before(server.address) as proxy, Room.open(server, through=proxy.address) as room:
            phones = await room.joins(scale(10, 50))
            await room.links("wall")
            proxy.swallows_acks = True
            for phone in phones:
                phone.over_http = False
                room.writes(phone)
            enough = scale(2, 10) * len(phones)
            await wait_until(lambda: proxy.swallowed >= enough, "lost acknowledgements")
            assert room.waiting() == len(phones), "no phone believes what it was not told"
            proxy.swallows_acks = False
            figures = await room.judge()
            assert figures["repeats"] >= len(phones), "the answer to a repeat says so"
            record(swallowed=proxy.swallowed, **figures)

    story(play())


def test_lines_that_are_cut_half_closed_and_slow_lose_and_double_nothing(
    server: Process, scale: Scale, record: Record
) -> None:
    async def play() -> None:
        async with Proxy.before(server.address) as proxy, Room.open(server, through=proxy.address) as room:
            phones = await room.joins(scale(10, 50))
            await room.links("wall")
            proxy.delay = 0.05
            for turn in range(scale(4, 30)):
                for phone in phones:
                    room.writes(phone)
                await asyncio.sleep(scale(0.15, 0.5))
                (proxy.cut, proxy.half_close)[turn % 2]()
                await asyncio.sleep(scale(0.15, 0.5))
            proxy.delay = 0.0
            record(cuts=scale(4, 30), **await room.judge())

    story(play())
