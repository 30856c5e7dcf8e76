"""The task `run.py backup`: a copy of the whole database, taken while the server runs."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from datetime import datetime
from pathlib import Path

from server.config import CannotStart, Config

FOLDER = "backups"
PAGES_AT_ONCE = 256


def back_up(config: Config, arguments: list[str]) -> int:
    """Copy the database to the file, or to the data folder's `backups`, and print where it is."""
    if len(arguments) > 1 or any(one.startswith("-") for one in arguments):
        print("usage: run.py backup [<file>]", file=sys.stderr)
        return 2
    if not config.is_sqlite:
        raise CannotStart("this database has a backup of its own: use pg_dump")
    source = Path(config.database_url.removeprefix("sqlite:///"))
    if not source.exists():
        raise CannotStart(f"there is no database at {source} (BATKHAM_DATA_DIR, DATABASE_URL)")
    target = Path(arguments[0]) if arguments else _in_folder(config)
    if target.exists():
        raise CannotStart(f"{target} is there already: choose another name")
    copy(source, target)
    print(f"สำรองฐานข้อมูลแล้ว The database was copied to:  {target}")
    print("นำกลับ To put it back: stop the server and copy it over", source)
    return 0


def _in_folder(config: Config) -> Path:
    folder = config.data_dir / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / f"batkham-{datetime.now():%Y%m%d-%H%M%S}.sqlite3"


def copy(source: Path, target: Path) -> None:
    """Written aside, checked and renamed: a copy that is there is whole."""
    aside = target.with_name(f".{target.name}.part")
    try:
        # Made first, so that nobody else can read it for a moment.
        os.close(os.open(aside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
        _copy_pages(source, aside)
        aside.replace(target)
    except (OSError, sqlite3.Error) as why:
        raise CannotStart(f"the database could not be copied: {why}") from None
    finally:
        aside.unlink(missing_ok=True)


def _copy_pages(source: Path, aside: Path) -> None:
    # Reading only: whoever is the last to close a database that can be written empties its write-ahead log.
    reading = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
    with contextlib.closing(reading) as whole, contextlib.closing(sqlite3.connect(aside)) as made:
        whole.backup(made, pages=PAGES_AT_ONCE)
        # The copy is one file: nothing beside it must be kept with it.
        made.execute("PRAGMA journal_mode=DELETE")
        found = made.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {found}")
