"""Killed at any moment, the server comes back with everything it acknowledged, once."""

from __future__ import annotations

import asyncio
from random import Random

from .conftest import Record, Scale, Start
from .room import BOARD, COLUMNS, MOST_CARDS, Room, story, wait_until

POINTS = ("", "after_commit_before_ack", "", "after_ack_before_announce")


async def sort(room: Room, random: Random) -> None:
    """The facilitator drags cards about, as fast as the answers come."""
    while True:
        cards = room.cards
        if cards:
            some = random.sample(cards, min(len(cards), random.randint(1, 3)))
            await room.fay.does("move_cards", cards=some, column=random.choice((*COLUMNS, None)))
        await asyncio.sleep(0.05)


async def write(room: Room, phone: object, random: Random, pause: float) -> None:
    for _ in range(MOST_CARDS):
        await asyncio.sleep(random.uniform(0, 2 * pause))
        room.writes(phone)  # type: ignore[arg-type]


def test_a_server_killed_again_and_again_loses_and_doubles_nothing(start: Start, scale: Scale, record: Record) -> None:
    server = start()
    kills, phones, random = scale(5, 50), scale(20, 100), Random(70)

    async def play() -> None:
        starts: list[float] = []
        async with Room.open(server) as room:
            people = await room.joins(phones)
            walls = await room.links("wall", "co_facilitator")
            assert len(walls) == 2
            # About so many cards a second that they last as long as the kills.
            pause = scale(0.25, 1.6)
            busy = [asyncio.create_task(write(room, phone, random, pause)) for phone in people]
            busy.append(asyncio.create_task(sort(room, random)))
            for turn in range(kills):
                point = POINTS[turn % len(POINTS)]
                if not point:
                    await asyncio.sleep(random.uniform(0.2, scale(0.8, 2.0)))
                    await asyncio.to_thread(server.kill)
                else:
                    # It dies by itself: armed when it was started.
                    await wait_until(lambda: not server.is_running, f"death at {point}")
                    server.wait()
                ahead = POINTS[(turn + 1) % len(POINTS)] if turn + 1 < kills else ""
                arming = {"BATKHAM_DIE_AT": ahead, "BATKHAM_DIE_AFTER": str(random.randint(3, 30))} if ahead else {}
                starts.append(await asyncio.to_thread(server.start, **arming))
            for task in busy:
                task.cancel()
            await asyncio.gather(*busy, return_exceptions=True)
            figures = await room.judge()
            assert figures["recovered"] == 0, "every card that waited was answered in the end"
            assert await room.fay.does("start_phase", board=BOARD, phase="show")
            await room.all_equal(room.devices)
            record(kills=kills, slowest_start_s=round(max(starts), 2), **figures)

    story(play())
