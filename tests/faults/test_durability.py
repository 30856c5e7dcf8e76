"""An acknowledgement leaves only after the disk was told to keep what it acknowledges.

`kill -9` cannot show a missing sync, for the kernel keeps what a dead process wrote; a power cut would.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from server import database

from .conftest import Record, Scale, Start
from .room import Room, story

CALLS = "trace=pwrite64,fdatasync,fsync,sendto,recvfrom"
LINE = re.compile(r"^(\d+) +(?:<\.\.\. )?(\w+)")


@pytest.mark.parametrize("commits", ["inline", "native"])
def test_every_acknowledgement_follows_a_sync_of_what_it_acknowledges(
    commits: str, start: Start, scale: Scale, record: Record, needs: Callable[[str], None], tmp_path: Path
) -> None:
    needs("strace")
    trace = tmp_path / "trace"
    strace = ["strace", "-f", "--seccomp-bpf", "-y", "-s", "48", "-e", CALLS, "-o", str(trace)]
    server = start(under=strace, with_=[str(Path(__file__).with_name("started.py")), f"commits={commits}"])

    async def play() -> int:
        async with Room.open(server) as room:
            phones = await room.joins(3)
            before = len(room.history.asked)
            # One after the other, so that each needs a sync of its own; then all at once.
            for _ in range(scale(10, 45)):
                await room.writes(phones[0])
            for phone in phones[1:]:
                for _ in range(scale(10, 45)):
                    room.writes(phone)
            await room.judge()
            return len(room.history.asked) - before

    commands = story(play())
    pid = server.itself.pid
    server.stop()
    told = _read(trace.read_text(errors="replace"), pid)
    assert told.acknowledgements >= commands
    assert told.too_early == []
    assert told.syncs >= scale(10, 45)
    assert told.syncs_elsewhere == (0 if commits == "inline" else told.syncs)
    record(commands=commands, acknowledgements=told.acknowledgements, syncs=told.syncs, too_early=0)


class Told:
    """What a trace tells of the write-ahead log up to the last acknowledgement."""

    def __init__(self) -> None:
        self.unsynced = False
        self.acknowledgements = self.syncs = self.syncs_elsewhere = 0
        self.too_early: list[str] = []


def _read(trace: str, pid: int) -> Told:
    told = Told()
    syncing: set[str] = set()
    serving, syncs, elsewhere = False, 0, 0
    for line in trace.splitlines():
        found = LINE.match(line)
        if found is None:
            continue
        thread, call = found.groups()
        if call == "pwrite64" and "-wal>" in line:
            told.unsynced = True
        elif call in ("fdatasync", "fsync"):
            if "-wal>" in line:
                syncing.add(thread)
            if thread in syncing and line.rstrip().endswith("= 0"):
                syncing.discard(thread)
                told.unsynced = False
                syncs += serving
                elsewhere += serving and int(thread) != pid
        elif call == "sendto" and re.search(r'\\?43\d+\[\{\\"ok\\":true', line):
            told.acknowledgements += 1
            told.syncs, told.syncs_elsewhere = syncs, elsewhere
            if told.unsynced:
                told.too_early.append(line)
        elif call == "recvfrom" and "POST /api/join" in line:
            # From here on commits are as they will be; the first ones only find out how fast they are.
            serving = True
    return told


def test_every_connection_syncs_at_each_commit(tmp_path: Path) -> None:
    engine = database.open_engine(f"sqlite:///{tmp_path / 'x.sqlite3'}")
    several = [engine.connect() for _ in range(6)]
    try:
        for connection in several:
            driver = connection.connection.dbapi_connection
            assert driver is not None
            for pragma, value in (("synchronous", 2), ("journal_mode", "wal"), ("foreign_keys", 1), ("fullfsync", 1)):
                assert driver.execute(f"PRAGMA {pragma}").fetchone()[0] == value  # type: ignore[attr-defined]
    finally:
        for connection in several:
            connection.close()
        engine.dispose()
