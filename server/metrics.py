"""What the server counts about itself, for Prometheus; never a word of a card, never a name."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric

SECONDS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0)
SIZES = (1, 2, 5, 10, 20, 50, 100, 200, 500)
LAG_EVERY = 0.25

Reading = dict[str, float]


class Metrics:
    """Counters that the parts add to, and readings that are taken when somebody asks.

    What is counted with every command is counted in plain numbers: the library's own counters take locks.
    """

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._commands: dict[tuple[str, str], int] = defaultdict(int)
        self._commits = Spread(SECONDS)
        self._groups = Spread(SIZES)
        self._lag = Spread(SECONDS)
        self._catch_ups = 0
        self.registry.register(_Collected(self._collect))

    def command(self, kind: str, result: str) -> None:
        self._commands[kind, result] += 1

    def commit(self, seconds: float, commands: int) -> None:
        self._commits.note(seconds)
        self._groups.note(commands)

    def caught_up(self) -> None:
        self._catch_ups += 1

    def watch_hub(self, sleep: Callable[[float], None]) -> None:
        """Sleep for ever, and note each time how much longer than asked it took."""
        while True:
            due = time.monotonic() + LAG_EVERY
            sleep(LAG_EVERY)
            self._lag.note(max(0.0, time.monotonic() - due))

    def read(self, name: str, help: str, label: str, reading: Callable[[], Reading], *, grows: bool = False) -> None:
        """Take a reading, by label, whenever somebody asks."""
        self.registry.register(_Readings(name, help, label, reading, grows))

    def _collect(self) -> Iterator[Metric]:
        commands = CounterMetricFamily("batkham_commands", "Commands by kind and result", labels=["kind", "result"])
        for labels, count in list(self._commands.items()):
            commands.add_metric(labels, count)
        yield commands
        yield self._commits.told("batkham_commit_seconds", "Time of a commit")
        yield self._groups.told("batkham_commit_commands", "Commands in a commit")
        yield self._lag.told("batkham_hub_lag_seconds", "How late the hub was")
        yield CounterMetricFamily("batkham_catch_ups", "Screens that asked for what they missed", value=self._catch_ups)

    def text(self) -> bytes:
        """Everything, in Prometheus' text format."""
        return generate_latest(self.registry)


class Spread:
    """How many numbers fell between which bounds."""

    def __init__(self, bounds: Sequence[float]) -> None:
        self._bounds = bounds
        self._counts = [0] * (len(bounds) + 1)
        self._sum = 0.0

    def note(self, number: float) -> None:
        self._counts[bisect_left(self._bounds, number)] += 1
        self._sum += number

    def told(self, name: str, help: str) -> Metric:
        upto = [*map(str, map(float, self._bounds)), "+Inf"]
        return HistogramMetricFamily(
            name, help, buckets=list(zip(upto, accumulate(self._counts), strict=True)), sum_value=self._sum
        )


class _Collected:
    def __init__(self, collect: Callable[[], Iterator[Metric]]) -> None:
        self.collect = collect


class _Readings:
    def __init__(self, name: str, help: str, label: str, reading: Callable[[], Reading], grows: bool) -> None:
        self._name = name
        self._help = help
        self._label = label
        self._reading = reading
        self._kind = CounterMetricFamily if grows else GaugeMetricFamily

    def collect(self) -> Iterator[Metric]:
        family = self._kind(self._name, self._help, labels=[self._label])
        for value, number in self._reading().items():
            family.add_metric([value], number)
        yield family
