"""The clock jumps and the laptop sleeps: order, rights and limits do not depend on the time of day."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from faketime import faketime

from .conftest import Record, Scale, Start
from .device import HASTY, PATIENT
from .room import Room, story

JUMPS = {"an hour ahead": "+3600", "two hours back": "-7200", "ten years ahead": "+315360000"}


def test_the_clock_jumps(start: Start, scale: Scale, record: Record, tmp_path: Path) -> None:
    library = faketime()
    if library is None:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("FAULT NOT TESTED: libfaketime is missing")
    clock = tmp_path / "clock"
    clock.write_text("+0\n")
    server = start(
        settings={
            "LD_PRELOAD": str(library),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_TIMESTAMP_FILE": str(clock),
            "DONT_FAKE_MONOTONIC": "1",
        }
    )

    async def play() -> None:
        async with Room.open(server) as room:
            phones = await room.joins(scale(8, 50))
            await room.links("wall")
            years: set[int] = set()
            for jump in JUMPS.values():
                clock.write_text(f"{jump}\n")
                for phone in phones:
                    room.writes(phone)
                await room.delivered()
                years.add(int((await room.snapshot("inbox"))["now"][:4]))
                # Whoever comes now, and whoever came before the jump, is let in.
                phones += await room.joins(1)
                for phone in phones[:2]:
                    assert phone.line is not None
                    phone.line.cut()
                await room.all_equal(room.devices)
            assert max(years) - min(years) >= 9, "the server's clock did jump"
            record(jumps=len(JUMPS), **await room.judge())

    story(play())


def test_the_laptop_sleeps(start: Start, scale: Scale, record: Record) -> None:
    server, seconds = start(), scale(4, 60)

    async def play() -> None:
        async with Room.open(server, timers=scale(HASTY, PATIENT)) as room:
            phones = await room.joins(scale(20, 200))
            await room.links("wall")
            server.freeze()
            for phone in phones:
                room.writes(phone)
            await asyncio.sleep(seconds)
            server.thaw()
            delivered = await room.delivered()
            figures = await room.judge()
            lost = sum(device.times_lost for device in room.devices)
            record(asleep_s=seconds, delivered_after_s=round(delivered, 2), lines_lost=lost, **figures)

    story(play())
