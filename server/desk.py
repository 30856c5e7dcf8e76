"""The one writer: every change of every workshop passes here, is committed, answered, then announced.

Commands queue in order of arrival. One transaction takes all that have queued: lock the workshop's
row, catch up from the log, answer repeats with their first answer, decide, append; after the commit
answer, then announce. Nothing is ever answered or announced before its commit.
"""

from __future__ import annotations

import logging
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Executable
from sqlalchemy.exc import IntegrityError

from server import faults, log
from server.jobs import BUG, RETRY, Answer, Committed, Done, Job, Row, Task, Waiting
from server.log import Entry
from server.metrics import Metrics
from server.runtime import bell
from server.shelf import Live, Shelf
from server.workshop import Asked, Command, Refused, Touched, Workshop, apply, decide
from server.workshop.clock import iso
from server.workshop.open_workshop import OpenWorkshop
from server.writer import NotCommitted, Writer

logger = logging.getLogger("batkham.desk")

BATCH = 500
ERASING = frozenset({"card_erased", "workshop_locked"})


@dataclass(slots=True)
class Decided:
    """The state after a batch, and what each accepted command of it made."""

    after: Workshop
    made: list[tuple[Job, Entry, Touched]]


Announce = Callable[[Committed], None]
Clock = Callable[[], datetime]


class Desk:
    """Performs commands, one batch at a time, on a thread of its own."""

    def __init__(
        self, engine: Engine, shelf: Shelf, announce: Announce, metrics: Metrics, clock: Clock | None = None
    ) -> None:
        self._shelf = shelf
        self._announce = announce
        self._metrics = metrics
        self._clock = clock or (lambda: datetime.now(UTC))
        self._writer = Writer(engine)
        self._queue: deque[Job | Task] = deque()
        self._wake = bell()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="desk", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def submit(self, job: Job) -> None:
        """Queue a command; its answer comes after the commit. Never blocks."""
        self._line_up(job)

    def perform(
        self,
        workshop: str,
        command: Command,
        *,
        id: str,
        actor: str,
        role: str,
        rows: tuple[Row, ...] = (),
    ) -> Answer:
        """Queue a command and wait for its answer."""
        waiting = Waiting()
        self.submit(Job(workshop, command, id, actor, role, waiting.set, rows))
        return waiting.get()

    def write(self, write: Callable[[Any], Any], *, erases: bool = False) -> Any:
        """Run a piece of writing that is no workshop's event; raises Refused when it cannot be committed.

        After one that `erases`, no copy is left in the write-ahead log either.
        """
        waiting = Waiting()
        self._line_up(Task(write, waiting.set, erases))
        answer = waiting.get()
        if not answer["ok"]:
            raise RETRY
        return answer["result"]

    def stop(self) -> None:
        """Finish what is queued, answer it, and give the connection back."""
        self._stopping = True
        self._wake.ring()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _line_up(self, one: Job | Task) -> None:
        if self._stopping:
            # Nobody will take it any more; the next server will.
            return one.reply(RETRY.answer())
        self._queue.append(one)
        self._wake.ring()

    @property
    def waiting(self) -> int:
        return len(self._queue)

    @property
    def commits(self) -> dict[str, int]:
        """How many commits there were, by where they ran."""
        return self._writer.commits

    def _run(self) -> None:
        while not (self._stopping and not self._queue):
            self._wake.wait()
            while self._queue:
                self._take(min(len(self._queue), BATCH))
        self._writer.close()

    def _take(self, size: int) -> None:
        batch = [self._queue.popleft() for _ in range(size)]
        jobs = [one for one in batch if isinstance(one, Job)]
        for task in (one for one in batch if isinstance(one, Task)):
            self._perform_task(task)
        if jobs:
            self._perform(jobs)

    def _perform(self, jobs: list[Job]) -> None:
        by_workshop: dict[str, list[Job]] = defaultdict(list)
        for job in jobs:
            by_workshop[job.workshop].append(job)
        try:
            # In the same order everywhere, so that two processes never wait for each other.
            readable = [id_ for id_ in sorted(by_workshop) if self._is_readable(id_, by_workshop[id_])]
            with self._writer.transaction() as connection:
                worked = [self._decide_all(connection, id_, by_workshop[id_]) for id_ in readable]
        except NotCommitted as error:
            logger.warning("not committed: %s", error)
            return self._refuse_all(jobs, RETRY)
        except Exception:
            logger.exception("a bug stopped a batch")
            return self._refuse_all(jobs, BUG)
        self._tell(jobs, [one for one in worked if one is not None])

    def _is_readable(self, workshop_id: str, jobs: list[Job]) -> bool:
        """Fold a cold log before the write lock is taken, not while others wait for it."""
        try:
            self._shelf.find(workshop_id)
        except Refused as refused:
            for job in jobs:
                job.answer = refused.answer()
            return False
        return True

    def _tell(self, jobs: list[Job], committed: list[Committed]) -> None:
        for one in committed:
            self._shelf.keep(one.id, one.after, one.seq, one.done)
        self._metrics.commit(self._writer.last_seconds, len(jobs))
        faults.reach("after_commit_before_ack")
        self._answer_all(jobs)
        faults.reach("after_ack_before_announce")
        for one in committed:
            self._announce_safely(one)
        if self._writer.must_forget or any(done.name in ERASING for one in committed for done in one.done):
            self._writer.forget()

    def _refuse_all(self, jobs: list[Job], refused: Refused) -> None:
        for job in jobs:
            job.answer = refused.answer()
        self._answer_all(jobs)

    def _answer_all(self, jobs: list[Job]) -> None:
        for job in jobs:
            self._metrics.command(job.command.name, job.answer.get("code", "ok"))
            try:
                job.reply(job.answer)
            except Exception:
                # One socket's trouble must not keep the others from their answers.
                logger.exception("an answer could not be given")

    def _announce_safely(self, committed: Committed) -> None:
        try:
            self._announce(committed)
        except Exception:
            logger.exception("a bug in announcing")

    def _decide_all(self, connection: Any, workshop_id: str, jobs: list[Job]) -> Committed | None:
        """Decide a workshop's commands in order and append what follows."""
        head = log.head(connection, workshop_id)
        if head is None and not isinstance(jobs[0].command, OpenWorkshop):
            for job in jobs:
                job.answer = Refused("gone").answer()
            return None
        live = self._shelf.caught_up(connection, workshop_id, head)
        repeats = log.repeats(connection, workshop_id, {job.id for job in jobs})
        decided = self._decide_in_order(live, jobs, dict(repeats))
        if not _insert(connection, [job for job, _, _ in decided.made]):
            # One of them clashes with a row that is there: each by itself, so that only that one suffers.
            decided = self._decide_in_order(live, jobs, dict(repeats), lambda job: _insert(connection, [job]))
        log.append(connection, workshop_id, [entry for _, entry, _ in decided.made])
        if not decided.made:
            return None
        done = tuple(Done(entry.seq, entry.event.name, touched) for _, entry, touched in decided.made)
        return Committed(workshop_id, live.workshop, decided.after, done)

    def _decide_in_order(
        self,
        live: Live,
        jobs: list[Job],
        repeats: dict[str, tuple[int, str]],
        may: Callable[[Job], bool] = lambda _: True,
    ) -> Decided:
        """What follows from each command, after those before it."""
        decided = Decided(live.workshop, [])
        for job in jobs:
            if self._answered_before(job, repeats):
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

    def _answered_before(self, job: Job, repeats: dict[str, tuple[int, str]]) -> bool:
        """A repeat gets its first answer, before any limit or rule; an id is its first asker's."""
        if job.id not in repeats:
            return False
        seq, actor = repeats[job.id]
        if actor in (job.actor, log.NOBODY):
            job.answer = {"ok": True, "seq": seq, "repeat": True}
        else:
            job.answer = Refused("id_taken").answer()
        return True

    def _perform_task(self, task: Task) -> None:
        try:
            with self._writer.transaction() as connection:
                result = task.write(connection)
        except NotCommitted as error:
            logger.warning("not committed: %s", error)
            return task.reply(RETRY.answer())
        except Exception:
            logger.exception("a bug in a piece of writing")
            return task.reply(BUG.answer())
        if task.erases:
            self._writer.forget()
        task.reply({"ok": True, "result": result})


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
