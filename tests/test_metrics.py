"""What the server counts about itself, as Prometheus reads it."""

from __future__ import annotations

from prometheus_client.parser import text_string_to_metric_families

from server.metrics import Metrics


def read(metrics: Metrics) -> dict[str, float]:
    """Every number by its name and labels."""
    families = text_string_to_metric_families(metrics.text().decode())
    return {
        f"{one.name}{dict(sorted(one.labels.items())) if one.labels else ''}": one.value
        for family in families
        for one in family.samples
    }


def test_commands_are_counted_by_kind_and_result() -> None:
    metrics = Metrics()
    for kind, result in (("submit_card", "ok"), ("submit_card", "ok"), ("submit_card", "too_long"), ("focus", "ok")):
        metrics.command(kind, result)
    numbers = read(metrics)
    assert numbers["batkham_commands_total{'kind': 'submit_card', 'result': 'ok'}"] == 2
    assert numbers["batkham_commands_total{'kind': 'submit_card', 'result': 'too_long'}"] == 1
    assert numbers["batkham_commands_total{'kind': 'focus', 'result': 'ok'}"] == 1


def test_commits_are_told_as_a_histogram_that_adds_up() -> None:
    metrics = Metrics()
    for seconds, commands in ((0.0004, 1), (0.001, 3), (0.3, 40), (7.0, 700)):
        metrics.commit(seconds, commands)
    numbers = read(metrics)
    told = [
        numbers[f"batkham_commit_seconds_bucket{{'le': '{bound}'}}"] for bound in ("0.0005", "0.001", "1.0", "+Inf")
    ]
    assert told == [1, 2, 3, 4]
    assert numbers["batkham_commit_commands_count"] == 4
    assert numbers["batkham_commit_commands_sum"] == 744
    assert numbers["batkham_commit_commands_bucket{'le': '+Inf'}"] == 4


def test_readings_are_taken_when_somebody_asks() -> None:
    metrics = Metrics()
    sockets = {"websocket": 3.0}
    metrics.read("batkham_sockets", "Sockets", "how", lambda: sockets)
    assert read(metrics)["batkham_sockets{'how': 'websocket'}"] == 3
    sockets["websocket"] = 5.0
    metrics.caught_up()
    assert read(metrics)["batkham_sockets{'how': 'websocket'}"] == 5
    assert read(metrics)["batkham_catch_ups_total"] == 1
