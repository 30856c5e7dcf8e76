"""What the server does not find as it left it, it says in one clear line; an empty board never comes silently."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import Start
from .process import Process
from .room import Room, story


def refusal(server: Process, **settings: str) -> str:
    """The one line of a server that cannot start."""
    before = len(server.said)
    server.launch(**settings)
    assert server.wait() in (1, 2)
    lines = [line for line in server.said[before:].splitlines() if line and not line.startswith("โปรดระวัง")]
    assert len(lines) == 1, lines
    assert lines[0].startswith("เริ่มไม่ได้ Cannot start: ")
    return lines[0]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a server that ran once, with a workshop in it."""
    server = Process(tmp_path_factory.mktemp("left"))
    server.start()

    async def play() -> None:
        async with Room.open(server) as room:
            await room.adds(30)

    try:
        story(play())
    finally:
        server.stop()
    return server.data


@pytest.fixture
def stopped(left: Path, tmp_path: Path) -> Iterator[Process]:
    server = Process(tmp_path)
    shutil.copytree(left, server.data)
    yield server
    server.stop()


def nothing(database: Path) -> None:
    database.unlink()


def half(database: Path) -> None:
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])


def rubbish(database: Path) -> None:
    database.write_bytes(os.urandom(50_000))


def scribbled(database: Path) -> None:
    """Its head is whole, so it opens; what lies in it is not."""
    whole = bytearray(database.read_bytes())
    whole[4096:] = os.urandom(len(whole) - 4096)
    database.write_bytes(whole)


def spotted(database: Path) -> None:
    """It even opens and answers; only some of what it holds is gone."""
    whole = bytearray(database.read_bytes())
    for page in range(4096 * 6, len(whole), 4096):
        whole[page : page + 4096] = bytes(4096)
    database.write_bytes(whole)


def empty(database: Path) -> None:
    database.write_bytes(b"")


@pytest.mark.parametrize("harm", [nothing, empty, half, rubbish, scribbled, spotted])
def test_a_database_that_is_not_as_it_was_left_is_named(stopped: Process, harm: Callable[[Path], None]) -> None:
    for path in (*stopped.data.glob("*-wal"), *stopped.data.glob("*-shm")):
        path.unlink()
    harm(stopped.database)
    left = stopped.database.read_bytes() if stopped.database.exists() else None
    assert "database" in refusal(stopped)
    # What can perhaps be rescued is not touched.
    assert (stopped.database.read_bytes() if stopped.database.exists() else None) == left


def test_a_second_server_leaves_the_first_alone(start: Start) -> None:
    first = start()

    async def play() -> None:
        async with Room.open(first) as room:
            second = Process(first.folder)
            assert f"process {first.itself.pid}" in refusal(second)
            await room.adds(3)
            await room.judge()

    story(play())


def test_a_network_folder_and_one_that_cannot_be_written_are_named(start: Start, tmp_path: Path) -> None:
    server = Process(tmp_path)
    assert "network folder" in refusal(server, BATKHAM_DATA_DIR="//office/share")
    (tmp_path / "file").touch()
    assert "cannot write" in refusal(server, BATKHAM_DATA_DIR=str(tmp_path / "file" / "data"))
