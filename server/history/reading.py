"""The log read backwards for its lines, and forwards up to a moment."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, RowMapping, select

from server import events, log
from server.export.giving_way import giving_way
from server.log import Entry
from server.tables import log as table
from server.workshop import Event, Workshop, apply


def newest_before(connection: Connection, workshop: str, before: int, limit: int) -> list[Entry]:
    """The `limit` entries before a seq, newest first."""
    rows = connection.execute(
        select(table)
        .where(table.c.workshop_id == workshop, table.c.seq < before)
        .order_by(table.c.seq.desc())
        .limit(limit)
    ).mappings()
    return [_entry(row) for row in rows]


def _entry(row: RowMapping) -> Entry:
    event = events.read(row["name"], row["version"], row["data"])
    return Entry(row["seq"], row["command_id"], row["actor"], event, row["at"])


def events_at(connection: Connection, workshop: str, seqs: set[int]) -> dict[int, Event]:
    """What happened at these seqs."""
    rows = connection.execute(select(table).where(table.c.workshop_id == workshop, table.c.seq.in_(seqs))).mappings()
    return {row["seq"]: _entry(row).event for row in rows}


def from_the_beginning(engine: Engine, workshop: str) -> Iterator[Entry]:
    """The whole log in order, with pauses for others."""
    with engine.connect() as connection:
        entries = list(giving_way(log.since(connection, workshop, 0)))
    yield from giving_way(entries)


def as_of(engine: Engine, workshop: str, seq: int) -> Workshop:
    """The workshop as it was after this event."""
    then = Workshop()
    for entry in from_the_beginning(engine, workshop):
        if entry.seq > seq:
            break
        then, _ = apply(then, entry.event, entry.stamp)
    return then
