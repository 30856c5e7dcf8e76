"""The wifi goes away without a word, for a while or again and again; what was written meanwhile arrives once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest

from .apart import WIFI, apart, plug_in, unplug
from .conftest import Record, Scale, Start
from .device import HASTY, PATIENT, Device
from .room import Room, story, wait_until

# Seconds without network, times.
SHORT = {"once": (2.5, 1), "flapping": (0.4, 4)}
LONG = {"once": (30.0, 1), "two minutes": (120.0, 1), "flapping": (2.0, 20)}


@pytest.mark.parametrize("how", [*SHORT, pytest.param("two minutes", marks=pytest.mark.only_long)])
def test_cards_written_without_network_arrive_once(
    how: str, start: Start, scale: Scale, record: Record, needs: Callable[[str], None]
) -> None:
    needs("ip")
    needs("root")
    seconds, times = scale(SHORT, LONG)[how]
    figures = apart(lambda: story(_play(start, seconds, times, scale(6, 30), scale(HASTY, PATIENT))), network=True)
    record(without_s=seconds, times=times, **figures)


async def _play(start: Start, seconds: float, times: int, people: int, timers: object) -> dict[str, object]:
    server = await asyncio.to_thread(start, settings={"BATKHAM_HOST": "0.0.0.0"})
    async with Room.open(server, timers=timers, through=(WIFI, server.port)) as room:  # type: ignore[arg-type]
        phones = await room.joins(people)
        await room.links("wall")
        shown_waiting = 0.0
        for _ in range(times):
            # One is under way when the cable is pulled, one is written a moment later.
            for phone in phones:
                room.writes(phone)
            await asyncio.sleep(0)
            unplug()
            shown_waiting = max(shown_waiting, await _without(room, phones, seconds))
            plug_in()
            await asyncio.sleep(seconds if times > 1 else 0)
        delivered = await room.delivered(90)
        figures = await room.judge()
        return {"phones": people, "delivered_after_s": round(delivered, 2), "waiting": shown_waiting, **figures}


async def _without(room: Room, phones: list[Device], seconds: float) -> float:
    """Write without network; nothing may count as sent."""
    began = time.monotonic()
    for phone in phones:
        room.writes(phone)
    await wait_until(lambda: all(phone.outbox for phone in phones), "cards that wait")
    await asyncio.sleep(max(0.0, began + seconds - time.monotonic()))
    waiting = room.waiting()
    assert waiting >= len(phones), "without a network nothing is acknowledged"
    return waiting
