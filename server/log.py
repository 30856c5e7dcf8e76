"""The log: every workshop's events in order, and the few rows that secrets need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import orjson
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from server import events
from server.prepared import Prepared
from server.tables import keys, log, participants, workshops
from server.workshop import EVENTS, Event, Stamp
from server.workshop.board import FINISHED
from server.workshop.change_code import CodeChanged
from server.workshop.keep_until import KeptUntil
from server.workshop.lock_workshop import WorkshopLocked
from server.workshop.start_phase import PhaseStarted

NOBODY = "participant"

# A stored line: seq, command id, actor, name, version, data and time.
Line: TypeAlias = tuple[int, str, str, str, int, str, str]

_HEAD = Prepared(select(workshops.c.seq).where(workshops.c.id == bindparam("workshop")).with_for_update())
_ACCEPTED = select(log.c.command_id, log.c.seq, log.c.actor).where(log.c.workshop_id == bindparam("workshop"))
_REPEAT = Prepared(_ACCEPTED.where(log.c.command_id == bindparam("id")))
_REPEATS = _ACCEPTED.where(log.c.command_id.in_(bindparam("ids", expanding=True)))
_LINES = select(log.c.seq, log.c.command_id, log.c.actor, log.c.name, log.c.version, log.c.data, log.c.at)
_APPEND = Prepared(insert(log))
_SET_SEQ = Prepared(update(workshops).where(workshops.c.id == bindparam("workshop")).values(seq=bindparam("head")))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log."""

    seq: int
    command_id: str
    actor: str
    event: Event
    at: str

    @property
    def stamp(self) -> Stamp:
        return Stamp(self.seq, self.actor, self.at)


def head(connection: Connection, workshop: str) -> int | None:
    """Lock the workshop's row and return its last seq, or None when there is no such workshop."""
    rows = _HEAD.run(connection, {"workshop": workshop})
    return rows[0][0] if rows else None


def since(connection: Connection, workshop: str, seq: int) -> Iterator[Entry]:
    """The events after `seq`, in order; raises events.UnknownEvent."""
    return map(entry, rows(connection, workshop, seq))


def rows(connection: Connection, workshop: str, seq: int = 0) -> Iterator[Line]:
    """The lines after `seq` as they are stored, for whoever reads them elsewhere."""
    found = connection.execute(_LINES.where(log.c.workshop_id == workshop, log.c.seq > seq).order_by(log.c.seq))
    return (tuple(row) for row in found)


def entry(line: Line) -> Entry:
    """A stored line, read; raises events.UnknownEvent."""
    seq, command_id, actor, name, version, data, at = line
    return Entry(seq, command_id, actor, events.read(name, version, data), at)


def repeats(connection: Connection, workshop: str, command_ids: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Which of these commands were accepted before: their seq and actor, by command id."""
    ids = list(command_ids)
    if len(ids) == 1:
        # Mostly it is one, and a list of unknown length is written into the statement anew each time.
        rows: Iterable[Any] = _REPEAT.run(connection, {"workshop": workshop, "id": ids[0]})
    else:
        rows = connection.execute(_REPEATS, {"workshop": workshop, "ids": ids})
    return {command_id: (seq, actor) for command_id, seq, actor in rows}


def append(connection: Connection, workshop: str, entries: list[Entry]) -> None:
    """Add events; the workshop's row must be locked by `head` in the same transaction."""
    if not entries:
        return
    _APPEND.run_each(connection, (_row(workshop, entry) for entry in entries))
    _SET_SEQ.run(connection, {"workshop": workshop, "head": entries[-1].seq})
    found_by: dict[str, Any] = {}
    for entry in entries:
        found_by |= _found_by(entry)
        _erase(connection, workshop, entry.event)
    if found_by:
        connection.execute(update(workshops).where(workshops.c.id == workshop).values(**found_by))


def _found_by(entry: Entry) -> dict[str, Any]:
    """What a workshop's row repeats of its log, so that it can be found without reading that."""
    match entry.event:
        case CodeChanged(code=code):
            return {"code": code}
        case KeptUntil(until=until):
            return {"expires_on": until}
        case PhaseStarted(phase=phase):
            return {"finished_at": entry.at if phase == FINISHED else None}
        case WorkshopLocked():
            return {"locked": 1}
    return {}


def _row(workshop: str, entry: Entry) -> dict[str, Any]:
    return {
        "workshop_id": workshop,
        "seq": entry.seq,
        "command_id": entry.command_id,
        "actor": entry.actor,
        "name": entry.event.name,
        "version": entry.event.version,
        "data": events.write(entry.event),
        "at": entry.at,
    }


def _erase(connection: Connection, workshop: str, event: Event) -> None:
    """Take out of the log what an event promises to erase, in the event's own transaction."""
    card = event.erased_card()
    if card is not None:
        _erase_words(connection, workshop, card)
    if event.erases_authors:
        _erase_authors(connection, workshop)


def _erase_words(connection: Connection, workshop: str, card: str) -> None:
    worded = [name for name, kind in EVENTS.items() if kind.words]
    naming = log.c.data.contains(f'"card":"{card}"', autoescape=True)
    rows = connection.execute(
        select(log.c.seq, log.c.name, log.c.data).where(log.c.workshop_id == workshop, log.c.name.in_(worded), naming)
    ).all()
    for seq, name, data in rows:
        wordless = {**orjson.loads(data), **dict.fromkeys(EVENTS[name].words)}
        connection.execute(
            update(log)
            .where(log.c.workshop_id == workshop, log.c.seq == seq)
            .values(data=orjson.dumps(wordless).decode())
        )


def _cut_secrets(connection: Connection, workshop: str) -> None:
    """What people gave in secret leaves the log with their names; what it came to was counted before."""
    secret = [name for name, kind in EVENTS.items() if kind.cut]
    rows = connection.execute(
        select(log.c.seq, log.c.name, log.c.data).where(log.c.workshop_id == workshop, log.c.name.in_(secret))
    ).all()
    for seq, name, data in rows:
        kept = events.text({**orjson.loads(data), **EVENTS[name].cut})
        connection.execute(update(log).where(log.c.workshop_id == workshop, log.c.seq == seq).values(data=kept))


def _erase_authors(connection: Connection, workshop: str) -> None:
    _cut_secrets(connection, workshop)
    people = select(participants.c.id).where(participants.c.workshop_id == workshop)
    connection.execute(update(log).where(log.c.workshop_id == workshop, log.c.actor.in_(people)).values(actor=NOBODY))
    connection.execute(delete(participants).where(participants.c.workshop_id == workshop))


def delete_workshop(connection: Connection, workshop: str) -> bool:
    """Erase everything of a workshop; False when there was none."""
    for table in (log, keys, participants):
        connection.execute(delete(table).where(table.c.workshop_id == workshop))
    return connection.execute(delete(workshops).where(workshops.c.id == workshop)).rowcount > 0


def count(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(workshops)).scalar_one()
