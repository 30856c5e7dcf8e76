"""A long afternoon: people come and go, cards come and are moved, and nothing but those stays in memory."""

from __future__ import annotations

import asyncio
import re
import time
from pathlib import Path
from random import Random

import pytest

from .conftest import Record, Start
from .device import Device
from .process import Process
from .room import COLUMNS, Room, story

MINUTES = 22
# Until the server remembers as many events as it ever does (2,000), so that what is small can be told from what grows.
WARM_UP_MINUTES = 9
JOINS_A_SECOND = 5
MOST_MB_AN_HOUR = 5.0


class Watch:
    """What the server holds, again and again."""

    def __init__(self, server: Process) -> None:
        self._server = server
        self._began = time.monotonic()
        self.seen: list[tuple[float, float]] = []
        self.log_mb = 0.0

    def look(self) -> None:
        self.seen.append(((time.monotonic() - self._began) / 3600, self._server.megabytes))
        log = Path(f"{self._server.database}-wal")
        self.log_mb = max(self.log_mb, log.stat().st_size / (1 << 20) if log.exists() else 0.0)

    def counted(self, what: str) -> list[int]:
        return [int(number) for number in re.findall(rf"{what} (\d+)", self._server.said)]

    def slope(self) -> float:
        """Megabytes an hour, by least squares, after the warm-up."""
        seen = [(hours, size) for hours, size in self.seen if hours > WARM_UP_MINUTES / 60]
        mean_hours = sum(hours for hours, _ in seen) / len(seen)
        mean_size = sum(size for _, size in seen) / len(seen)
        across = sum((hours - mean_hours) * (size - mean_size) for hours, size in seen)
        return across / sum((hours - mean_hours) ** 2 for hours, _ in seen)


@pytest.mark.only_long
@pytest.mark.parametrize("people", ["new", "same"])
def test_an_afternoon_leaves_nothing_behind(people: str, start: Start, record: Record) -> None:
    """With the same people nothing may grow; new ones and their cards are kept, and so weigh something."""
    server = start(with_=[str(Path(__file__).with_name("started.py")), "count"])
    random = Random(12)
    away: list[Device] = []

    async def visit(room: Room) -> None:
        """Come, write a card if new, look, and go."""
        phone = away.pop() if away else (await room.joins(1))[0]
        if phone not in room.devices:
            room.devices.append(phone.opens())
        elif people == "new" and random.random() < 0.2:
            await room.writes(phone)
        await asyncio.sleep(random.uniform(2, 8))
        await phone.closes()
        room.devices.remove(phone)
        if people == "same":
            away.insert(0, phone)

    async def play() -> None:
        watch = Watch(server)
        ends = time.monotonic() + MINUTES * 60
        async with Room.open(server) as room:
            cards = await room.adds(60)
            await room.links("wall", "facilitator")
            await room.joins(100)
            await asyncio.sleep(6)
            base = watch.counted("greenlets")[-1], watch.counted("files")[-1]
            visits: set[asyncio.Task[None]] = set()
            while time.monotonic() < ends:
                visits.add(one := asyncio.create_task(visit(room)))
                one.add_done_callback(visits.discard)
                await asyncio.sleep(1 / JOINS_A_SECOND)
                await room.fay.does("move_cards", cards=random.sample(cards, 3), column=random.choice(COLUMNS))
                if not len(watch.seen) or time.monotonic() - watch._began > 5 * len(watch.seen):
                    watch.look()
            await asyncio.gather(*visits)
            await asyncio.sleep(20)
            left = watch.counted("greenlets")[-1], watch.counted("files")[-1]
            figures = await room.judge()
            record(
                minutes=MINUTES,
                rss_mb=round(server.megabytes, 1),
                slope_mb_an_hour=round(watch.slope(), 1),
                most_wal_mb=round(watch.log_mb, 1),
                greenlets=[base[0], left[0]],
                files=[base[1], left[1]],
                **figures,
            )
            assert left[0] <= base[0] + 5
            assert left[1] <= base[1] + 5
            assert watch.log_mb < 64
            assert people == "new" or watch.slope() < MOST_MB_AN_HOUR

    story(play())
