"""The rows of the table: what was promised, what was measured, and whether the promise was kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.load.rows import Figures

Samples = Mapping[str, Sequence[Figures]]
PHONE_PACING_MS = 125


@dataclass(frozen=True)
class Row:
    """One promise; `at_most` False means that more is better."""

    what: str
    unit: str
    target: float
    value: float
    at_most: bool = True

    @property
    def met(self) -> bool:
        return self.value <= self.target if self.at_most else self.value >= self.target

    def __str__(self) -> str:
        sign = "≤" if self.at_most else "≥"
        told = f"{self.value:,.2f}" if self.value < 100 else f"{self.value:,.0f}"
        kept = "met" if self.met else "MISSED"
        return f"| {self.what} | {sign} {self.target:g} {self.unit} | {told} {self.unit} | {kept} |"


def middle(samples: Sequence[Figures], name: str) -> float:
    return median(one[name] for one in samples)


def ratio(samples: Samples, ours: str, theirs: str, name: str) -> float:
    """The median of the ratios, each of two runs that followed one another."""
    return median(a[name] / b[name] for a, b in zip(samples[ours], samples[theirs], strict=False) if b[name])


def rows(samples: Samples) -> list[Row]:
    """Every row for which something was measured."""
    made: list[Row] = []
    for needs, make in ROWS:
        if all(samples.get(name) for name in needs):
            made += make(samples)
    return made


def _fan_out(samples: Samples) -> list[Row]:
    what = "server CPU per delivered card, 500 phones, 20/s, against "
    return [
        Row(f"{what}Node socket.io relay", "×", 0.8, ratio(samples, "fan_out fast", "fan_out node", "us_per_card")),
        Row(f"{what}bare send()", "×", 1.7, ratio(samples, "fan_out fast", "fan_out floor", "us_per_card")),
        Row(f"{what}stock Flask-SocketIO", "×", 0.3, ratio(samples, "fan_out fast", "fan_out stock", "us_per_card")),
    ]


def _coalesced(samples: Samples) -> list[Row]:
    value = ratio(samples, "coalesced fast", "coalesced floor", "us_per_card")
    return [Row("the same at 100/s, coalesced, against bare send()", "×", 0.5, value)]


def _command(samples: Samples) -> list[Row]:
    rows = []
    for where, name, target in ((0, "inline", 450.0), (1, "in a thread", 1000.0)):
        mostly = [one for one in _every(samples, "command ") if round(one["in_thread"]) == where]
        if mostly:
            rows.append(
                Row(f"whole command at 20/s, commits {name}: CPU", "µs", target, middle(mostly, "us_per_command"))
            )
    return rows


def _every(samples: Samples, beginning: str) -> list[Figures]:
    return [one for name, several in samples.items() if name.startswith(beginning) for one in several]


def _throughput(samples: Samples) -> list[Row]:
    value = middle(samples["throughput"], "commands_per_s")
    return [Row("durable commands a second, grouped", "/s", 2000, value, at_most=False)]


def _ballroom(samples: Samples) -> list[Row]:
    what, found = "1,000 phones, 20 durable moves/s, all see all: ", samples["ballroom"]
    return [
        Row(f"{what}p99 to the wall", "ms", 25, middle(found, "wall_p99_ms")),
        Row(f"{what}p99 to the last phone, with pacing", "ms", 50 + PHONE_PACING_MS, middle(found, "last_p99_ms")),
        Row(f"{what}CPU", "%", 30, middle(found, "cpu_percent")),
        Row("memory per phone", "KiB", 20, middle(found, "kib_per_phone")),
    ]


def _joining(samples: Samples) -> list[Row]:
    value = ratio(samples, "joining fast", "joining node", "connect_s")
    ours = samples["joining fast"]
    return [
        Row("1,000 phones connect at once, time against Node", "×", 1.0, value),
        Row("1,000 phones join at once with rows and snapshot", "s", 2, middle(ours, "join_s")),
    ]


def _rejoin(samples: Samples) -> list[Row]:
    return [Row("1,000 phones back in sync after a restart", "s", 15, middle(samples["rejoin"], "all_in_sync_s"))]


def _day(samples: Samples) -> list[Row]:
    what = "data per phone in 75 minutes, "
    return [
        Row(f"{what}own cards only", "kB", 120, middle(samples["day"], "kb_own_cards_only")),
        Row(
            f"{what}180 cards in view from the first to the last", "kB", 120, middle(samples["day"], "kb_list_in_view")
        ),
    ]


ROWS: Sequence[tuple[tuple[str, ...], Callable[[Samples], list[Row]]]] = (
    (("fan_out fast", "fan_out node", "fan_out floor", "fan_out stock"), _fan_out),
    (("coalesced fast", "coalesced floor"), _coalesced),
    (("command disk",), _command),
    (("throughput",), _throughput),
    (("ballroom",), _ballroom),
    (("joining fast", "joining node"), _joining),
    (("rejoin",), _rejoin),
    (("day",), _day),
)


def printed(samples: Samples) -> str:
    """The table as Markdown, and under it the medians that it was made of."""
    lines = ["| what | target | measured | |", "| --- | --- | --- | --- |", *(str(row) for row in rows(samples)), ""]
    for name, several in samples.items():
        told = ", ".join(f"{key} {middle(several, key):,.2f}" for key in several[0])
        lines.append(f"{name} (median of {len(several)}): {told}")
    return "\n".join(lines)
