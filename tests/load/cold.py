"""How much dearer the same work is after the processor has slept: what every figure at 20 a second has in it.

A small program on the server's core inserts a row and reads it again, with SQLAlchemy in memory: no disk is in it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

from sqlalchemy import Column, Integer, MetaData, Table, create_engine, insert, select

from tests.load.rows import Figures
from tests.load.servers import ROOT, SERVER_CORE, stay_on

PAUSES = {"at_once": 0.0, "after_5_ms": 0.005, "after_50_ms": 0.05}
TURNS = 80


def sleeping_processor() -> Figures:
    """Microseconds of processor time for the same work, by how long the processor slept before."""
    command = [sys.executable, "-m", "tests.load.cold"]
    told = subprocess.run(
        command, cwd=ROOT, capture_output=True, check=True, text=True, preexec_fn=lambda: stay_on(SERVER_CORE)
    )
    figures: Figures = json.loads(told.stdout)
    return figures


def _measure() -> Figures:
    engine = create_engine("sqlite://")
    numbers = Table("numbers", metadata := MetaData(), Column("number", Integer, primary_key=True))
    metadata.create_all(engine)
    count = iter(range(10**6))
    with engine.connect() as connection:

        def work() -> None:
            number = next(count)
            with connection.begin():
                connection.execute(insert(numbers), {"number": number})
                connection.execute(select(numbers).where(numbers.c.number == number)).all()

        return {f"us_{name}": median(_cost(work, pause) for _ in range(TURNS)) for name, pause in PAUSES.items()}


def _cost(work: Callable[[], None], pause: float) -> float:
    time.sleep(pause)
    began = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - began) / 1e3


if __name__ == "__main__":
    print(json.dumps(_measure()))  # noqa: T201
