"""Safe copies in the data folder: written when a phase begins and every minute while cards arrive.

One copy for each stretch of a phase is kept, so many deep. When words are erased, older copies are written again
without them; when a workshop is deleted, its copies go first.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from server import log
from server.export.file_name import disposition, file_name
from server.export.giving_way import giving_way
from server.export.making import Making
from server.export.safe_copy import safe_copy
from server.export.taking import Document
from server.jobs import Committed
from server.runtime import monotonic, run_blocking
from server.thai import in_bangkok
from server.workshop import Refused, Workshop
from server.workshop.clock import iso, utc_now

logger = logging.getLogger("batkham.copies")

SECONDS_AFTER_PHASE = 3.0
SECONDS_WHILE_CARDS_ARRIVE = 60.0
SECONDS_AFTER_TROUBLE = 20.0
PHASES = frozenset({"phase_started", "workshop_locked", "board_opened"})
ERASING = frozenset({"card_erased"})
# They wait in a line of their own, not in that of the workshop's people.
LINE = "safe copies"
NAME = re.compile(r"(\d{8}T\d{6}Z)-([a-z]+)-(\d+)-(\d+)\.html")
STAMP = "%Y%m%dT%H%M%SZ"
WORKSHOP_ID = re.compile(r"[A-Za-z0-9_-]{1,32}")


@dataclass(frozen=True, slots=True)
class Copy:
    """One file: when it was made, in which phase, after which event, and which events it knows of."""

    path: Path
    at: str
    phase: str
    seq: int
    as_of: int

    @property
    def name(self) -> str:
        return self.path.name

    def told(self) -> dict[str, object]:
        return {"name": self.name, "at": iso(self.moment), "phase": self.phase, "size": self.path.stat().st_size}

    @property
    def moment(self) -> datetime:
        return datetime.strptime(self.at, STAMP).replace(tzinfo=UTC)


class SafeCopies:
    """Notes what changed, and writes what is due."""

    def __init__(self, folder: Path, depth: int, engine: Engine, making: Making) -> None:
        self._folder = folder
        self._depth = depth
        self._engine = engine
        self._making = making
        self._due: dict[str, float] = {}
        self._writing = threading.Lock()

    def committed(self, committed: Committed) -> None:
        """Only notes it: nobody waits for a copy."""
        if self._depth == 0 or committed.after.rehearsal_of is not None:
            return
        names = {done.name for done in committed.done}
        if names & (PHASES | ERASING):
            self._note(committed.id, SECONDS_AFTER_PHASE)
        elif any(key.startswith(("card:", "group:")) for done in committed.done for key in done.touched):
            self._note(committed.id, SECONDS_WHILE_CARDS_ARRIVE)

    def write_due(self) -> None:
        """Write the copies whose time has come; one that fails is tried again."""
        with self._writing:
            now = monotonic()
            for workshop_id in [one for one, due in self._due.items() if due <= now]:
                del self._due[workshop_id]
                self._write_or_wait(workshop_id)

    def due_in(self, workshop_id: str) -> float | None:
        """In how many seconds the next copy of a workshop is due."""
        due = self._due.get(workshop_id)
        return None if due is None else due - monotonic()

    def note_now(self, workshop_id: str) -> None:
        """A copy is wanted at once."""
        self._note(workshop_id, 0)

    def forget_what_is_due(self) -> None:
        self._due.clear()

    def of(self, workshop_id: str) -> list[Copy]:
        """The copies of a workshop, newest first."""
        return sorted(_copies(self._home(workshop_id)), key=lambda copy: copy.seq, reverse=True)

    def document(self, workshop: Workshop, name: str, language: str) -> Document:
        """One of them, to take home; raises Refused."""
        found = next((copy for copy in self.of(workshop.id) if copy.name == name), None)
        content = run_blocking(_read, found.path) if found else None
        if found is None or content is None:
            raise Refused("not_found")
        named = ("safe-copy", workshop.title, language, in_bangkok(found.moment), "html")
        return Document(file_name(*named), disposition(*named), "text/html; charset=utf-8", content)

    def forget(self, workshop_id: str) -> None:
        """Remove every copy of a workshop that is going to be deleted."""
        with self._writing:
            self._due.pop(workshop_id, None)
            for copy in self.of(workshop_id):
                run_blocking(_wipe, copy.path)
            with contextlib.suppress(OSError):
                self._home(workshop_id).rmdir()

    def look_again(self) -> None:
        """After a start: copies that hold words which were erased just before the server stopped are due."""
        with contextlib.suppress(FileNotFoundError):
            for home in sorted(self._folder.iterdir()):
                if any(_copies(home)) and self._erasures(home.name):
                    self._note(home.name, 0)

    def _note(self, workshop_id: str, seconds: float) -> None:
        due = monotonic() + seconds
        self._due[workshop_id] = min(due, self._due.get(workshop_id, due))

    def _write_or_wait(self, workshop_id: str) -> None:
        try:
            self._write(workshop_id)
        except (Refused, OSError) as why:
            logger.warning("no safe copy was written: %s", why)
            self._note(workshop_id, SECONDS_AFTER_TROUBLE)

    def _write(self, workshop_id: str) -> None:
        lines = self._lines(workshop_id)
        if not lines:
            return
        phase = _phase(lines)
        older = self.of(workshop_id)
        self._write_one(workshop_id, lines, utc_now().strftime(STAMP), phase, None)
        stretch = older[:1] if older and older[0].phase == phase else []
        outlived = {*stretch, *older[max(self._depth - 1, 0) + len(stretch) :]}
        for copy in older:
            if copy in outlived:
                run_blocking(_wipe, copy.path)
            elif _erased_since(lines, copy):
                self._write_one(workshop_id, lines, copy.at, copy.phase, copy.seq)
                run_blocking(_wipe, copy.path)

    def _write_one(self, workshop_id: str, lines: list[log.Line], at: str, phase: str, until: int | None) -> None:
        content = self._making.make(LINE, safe_copy, lines, utc_now(), until)
        name = f"{at}-{phase}-{until or len(lines)}-{len(lines)}.html"
        run_blocking(_keep, self._home(workshop_id), name, content)

    def _lines(self, workshop_id: str) -> list[log.Line]:
        with self._engine.connect() as connection:
            return list(giving_way(log.rows(connection, workshop_id)))

    def _erasures(self, workshop_id: str) -> bool:
        lines = self._lines(workshop_id)
        return any(_erased_since(lines, copy) for copy in self.of(workshop_id))

    def _home(self, workshop_id: str) -> Path:
        if not WORKSHOP_ID.fullmatch(workshop_id):
            raise Refused("not_found")
        return self._folder / workshop_id


def _copies(home: Path) -> list[Copy]:
    found = []
    with contextlib.suppress(OSError):
        for path in home.iterdir():
            if match := NAME.fullmatch(path.name):
                at, phase, seq, as_of = match.groups()
                found.append(Copy(path, at, phase, int(seq), int(as_of)))
    return found


def _phase(lines: list[log.Line]) -> str:
    """The phase that began last."""
    for _seq, _id, _actor, name, _version, data, _at in reversed(lines):
        if name == "phase_started" and (found := re.search(r'"phase":"([a-z]+)"', data)):
            return found[1]
    return "join"


def _erased_since(lines: list[log.Line], copy: Copy) -> bool:
    return any(name in ERASING for _seq, _id, _actor, name, *_ in lines[copy.as_of :])


def _keep(home: Path, name: str, content: bytes) -> None:
    """Written aside, synced and renamed: a power cut leaves the old copy or the new one, never half of one."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = home / f".{name}"
    with open(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(home / name)


def _wipe(path: Path) -> None:
    """Overwritten before it goes, like erased words in the database."""
    with contextlib.suppress(FileNotFoundError):
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.write(bytes(size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def _read(path: Path) -> bytes | None:
    with contextlib.suppress(FileNotFoundError):
        return path.read_bytes()
    return None
