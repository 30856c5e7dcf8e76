"""A house without a network, Fay who facilitates in it, and Ana and Ben who take part."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from visitors import Visitor, joins, opens_a_workshop

from server import create_app, database
from server.assembly import House
from server.config import Config


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with today's tables and nothing in them: upgrading one takes longer than copying it."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    database.open_engine(f"sqlite:///{path}").dispose()
    return path


@pytest.fixture
def house(tmp_path: Path, empty_database: Path) -> Iterator[House]:
    shutil.copy(empty_database, tmp_path / "export.sqlite3")
    made = create_app(
        Config(
            database_url=f"sqlite:///{tmp_path}/export.sqlite3",
            secret_key="s" * 40,
            create_password="p" * 12,
            run_with="threading",
        )
    )
    yield made
    made.close()


@pytest.fixture
def fay(house: House) -> Visitor:
    return opens_a_workshop(house)


@pytest.fixture
def ana(fay: Visitor) -> Visitor:
    return joins(fay)


@pytest.fixture
def ben(fay: Visitor) -> Visitor:
    return joins(fay)
