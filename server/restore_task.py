"""The task `run.py restore`: a workshop made again from a backup or a safe copy, also while the server runs."""

from __future__ import annotations

import re
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, insert

from server import database, house, log
from server.addresses import public_address
from server.codes import free_code
from server.config import CannotStart, Config
from server.export.restore import Anew, restored
from server.link_task import leave_checkpoints_to_the_server, patiently, the_database
from server.log import Entry
from server.people import key_hash, new_id, new_key
from server.tables import keys, workshops
from server.workshop import Refused, Workshop
from server.workshop.clock import utc_now

LARGEST_FILE = 64 * 1024 * 1024
IN_SAFE_COPY = re.compile(rb'<script type="application/json" id="batkham-backup">(.*?)</script>', re.DOTALL)
WHY = {
    "unsupported_backup": "is no backup of Batkham, or comes from a newer one: update the program, then try again",
    "malformed": "is damaged: it cannot be made a workshop again",
}


def restore(config: Config, arguments: list[str]) -> int:
    """Make a new workshop from the file, and print its link and join code."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print("usage: run.py restore <backup.json or safe copy.html>", file=sys.stderr)
        return 2
    file = Path(arguments[0])
    backup = read(file)
    _make_a_database(config)
    with the_database(config) as engine:
        key, workshop = patiently(lambda: _keep(engine, file, backup, config.retention_days))
    address = public_address(config, None)
    print(f"{workshop.title}\nลิงก์วิทยากร Facilitator link:  {address}/w/{workshop.id}#key={key}")
    print(f"รหัสเข้าร่วม Join code:  {workshop.code[:4]}-{workshop.code[4:]}")
    return 0


def _make_a_database(config: Config) -> None:
    """A new laptop has none yet; one that was here and is gone is not quietly replaced."""
    if config.is_sqlite and not Path(config.database_url.removeprefix("sqlite:///")).exists():
        occupied = house.occupy(config)
        database.open_engine(config.database_url).dispose()
        occupied.close()


def read(file: Path) -> object:
    """The backup in a file; raises CannotStart with one clear line."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise CannotStart(f"{file} is too large for a backup")
        content = file.read_bytes()
    except OSError as why:
        raise CannotStart(f"cannot read {file}: {why.strerror}") from None
    inside = IN_SAFE_COPY.search(content)
    try:
        found: Any = orjson.loads(inside[1] if inside else content)
    except ValueError:
        raise CannotStart(f"{file} {WHY['unsupported_backup']}") from None
    return found


def _keep(engine: Engine, file: Path, backup: object, retention_days: int) -> tuple[str, Workshop]:
    now, key, key_id = utc_now(), new_key(), new_id()
    expires_on = (now.date() + timedelta(days=retention_days)).isoformat()
    try:
        made, entries = restored(backup, Anew(new_id(), free_code(engine), key_id, now, expires_on))
    except Refused as refused:
        raise CannotStart(f"{file} {WHY.get(refused.code, refused.code)}") from None
    with engine.connect().execution_options(writes=True) as connection:
        leave_checkpoints_to_the_server(connection)
        with connection.begin():
            _append(connection, made, key_id, key, entries)
    return key, made


def _append(connection: Connection, made: Workshop, key_id: str, key: str, entries: list[Entry]) -> None:
    row = {"id": made.id, "code": made.code, "seq": 0, "expires_on": made.expires_on, "rehearsal_of": made.rehearsal_of}
    connection.execute(insert(workshops).values(**row))
    connection.execute(insert(keys).values(id=key_id, workshop_id=made.id, hash=key_hash(key)))
    log.append(connection, made.id, entries)
