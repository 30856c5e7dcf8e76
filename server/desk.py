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
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine

from server import faults
from server.deciding import Clock, Decider
from server.jobs import BUG, RETRY, Answer, Committed, Job, Row, Task, Waiting
from server.metrics import Metrics
from server.runtime import bell
from server.shelf import Shelf
from server.workshop import Command, Refused
from server.writer import NotCommitted, Writer

logger = logging.getLogger("batkham.desk")

BATCH = 500
ERASING = frozenset({"card_erased", "workshop_locked"})

Announce = Callable[[Committed], None]


class Desk:
    """Performs commands, one batch at a time, on a thread of its own."""

    def __init__(
        self, engine: Engine, shelf: Shelf, announce: Announce, metrics: Metrics, clock: Clock | None = None
    ) -> None:
        self._shelf = shelf
        self._announce = announce
        self._metrics = metrics
        self._decider = Decider(shelf, clock or (lambda: datetime.now(UTC)))
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
                worked = [self._decider.decide_all(connection, id_, by_workshop[id_]) for id_ in readable]
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
