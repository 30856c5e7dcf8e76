"""Opening the database: engine, durability settings, upgrades under a lock."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from server.config import CannotStart
from server.runtime import monotonic, sleep

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_MS = 250
BUSY_AGAIN_SECONDS = 0.02


def open_engine(url: str) -> Engine:
    """The database, ready to use; raises CannotStart with one clear line."""
    engine = connect(url)
    _must_not_be_missing(engine)
    try:
        _must_be_whole(engine)
        upgrade(engine)
        _empty_write_ahead_log(engine)
    except DBAPIError as error:
        raise CannotStart(f"the database cannot be used: {error.orig}") from None
    _remember(engine)
    return engine


def connect(url: str) -> Engine:
    """An engine whose every SQLite connection is durable: WAL, a sync at each commit, words overwritten when erased.

    See https://sqlite.org/pragma.html. `fullfsync` matters on macOS only, where fsync leaves the drive's cache alone.
    """
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True, pool_timeout=5)
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000})
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _wait_again)
    return engine


def _settle(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "fullfsync=1",
        "checkpoint_fullfsync=1",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"busy_timeout={BUSY_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Writers take the lock first: a reader that turns into a writer could deadlock with another."""
    if connection.get_execution_options().get("writes", False):
        _take_write_lock(connection)
    else:
        connection.exec_driver_sql("BEGIN")


def _take_write_lock(connection: Connection) -> None:
    """Wait for another program's lock here, not in SQLite, which would hold up everybody meanwhile."""
    driver: Any = connection.connection.dbapi_connection
    if "waits" not in connection.info:
        connection.info["waits"] = False
        driver.execute("PRAGMA busy_timeout=0")
    give_up = None
    while not _locks(driver, give_up):
        give_up = give_up or monotonic() + BUSY_MS / 1000
        sleep(BUSY_AGAIN_SECONDS)


def _locks(driver: Any, give_up: float | None) -> bool:
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or (give_up is not None and monotonic() > give_up):
            raise OperationalError("BEGIN IMMEDIATE", (), error) from error
        return False
    return True


def _wait_again(driver: Any, record: Any) -> None:
    """A connection that goes back to those who only read waits for locks as theirs do."""
    if driver is not None and not record.info.pop("waits", True):
        driver.execute(f"PRAGMA busy_timeout={BUSY_MS}")


def upgrade(engine: Engine) -> None:
    """Bring the tables to today's shape; raises CannotStart. Safe with several processes at once."""
    config = _alembic()
    head = ScriptDirectory.from_config(config).get_current_head()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    _keep_a_copy(engine, head)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(8321)"))
        current = MigrationContext.configure(connection).get_current_revision()
        if current is not None and current not in known:
            raise CannotStart("the database belongs to a newer Batkham: update the program")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_current(engine: Engine) -> bool:
    """Does the database answer, with today's tables?"""
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current == ScriptDirectory.from_config(_alembic()).get_current_head()


def _alembic() -> AlembicConfig:
    config = AlembicConfig()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def _must_not_be_missing(engine: Engine) -> None:
    """A database that was here is never quietly replaced by an empty one."""
    file = _file(engine)
    if file is None or not _mark(file).exists() or (file.exists() and file.stat().st_size > 0):
        return
    how = "empty" if file.exists() else "missing"
    raise CannotStart(
        f"the database {file} is {how}, but was here before: put it back, or delete {_mark(file).name} to begin anew"
    )


def _remember(engine: Engine) -> None:
    file = _file(engine)
    if file is not None:
        _mark(file).touch()


def _must_be_whole(engine: Engine) -> None:
    """A damaged database is said at the start, not found in the middle of a workshop."""
    file = _file(engine)
    if file is None or not file.exists():
        return
    with engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != "ok":
        raise CannotStart(f"the database {file} is damaged: put a copy of it back")


def _file(engine: Engine) -> Path | None:
    """Where an SQLite database lies."""
    path = engine.url.database
    return Path(path) if engine.dialect.name == "sqlite" and path and path != ":memory:" else None


def _mark(file: Path) -> Path:
    """What stays beside a database to tell that there was one."""
    return file.with_name(f"{file.name}-was-here")


def _empty_write_ahead_log(engine: Engine) -> None:
    """After a crash words that were erased may still lie there."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep_a_copy(engine: Engine, head: str | None) -> None:
    """Copy an older SQLite file before it is upgraded."""
    path = engine.url.database
    if engine.dialect.name != "sqlite" or not path or not Path(path).exists():
        return
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
        if current in (None, head):
            return
        # Not a file copy: what is committed may still lie in the write-ahead log.
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM INTO ?", (f"{path}.before-{head}",))
