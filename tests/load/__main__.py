"""`python -m tests.load`: measures every server in turn, again and again, and prints the table."""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.load import chart, rows, servers, table
from tests.load.chart import Line, Panel
from tests.load.cold import sleeping_processor
from tests.load.day import a_day
from tests.load.rows import Bench, Figures

RAM = Path("/dev/shm")
PHONES = (100, 250, 500, 1_000, 2_000)
RATES = (20, 100, 400, 1_000, 2_000)
Samples = dict[str, list[Figures]]
Run = tuple[str, Callable[[], Figures]]


def main() -> int:
    asked = _asked()
    # Whoever ends this ends its servers and phones too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    bench = Bench(
        repeats=asked.repeats, phones=asked.phones, many=2 * asked.phones, seconds=asked.seconds, folder=asked.folder
    )
    samples: Samples = defaultdict(list, _measured_before(asked.out) if asked.add else {})
    try:
        for name, run in _runs(bench, asked.rows, servers.socket_io() is not None):
            _measure(name, run, samples)
            _note(name, samples, bench)
    except servers.CannotMeasure as why:
        print(f"cannot measure: {why}", file=sys.stderr)
        return 1
    print("\n" + table.printed({name: several for name, several in samples.items() if "@" not in name}))
    print(f"\nchecked: {bench.verdict}")
    _keep(asked.out, samples, bench)
    return 1 if bench.verdict.faults else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.load", description=__doc__)
    parser.add_argument("--rows", nargs="*", default=list(GROUPS), choices=list(GROUPS), help="only these")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument(
        "--phones", type=int, default=500, help="in the rows with 500; twice as many in those with 1,000"
    )
    parser.add_argument("--seconds", type=float, default=5.0, help="how long each measurement lasts")
    parser.add_argument(
        "--folder", type=Path, default=None, help="where the databases are made: on the disk to measure"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("tests/artifacts/load"), help="folder for results.json and chart.svg"
    )
    parser.add_argument("--add", action="store_true", help="add to what was measured before and lies in that folder")
    return parser.parse_args()


def _measured_before(folder: Path) -> Samples:
    file = folder / "results.json"
    return dict(json.loads(file.read_text("utf-8"))["samples"]) if file.exists() else {}


def _measure(name: str, run: Callable[[], Figures], samples: Samples) -> None:
    began = time.monotonic()
    load = os.getloadavg()[0]
    try:
        figures = run()
    except servers.CannotMeasure as why:
        print(f"{name}: {why}", file=sys.stderr, flush=True)
        return
    samples[name].append({**figures, "load_before": load})
    told = ", ".join(f"{key} {value:,.2f}" for key, value in figures.items())
    print(f"[{time.monotonic() - began:4.1f} s] {name}: {told}", flush=True)


def _note(name: str, samples: Samples, bench: Bench) -> None:
    """Bare send() sends frames as long as those of the real application."""
    if name == "fan_out fast" and samples[name]:
        bench.frame_bytes = round(samples[name][-1]["phone_frame_bytes"]) - 4


def _fan_out(bench: Bench, node: bool) -> Iterator[Run]:
    for kind in ("fast", "floor", *(["node"] if node else []), "stock"):
        yield f"fan_out {kind}", lambda kind=kind: rows.fan_out(bench, kind)  # type: ignore[misc]


def _coalesced(bench: Bench, _node: bool) -> Iterator[Run]:
    for kind in ("fast", "floor"):
        yield f"coalesced {kind}", lambda kind=kind: rows.fan_out(bench, kind, 100, paced=True)  # type: ignore[misc]


def _command(bench: Bench, _node: bool) -> Iterator[Run]:
    yield "command disk", lambda: rows.command(bench, bench.folder)
    if RAM.is_dir():
        yield "command ram", lambda: rows.command(bench, RAM)


def _throughput(bench: Bench, _node: bool) -> Iterator[Run]:
    yield "throughput", lambda: rows.throughput(bench)


def _ballroom(bench: Bench, _node: bool) -> Iterator[Run]:
    yield "ballroom", lambda: rows.fan_out(bench, "fast", paced=True, phones=bench.many)


def _joining(bench: Bench, node: bool) -> Iterator[Run]:
    for kind in ("fast", *(["node"] if node else []), "stock"):
        yield f"joining {kind}", lambda kind=kind: rows.joining(bench, kind)  # type: ignore[misc]


def _rejoin(bench: Bench, _node: bool) -> Iterator[Run]:
    yield "rejoin", lambda: rows.rejoin(bench)


def _day(bench: Bench, _node: bool) -> Iterator[Run]:
    yield "day", lambda: a_day(bench.folder)


def _processor(_bench: Bench, _node: bool) -> Iterator[Run]:
    yield "processor", sleeping_processor


def _charts(bench: Bench, node: bool) -> Iterator[Run]:
    kinds = ("fast", "node") if node else ("fast",)
    for kind in kinds:
        for phones in PHONES:
            yield f"{kind} @ {phones} phones", lambda k=kind, n=phones: rows.fan_out(bench, k, paced=True, phones=n)  # type: ignore[misc]
        for rate in RATES:
            yield f"{kind} @ {rate} cards/s", lambda k=kind, r=rate: rows.fan_out(bench, k, r, paced=True)  # type: ignore[misc]


# What is repeated; the charts are measured once, and so is a day, for bytes do not vary.
GROUPS: dict[str, Callable[[Bench, bool], Iterator[Run]]] = {
    "fan_out": _fan_out,
    "coalesced": _coalesced,
    "command": _command,
    "throughput": _throughput,
    "ballroom": _ballroom,
    "joining": _joining,
    "rejoin": _rejoin,
    "day": _day,
    "processor": _processor,
    "charts": _charts,
}
ONCE = ("day", "processor", "charts")


def _runs(bench: Bench, wanted: list[str], node: bool) -> Iterator[Run]:
    """Interleaved: every server once, then every server again."""
    for repeat in range(bench.repeats):
        for name in wanted:
            if repeat == 0 or name not in ONCE:
                yield from GROUPS[name](bench, node)


def _keep(folder: Path, samples: Samples, bench: Bench) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    results = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {"system": platform.platform(), "cores": os.cpu_count(), "python": platform.python_version()},
        "rows": [
            {"what": row.what, "unit": row.unit, "target": row.target, "value": row.value, "met": row.met}
            for row in table.rows(samples)
        ],
        "checked": {name: getattr(bench.verdict, name) for name in type(bench.verdict).__dataclass_fields__},
        "samples": samples,
    }
    (folder / "results.json").write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if any("@" in name for name in samples):
        (folder / "chart.svg").write_text(chart.drawn(list(_panels(samples))), "utf-8")


def _panels(samples: Samples) -> Iterator[Panel]:
    for unit, across, title in (
        ("phones", "phones", "20 cards a second"),
        ("cards/s", "cards a second", "500 phones"),
    ):
        latency = [
            _line(samples, "fast", unit, "all_p99_ms", "phones, p99", "#b4532a", dashed=False),
            _line(samples, "fast", unit, "all_p50_ms", "phones, p50", "#b4532a", dashed=True),
            _line(samples, "fast", unit, "wall_p99_ms", "wall, p99", "#2f6f73", dashed=False),
            _line(samples, "fast", unit, "wall_p50_ms", "wall, p50", "#2f6f73", dashed=True),
        ]
        cpu = [
            _line(samples, "fast", unit, "cpu_percent", "Batkham", "#b4532a", dashed=False),
            _line(samples, "node", unit, "cpu_percent", "Node socket.io relay", "#6b6257", dashed=True),
        ]
        yield Panel(f"{title}: until it is seen", across, "milliseconds", latency)
        yield Panel(f"{title}: server", across, "% of one core", [line for line in cpu if line.points])


def _line(samples: Samples, kind: str, unit: str, figure: str, name: str, colour: str, *, dashed: bool) -> Line:
    found = {
        float(key.split(" @ ")[1].split()[0]): several[0][figure]
        for key, several in samples.items()
        if key.startswith(f"{kind} @ ") and key.endswith(unit)
    }
    points = [(x, y) for x, y in sorted(found.items()) if y == y]
    return Line(name, colour, dashed, points)


if __name__ == "__main__":
    sys.exit(main())
