"""What the server counts about itself, for Prometheus; never a word of a card, never a name."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

SECONDS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0)
SIZES = (1, 2, 5, 10, 20, 50, 100, 200, 500)
LAG_EVERY = 0.25

Reading = dict[str, float]


class Metrics:
    """Counters that the parts add to, and readings that are taken when somebody asks."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._commands = Counter(
            "batkham_commands", "Commands by kind and result", ["kind", "result"], registry=self.registry
        )
        self._commits = Histogram("batkham_commit_seconds", "Time of a commit", buckets=SECONDS, registry=self.registry)
        self._groups = Histogram(
            "batkham_commit_commands", "Commands in a commit", buckets=SIZES, registry=self.registry
        )
        self._catch_ups = Counter(
            "batkham_catch_ups", "Screens that asked for what they missed", registry=self.registry
        )
        self._lag = Histogram(
            "batkham_hub_lag_seconds", "How late the hub was", buckets=SECONDS, registry=self.registry
        )

    def command(self, kind: str, result: str) -> None:
        self._commands.labels(kind, result).inc()

    def commit(self, seconds: float, commands: int) -> None:
        self._commits.observe(seconds)
        self._groups.observe(commands)

    def caught_up(self) -> None:
        self._catch_ups.inc()

    def watch_hub(self, sleep: Callable[[float], None]) -> None:
        """Sleep for ever, and note each time how much longer than asked it took."""
        while True:
            due = time.monotonic() + LAG_EVERY
            sleep(LAG_EVERY)
            self._lag.observe(max(0.0, time.monotonic() - due))

    def read(self, name: str, help: str, label: str, reading: Callable[[], Reading], *, grows: bool = False) -> None:
        """Take a reading, by label, whenever somebody asks."""
        self.registry.register(_Readings(name, help, label, reading, grows))

    def text(self) -> bytes:
        """Everything, in Prometheus' text format."""
        return generate_latest(self.registry)


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
