"""Is every acknowledged card in the log once, and did it reach every screen that may see it?"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from tests.load.servers import Report


@dataclass(frozen=True)
class Verdict:
    """All but `acknowledged` and `shown` must be 0."""

    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    misplaced: int = 0
    uncalled: int = 0
    shown: int = 0
    not_shown: int = 0
    shown_twice: int = 0

    def __add__(self, other: Verdict) -> Verdict:
        return Verdict(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    @property
    def faults(self) -> int:
        return self.lost + self.doubled + self.misplaced + self.uncalled + self.not_shown + self.shown_twice

    def __str__(self) -> str:
        return ", ".join(f"{getattr(self, one.name)} {one.name.replace('_', ' ')}" for one in fields(self))


def check_log(acks: Iterable[tuple[str, int]], rows: Iterable[tuple[str, int]], sent: frozenset[str]) -> Verdict:
    """Acknowledgements (command, seq) against the log's rows (command, seq) of what was sent."""
    promised, kept = list(acks), list(rows)
    times = Counter(command for command, _ in kept)
    at = dict(kept)
    return Verdict(
        acknowledged=len(promised),
        lost=sum(times[command] == 0 for command, _ in promised),
        doubled=sum(count - 1 for count in times.values()),
        misplaced=sum(command in at and at[command] != seq for command, seq in promised),
        uncalled=sum(command not in sent for command in times),
    )


def check_screens(report: Report) -> Verdict:
    """What the phones, wall and facilitators were shown of what was acknowledged."""
    return Verdict(
        shown=report["delivered"],
        not_shown=report["missing"],
        shown_twice=report["doubled"],
    )


def read_acks(file: Path, first_move: int) -> list[tuple[str, int]]:
    """The generator's list: events before `first_move` made cards, the later ones moved them."""
    pairs = (line.split() for line in file.read_text().splitlines())
    return [(command_id(int(number), first_move), int(seq)) for number, seq in pairs]


def command_id(number: int, first_move: int) -> str:
    return f"{'loadcard' if number < first_move else 'loadmove'}{number:08x}"


def read_log(data: Path) -> list[tuple[str, int]]:
    with sqlite3.connect(f"file:{data / 'batkham.sqlite3'}?mode=ro", uri=True) as database:
        rows = database.execute("SELECT command_id, seq FROM log WHERE command_id LIKE 'load%'").fetchall()
    database.close()
    return [(str(command), int(seq)) for command, seq in rows]
