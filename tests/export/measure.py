"""No test: makes every format of 500 and 2,000 cards, each in a process of its own, and prints what it took.

PYTHONPATH=.:tests/export python tests/export/measure.py [format]
"""

from __future__ import annotations

import subprocess
import sys
import time

import psutil
import sample_views

from server.export.formats import FORMATS
from server.export.options import Options
from server.thai import graphemes
from server.workshop import Refused

CARDS = (500, 2000)
MEGABYTE = 1024 * 1024


def main() -> None:
    match sys.argv[1:]:
        case [name, cards]:
            measure(name, int(cards))
        case names:
            measure_all(names or list(FORMATS))


def measure_all(names: list[str]) -> None:
    print("| format | cards | seconds, first | seconds, again | peak MB | kB |\n| --- | --- | --- | --- | --- | --- |")
    for name in names:
        for cards in CARDS:
            subprocess.run([sys.executable, __file__, name, str(cards)], check=True)


def measure(name: str, cards: int) -> None:
    """One line of the table: with reading its libraries, and without."""
    view = sample_views.big(cards)
    graphemes("read the pattern first")
    took, made = [], b""
    for _ in range(2):
        began = time.perf_counter()
        try:
            made = FORMATS[name].make(view, Options())
        except Refused:
            return
        took.append(time.perf_counter() - began)
    peak = psutil.Process().memory_info()
    most = getattr(peak, "peak_wset", 0) or most_resident()
    print(
        f"| {name} | {cards} | {took[0]:.2f} | {took[1]:.2f} | {most // MEGABYTE} | {len(made) // 1024} |", flush=True
    )


def most_resident() -> int:
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    main()
