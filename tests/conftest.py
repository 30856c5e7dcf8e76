"""The standing cast: Fay facilitates, Ana and Ben take part, Zoe is a stranger from another workshop."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from begun_first import BEGUN_FIRST
from hypothesis import HealthCheck, settings
from played_again import give_a_second_chance, name_the_lucky
from venue import Somebody, Venue

from server import database

TESTS = Path(__file__).parent
# How long an example takes says what else the machine does.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: half of the time a test waits for something."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: turn_of(item.path))
    give_a_second_chance(items, TESTS)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    name_the_lucky(terminalreporter)


def turn_of(file: Path) -> int:
    """Its place in the order; a test file's own comes before that of its folder."""
    lineage = [file, *file.parents]
    return next((turn for turn, name in enumerate(BEGUN_FIRST) if TESTS / name in lineage), len(BEGUN_FIRST))


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with today's tables and nothing in them: upgrading one takes longer than copying it."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    database.open_engine(f"sqlite:///{path}").dispose()
    return path


@pytest.fixture
def open_venue(tmp_path: Path, empty_database: Path) -> Iterator[Callable[..., Venue]]:
    """Make as many workshops as a test needs, each on a database of its own."""
    opened: list[Venue] = []

    def make(**wish: Any) -> Venue:
        path = tmp_path / f"{len(opened)}.sqlite3"
        shutil.copy(empty_database, path)
        opened.append(Venue(path, **wish))
        return opened[-1]

    yield make
    for venue in opened:
        venue.close()


@pytest.fixture
def venue(open_venue: Callable[..., Venue]) -> Venue:
    return open_venue()


@pytest.fixture
def fay(venue: Venue) -> Somebody:
    return venue.fay


@pytest.fixture
def ana(venue: Venue) -> Somebody:
    return venue.joins()


@pytest.fixture
def ben(venue: Venue) -> Somebody:
    return venue.joins()


@pytest.fixture
def zoe(open_venue: Callable[..., Venue], venue: Venue) -> Somebody:
    """She has every right, in a workshop of her own."""
    return open_venue().fay
