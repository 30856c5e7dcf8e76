"""Short forms for every run, long forms with --long, and the figures of both in one table."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .apart import may_be_apart
from .process import Process

FIGURES = Path(__file__).parent / "figures.json"
FAULT = "fault"
_figures: dict[str, dict[str, Any]] = {}

Scale = Callable[[Any, Any], Any]
Record = Callable[..., None]
Start = Callable[..., Process]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="faults: the long forms, about an hour")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if sys.platform != "linux":
        for item in items:
            item.add_marker(pytest.mark.skip("FAULT NOT TESTED: needs Linux"))
    if not config.getoption("--long", default=False):
        items[:] = [item for item in items if item.get_closest_marker("only_long") is None]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "only_long: a fault that has no short form")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Figures come with the report, also from a process of its own."""
    for name, figures in report.user_properties:
        if name == FAULT and report.when == "call":
            _figures[report.nodeid.rpartition("::")[2].removeprefix("test_")] = dict(figures)  # type: ignore[call-overload]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if not _figures:
        return
    terminalreporter.section("faults")
    for name, figures in _figures.items():
        terminalreporter.line(name)
        terminalreporter.line("    " + "  ".join(f"{key} {value}" for key, value in figures.items()))
    if config.getoption("--long", default=False):
        known = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
        FIGURES.write_text(json.dumps(known | _figures, indent=1) + "\n")
    elif config.cache is not None:
        config.cache.mkdir("faults").joinpath("figures.json").write_text(json.dumps(_figures, indent=1) + "\n")


@pytest.fixture
def scale(request: pytest.FixtureRequest) -> Scale:
    """The first of two sizes, or with --long the second."""
    long = bool(request.config.getoption("--long", default=False))
    return lambda short, much: much if long else short


@pytest.fixture
def record(request: pytest.FixtureRequest) -> Record:
    """Keep this test's figures."""

    def keep(**figures: Any) -> None:
        request.node.user_properties.append((FAULT, figures))

    return keep


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a server on a new data folder; all are ended with the test."""
    started: list[Process] = []

    def one(folder: Path | None = None, settings: dict[str, str] | None = None, **how: Any) -> Process:
        place = folder or tmp_path / f"server-{len(started)}"
        place.mkdir(exist_ok=True)
        started.append(Process(place, **how))
        started[-1].start(**(settings or {}))
        return started[-1]

    yield one
    for process in started:
        process.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """One server for the tests of a file that leave it as it was."""
    process = Process(tmp_path_factory.mktemp("server"))
    process.start()
    yield process
    process.stop()


@pytest.fixture
def needs() -> Callable[[str], None]:
    """Without this tool the test cannot be; in CI that is a failure."""

    def check(tool: str) -> None:
        there = may_be_apart() if tool == "root" else shutil.which(tool) is not None
        if there:
            return
        why = f"FAULT NOT TESTED: {tool} is missing"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)

    return check
