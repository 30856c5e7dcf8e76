"""The one writing connection: held for good, never in a pool, its commits off the hub when they are slow."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from server.database import BUSY_MS
from server.runtime import hand

SLOW_SECONDS = 0.002
KEPT_COMMITS = 100


class NotCommitted(Exception):
    """The database could not keep it now: full, locked, read-only or gone. Trying again may help."""


class Writer:
    """Opens its connection when first needed and again after the database was lost."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._hand = hand()
        self.must_forget = False
        self._seconds: deque[float] = deque()
        self._slow = 0
        self.commits = {"inline": 0, "thread": 0}

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Begin with the write lock, commit at the end; raises NotCommitted, and then nothing was kept."""
        try:
            connection = self._open()
            with connection.begin():
                yield connection
                self._sync(connection)
        except (SQLAlchemyError, self._engine.dialect.loaded_dbapi.Error) as error:
            self.close()
            raise NotCommitted(type(error).__name__) from error

    @property
    def last_seconds(self) -> float:
        """How long the last commit took."""
        return self._seconds[-1] if self._seconds else 0.0

    def forget(self) -> None:
        """Empty the write-ahead log, so that erased words are in no file any more.

        `must_forget` stays on while somebody who reads holds the log; then it is to be tried again.
        """
        if self._engine.dialect.name != "sqlite":
            return
        self.must_forget = True
        try:
            driver: Any = self._open().connection.dbapi_connection
            self.must_forget = not self._hand.do(_checkpoint, driver)
        except (SQLAlchemyError, self._engine.dialect.loaded_dbapi.Error):
            self.close()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect().execution_options(writes=True)
        return self._connection

    def _sync(self, connection: Connection) -> None:
        """Commit on the driver's own connection; SQLAlchemy's commit after it finds nothing left to do.

        In a native thread only this one call runs: no pool, lock or log line of ours may cross into it.
        """
        driver: Any = connection.connection.dbapi_connection
        if self._quick():
            self.commits["inline"] += 1
            self._note(_timed(driver.commit))
        else:
            self.commits["thread"] += 1
            self._note(self._hand.do(_timed, driver.commit))

    def _quick(self) -> bool:
        """Are 99 of 100 recent commits so fast that a thread would cost more than it saves?"""
        return 0 < len(self._seconds) >= 100 * self._slow

    def _note(self, seconds: float) -> None:
        if len(self._seconds) == KEPT_COMMITS:
            self._slow -= self._seconds.popleft() >= SLOW_SECONDS
        self._seconds.append(seconds)
        self._slow += seconds >= SLOW_SECONDS


def _checkpoint(driver: Any) -> bool:
    """Empty the write-ahead log; False when somebody who reads still needs it."""
    driver.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    # Read to its end: while a statement is still open on the connection, nothing can be committed.
    [(busy, *_)] = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    driver.execute("PRAGMA busy_timeout=0")
    return not busy


def _timed(commit: Callable[[], None]) -> float:
    """How long a commit itself takes: on a busy hub the way to a thread and back is longer than that."""
    began = time.perf_counter()
    commit()
    return time.perf_counter() - began
