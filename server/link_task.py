"""The task `run.py link`: a new facilitator link for a workshop whose link was lost, also while the server runs."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import SQLAlchemyError

from server import database, log
from server.addresses import public_address
from server.config import CannotStart, Config
from server.export.backup import folded
from server.log import Entry
from server.people import key_hash, new_id, new_key, read_code
from server.tables import keys, workshops
from server.workshop import SYSTEM, Asked, Workshop, decide
from server.workshop.clock import iso, utc_now
from server.workshop.mint_link import MintLink
from server.workshop.verb import FACILITATOR

LABEL = {"th": "ลิงก์กู้คืน", "en": "Recovered link"}
SECONDS_TO_TRY = 10
Result = TypeVar("Result")


def make_link(config: Config, arguments: list[str]) -> int:
    """Print a new link for the workshop of this id or join code; without one, list all workshops."""
    if len(arguments) > 1 or any(one.startswith("-") for one in arguments):
        print("usage: run.py link [<workshop id or join code>]", file=sys.stderr)
        return 2
    with the_database(config) as engine:
        if not arguments:
            return _list(engine)
        workshop_id = _find(engine, arguments[0])
        key, workshop = _mint(engine, workshop_id)
    address = public_address(config, workshop.room.address)
    print(f"{workshop.title}\nลิงก์วิทยากร Facilitator link:  {address}/w/{workshop_id}#key={key}")
    return 0


@contextmanager
def the_database(config: Config) -> Iterator[Engine]:
    """The server's database, only if it is there and of this version: upgrading is the server's work."""
    file = Path(config.database_url.removeprefix("sqlite:///"))
    if config.is_sqlite and not file.exists():
        raise CannotStart(f"there is no database at {file} (BATKHAM_DATA_DIR, DATABASE_URL)")
    engine = database.connect(config.database_url)
    try:
        if not database.is_current(engine):
            raise CannotStart("the database is of another version; start the server once, then try again")
        yield engine
    except SQLAlchemyError as error:
        raise CannotStart(f"the database cannot be used: {getattr(error, 'orig', None) or error}") from None
    finally:
        engine.dispose()


def _list(engine: Engine) -> int:
    with engine.connect() as connection:
        found = connection.scalars(select(workshops.c.id).order_by(workshops.c.expires_on.desc())).all()
        lines = [_line(folded(list(log.since(connection, workshop_id, 0)))) for workshop_id in found]
    print("\n".join(lines) or "ยังไม่มีเวที No workshops yet")
    return 0


def _line(workshop: Workshop) -> str:
    phase = "locked" if workshop.locked else workshop.boards[workshop.active].phase
    code = f"{workshop.code[:4]}-{workshop.code[4:]}"
    mark = "  (ซ้อม rehearsal)" if workshop.rehearsal_of is not None else ""
    return f"{code}  {workshop.id}  {phase:<8}  ถึง until {workshop.expires_on}  {workshop.title}{mark}"


def _find(engine: Engine, asked: str) -> str:
    of = (workshops.c.id == asked) | (workshops.c.code == read_code(asked))
    with engine.connect() as connection:
        found: str | None = connection.scalars(select(workshops.c.id).where(of)).first()
    if found is None:
        raise CannotStart(f"no workshop has the id or join code {asked!r}; run.py link lists them all")
    return found


def _mint(engine: Engine, workshop_id: str) -> tuple[str, Workshop]:
    with engine.connect() as connection:
        read = list(log.since(connection, workshop_id, 0))
    return patiently(lambda: _append(engine, workshop_id, read))


def _append(engine: Engine, workshop_id: str, read: list[Entry]) -> tuple[str, Workshop]:
    """One short transaction, as the server's own writer makes them: lock, catch up, decide, append."""
    key, key_id, now = new_key(), new_id(), utc_now()
    with engine.connect().execution_options(writes=True) as connection:
        leave_checkpoints_to_the_server(connection)
        with connection.begin():
            if log.head(connection, workshop_id) is None:
                raise CannotStart("the workshop was deleted meanwhile")
            workshop = folded([*read, *log.since(connection, workshop_id, len(read))])
            asked = Asked(new_id(), SYSTEM, SYSTEM, now)
            event = decide(workshop, MintLink(key_id, FACILITATOR, LABEL[workshop.language]), asked)
            seq = (log.head(connection, workshop_id) or 0) + 1
            connection.execute(insert(keys).values(id=key_id, workshop_id=workshop_id, hash=key_hash(key)))
            log.append(connection, workshop_id, [Entry(seq, asked.id, SYSTEM, event, iso(now))])
    return key, workshop


def leave_checkpoints_to_the_server(connection: Connection) -> None:
    # Older SQLite can damage the file when two processes checkpoint in the same instant.
    if connection.dialect.name == "sqlite":
        driver = connection.connection.dbapi_connection
        assert driver is not None
        driver.execute("PRAGMA wal_autocheckpoint=0")


def patiently(work: Callable[[], Result]) -> Result:
    """The server may be writing just now: try again for a while."""
    until = time.monotonic() + SECONDS_TO_TRY
    while True:
        try:
            return work()
        except SQLAlchemyError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
