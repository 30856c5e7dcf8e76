"""The disk is full, broken or held by another program: phones keep their cards, everybody can still look.

A command that cannot be kept is answered `retry`; when the disk is well again it is kept without a restart.
"""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from .apart import apart, small_disk
from .conftest import Record, Scale, Start
from .device import UNREACHABLE, Device
from .process import Process
from .room import Room, story, wait_until

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=10)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""

Trouble = Callable[[Process], "object"]


@asynccontextmanager
async def full_disk(server: Process) -> AsyncIterator[None]:
    filler = server.folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    try:
        yield
    finally:
        filler.unlink()


@asynccontextmanager
async def held_database(server: Process) -> AsyncIterator[None]:
    """Another program has the write lock."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(server.database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        try:
            assert await asyncio.to_thread(other.stdout.readline) == b"held\n"
            yield
        finally:
            other.kill()


def failing(calls: str, error: str) -> Trouble:
    """The kernel answers these calls on the database with this error."""

    @asynccontextmanager
    async def trouble(server: Process) -> AsyncIterator[None]:
        paths = [word for path in (server.database, Path(f"{server.database}-wal")) for word in ("-P", str(path))]
        inject = ["-e", f"trace={calls}", "-e", f"inject={calls}:error={error}"]
        with subprocess.Popen(
            ["strace", "-f", "-o", "/dev/null", "-p", str(server.itself.pid), *paths, *inject], stderr=subprocess.PIPE
        ) as strace:
            assert strace.stderr is not None
            try:
                assert b"attached" in await asyncio.to_thread(strace.stderr.readline)
                yield
            finally:
                strace.terminate()

    return trouble


TROUBLES = {
    "full": full_disk,
    "held by another program": held_database,
    "read-only": failing("pwrite64", "EROFS"),
    "without a sync": failing("fdatasync,fsync", "EIO"),
}


@pytest.mark.parametrize("what", TROUBLES)
def test_cards_wait_until_the_disk_is_well(
    what: str, start: Start, scale: Scale, record: Record, needs: Callable[[str], None], tmp_path: Path
) -> None:
    needs("root")
    needs("strace")

    def inside() -> dict[str, object]:
        folder = tmp_path / "disk"
        folder.mkdir()
        small_disk(folder, 3)
        server = start(folder)
        try:
            figures: dict[str, object] = story(_play(server, what, scale(1.5, 10.0), scale(6, 40)))
            return figures
        finally:
            # The disk goes with its thread.
            server.stop()

    record(**apart(inside, mounts=True))


async def _play(server: Process, what: str, seconds: float, people: int) -> dict[str, object]:
    async with Room.open(server) as room:
        phones = await room.joins(people)
        await room.links("wall")
        await asyncio.gather(*(room.writes(phone) for phone in phones))
        heard = _hear_refusals(phones)
        slowest = 0.0
        began = time.monotonic()
        async with TROUBLES[what](server):  # type: ignore[attr-defined]
            for phone in phones:
                room.writes(phone)
            first = await wait_until(lambda: len(heard) >= len(phones), "a word that it could not be kept")
            while time.monotonic() < began + seconds:
                slowest = max(slowest, await _looks(room))
            assert room.waiting() == len(phones), "nothing was acknowledged"
        assert set(heard) == {"retry"}
        well = await room.delivered(30)
        figures = await room.judge()
        with sqlite3.connect(f"file:{server.database}?mode=ro", uri=True) as reader:
            assert reader.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        reader.close()
        return {
            "told_after_s": round(first, 2),
            "slowest_look_ms": round(slowest * 1000),
            "well_after_s": round(well, 2),
            **figures,
        }


def _hear_refusals(phones: list[Device]) -> list[str]:
    """The codes of all refusals by the server from now on."""
    heard: list[str] = []

    def listen(phone: Device) -> None:
        send = phone._send

        async def sends(id_: str) -> dict[str, object]:
            answer = await send(id_)
            if not answer["ok"] and answer is not UNREACHABLE:
                heard.append(str(answer["code"]))
            return answer

        phone._send = sends  # type: ignore[method-assign]

    for phone in phones:
        listen(phone)
    return heard


async def _looks(room: Room) -> float:
    """Look at the board and take the documents; the seconds that took."""
    began = time.monotonic()
    await room.snapshot("inbox")
    for document in ("json", "csv", "txt"):
        await room.read(f"/api/workshops/{room.id}/export.{document}")
    await asyncio.sleep(0.02)
    return time.monotonic() - began - 0.02


def test_taking_the_rights_away_while_it_runs_loses_nothing(start: Start, record: Record) -> None:
    server = start()

    async def play() -> None:
        async with Room.open(server) as room:
            phones = await room.joins(5)
            for path in (server.database, server.data):
                path.chmod(0o400 if path.is_file() else 0o500)
            try:
                for phone in phones:
                    room.writes(phone)
                await room.delivered()
            finally:
                server.data.chmod(0o700)
                server.database.chmod(0o600)
            record(**await room.judge())

    story(play())
