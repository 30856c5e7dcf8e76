"""What a batch of commands makes of one workshop: each decided after those before it, then appended together."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.exc import IntegrityError

from server import log
from server.jobs import BUG, RETRY, Committed, Done, Job
from server.log import Entry
from server.shelf import Live, Shelf
from server.workshop import Asked, Refused, Touched, Workshop, apply, decide
from server.workshop.clock import iso
from server.workshop.open_workshop import OpenWorkshop

logger = logging.getLogger("batkham.desk")

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Decided:
    """The state after a batch, and what each accepted command of it made."""

    after: Workshop
    made: list[tuple[Job, Entry, Touched]]


class Decider:
    """Works in the transaction of whoever calls it; every job is left with its answer."""

    def __init__(self, shelf: Shelf, clock: Clock) -> None:
        self._shelf = shelf
        self._clock = clock

    def decide_all(self, connection: Connection, workshop_id: str, jobs: list[Job]) -> Committed | None:
        """Decide a workshop's commands in order and append what follows."""
        head = log.head(connection, workshop_id)
        if head is None and not isinstance(jobs[0].command, OpenWorkshop):
            for job in jobs:
                job.answer = Refused("gone").answer()
            return None
        live = self._shelf.caught_up(connection, workshop_id, head)
        repeats = log.repeats(connection, workshop_id, {job.id for job in jobs})
        decided = self._in_order(live, jobs, dict(repeats))
        if not _insert(connection, [job for job, _, _ in decided.made]):
            # One of them clashes with a row that is there: each by itself, so that only that one suffers.
            decided = self._in_order(live, jobs, dict(repeats), lambda job: _insert(connection, [job]))
        log.append(connection, workshop_id, [entry for _, entry, _ in decided.made])
        if not decided.made:
            return None
        done = tuple(Done(entry.seq, entry.event.name, touched) for _, entry, touched in decided.made)
        return Committed(workshop_id, live.workshop, decided.after, done)

    def _in_order(
        self,
        live: Live,
        jobs: list[Job],
        repeats: dict[str, tuple[int, str]],
        may: Callable[[Job], bool] = lambda _: True,
    ) -> Decided:
        """What follows from each command, after those before it."""
        decided = Decided(live.workshop, [])
        for job in jobs:
            if _answered_before(job, repeats):
                continue
            found = self._decide(decided.after, job, live.seq + len(decided.made) + 1)
            if found is None:
                continue
            if not may(job):
                logger.warning("a row of %s was there already", job.command.name)
                job.answer = RETRY.answer()
                continue
            decided.after, entry, touched = found
            decided.made.append((job, entry, touched))
            repeats[job.id] = (entry.seq, job.actor)
            job.answer = {"ok": True, "seq": entry.seq}
        return decided

    def _decide(self, workshop: Workshop, job: Job, seq: int) -> tuple[Workshop, Entry, Touched] | None:
        """One command; a refusal or a bug is that command's own and stops no other."""
        now = self._clock()
        try:
            event = decide(workshop, job.command, Asked(job.id, job.actor, job.role, now))
            entry = Entry(seq, job.id, job.actor, event, iso(now))
            after, touched = apply(workshop, event, entry.stamp)
        except Refused as refused:
            job.answer = refused.answer()
            return None
        except Exception:
            logger.exception("a bug in %s", job.command.name)
            job.answer = BUG.answer()
            return None
        return after, entry, touched


def _answered_before(job: Job, repeats: dict[str, tuple[int, str]]) -> bool:
    """A repeat gets its first answer, before any limit or rule; an id is its first asker's."""
    if job.id not in repeats:
        return False
    seq, actor = repeats[job.id]
    if actor in (job.actor, log.NOBODY):
        job.answer = {"ok": True, "seq": seq, "repeat": True}
    else:
        job.answer = Refused("id_taken").answer()
    return True


def _insert(connection: Connection, jobs: list[Job]) -> bool:
    """Insert what lies beside the events, each table's rows in one statement; False when a row is there already."""
    rows: dict[Executable, list[dict[str, Any]]] = defaultdict(list)
    for job in jobs:
        for statement, values in job.rows:
            rows[statement].append(values)
    if not rows:
        return True
    try:
        with connection.begin_nested():
            for statement, several in rows.items():
                connection.execute(statement, several)
    except IntegrityError:
        return False
    return True
