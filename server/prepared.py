"""Statements that every command needs: compiled once, then run by the driver itself within the transaction.

SQLAlchemy makes their text, so they suit every database; to compile is not what costs, but to run one
through the whole of SQLAlchemy takes longer than the database needs for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Executable

Values = dict[str, Any]


class Prepared:
    """A statement with named values."""

    def __init__(self, statement: Executable) -> None:
        self._statement: Any = statement
        self._compiled: dict[str, tuple[str, tuple[str, ...] | None]] = {}

    def run(self, connection: Connection, values: Values) -> list[Any]:
        """The rows it answers with."""
        text, order = self._text(connection)
        cursor = _cursor(connection)
        cursor.execute(text, _in_order(order, values))
        rows: list[Any] = cursor.fetchall() if cursor.description else []
        cursor.close()
        return rows

    def run_each(self, connection: Connection, several: Iterable[Values]) -> None:
        """Once for each of them, in one call."""
        text, order = self._text(connection)
        cursor = _cursor(connection)
        cursor.executemany(text, [_in_order(order, values) for values in several])
        cursor.close()

    def _text(self, connection: Connection) -> tuple[str, tuple[str, ...] | None]:
        dialect = connection.dialect
        known = self._compiled.get(dialect.name)
        if known is None:
            made = self._statement.compile(dialect=dialect)
            known = str(made), tuple(made.positiontup) if made.positional else None
            self._compiled[dialect.name] = known
        return known


def _cursor(connection: Connection) -> Any:
    driver: Any = connection.connection.dbapi_connection
    return driver.cursor()


def _in_order(order: tuple[str, ...] | None, values: Values) -> Any:
    return values if order is None else [values[name] for name in order]
