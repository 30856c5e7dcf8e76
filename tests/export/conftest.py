"""A house without a network, Fay who facilitates in it, and Ana and Ben who take part."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from visitors import Visitor, joins, opens_a_workshop

from server import database
from server.assembly import House, assemble
from server.config import Config
from server.export.making import Making


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with today's tables and nothing in them: upgrading one takes longer than copying it."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    database.open_engine(f"sqlite:///{path}").dispose()
    return path


class SharedMaking(Making):
    """Its process outlives a house: starting one takes longer than most tests."""

    def close(self) -> None:
        pass

    def end(self) -> None:
        super().close()


@pytest.fixture(scope="session")
def making() -> Iterator[SharedMaking]:
    shared = SharedMaking()
    yield shared
    shared.end()


@pytest.fixture
def house(tmp_path: Path, empty_database: Path, making: SharedMaking) -> Iterator[House]:
    shutil.copy(empty_database, tmp_path / "export.sqlite3")
    made = assemble(
        Config(
            database_url=f"sqlite:///{tmp_path}/export.sqlite3",
            secret_key="s" * 40,
            create_password="p" * 12,
            run_with="threading",
            data_dir=tmp_path,
            safe_copies=3,
        ),
        making,
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
