"""The server is restarted under a full room: everybody is back by themselves, soon, and sees everything."""

from __future__ import annotations

import asyncio
import statistics
import time

from .conftest import Record, Scale, Start
from .device import PATIENT, Device
from .room import Room, story, wait_until

MOST_ATTEMPTS = 6
MOST_GROWTH_MB = 50


def test_everybody_is_back_after_a_restart(start: Start, scale: Scale, record: Record) -> None:
    server = start()
    people = scale(100, 1000)

    async def play() -> None:
        async with Room.open(server, timers=PATIENT) as room:
            phones = await room.joins(people)
            walls = await room.links("wall")
            await room.adds(scale(10, 100))
            for phone in phones[:: scale(10, 20)]:
                room.writes(phone)
            await room.judge()
            before = server.megabytes
            for device in room.devices:
                device.forgets_attempts()
            await asyncio.to_thread(server.kill)
            down = await asyncio.to_thread(server.start)
            back = await _back(room.devices)
            attempts = max(device.attempts for device in room.devices)
            assert attempts <= MOST_ATTEMPTS
            growth = server.megabytes - before
            assert growth < MOST_GROWTH_MB
            room.writes(phones[0])
            figures = await room.judge()
            assert walls[0].is_live
            record(
                phones=people,
                down_s=round(down, 2),
                back_p50_s=round(statistics.median(back), 2),
                back_p100_s=round(max(back), 2),
                most_attempts=attempts,
                before_mb=round(before, 1),
                growth_mb=round(growth, 1),
                **figures,
            )

    story(play())


async def _back(devices: list[Device]) -> list[float]:
    """The seconds, since the server serves again, until each device had its hello."""
    began, back = time.monotonic(), []
    missing = [(device, device.hellos) for device in devices]

    def all_back() -> bool:
        nonlocal missing
        still = [(device, hellos) for device, hellos in missing if device.hellos <= hellos]
        back.extend([time.monotonic() - began] * (len(missing) - len(still)))
        missing = still
        return not missing

    # Those who came in while the last line of the start was being read have no time of their own.
    missing = [(device, hellos - (device.is_live and device.attempts > 0)) for device, hellos in missing]
    await wait_until(all_back, "everybody back")
    return back
