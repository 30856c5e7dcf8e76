"""Documents are made in a process of their own, one at a time: few may wait, and none may take for ever."""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from server.export.maker import BUG, MADE, read, write
from server.runtime import monotonic, run_blocking, spawn
from server.workshop import Refused

logger = logging.getLogger("batkham.making")

HERE = Path(__file__).resolve().parent.parent.parent
MOST_OF_A_WORKSHOP = 3
MOST_IN_ALL = 12
SECONDS_TO_WAIT = 30.0
SECONDS_TO_MAKE = 30.0
SECONDS_TO_START = 20.0
IDLE_SECONDS = 600.0
BUSY = Refused("busy", retry=True, after_ms=3_000)
TOO_LONG = Refused("too_long_to_make")
DIED = Refused("retry", retry=True, after_ms=1_000)

SECRETS = ("BATKHAM_", "DATABASE_URL")

Made = TypeVar("Made")


class Making:
    """Hands tasks to the other process and waits for them; everybody else goes on meanwhile."""

    def __init__(self, *, seconds_to_make: float = SECONDS_TO_MAKE, seconds_to_wait: float = SECONDS_TO_WAIT) -> None:
        self._seconds_to_make = seconds_to_make
        self._seconds_to_wait = seconds_to_wait
        self._maker: Maker | None = None
        self._turn = threading.Lock()
        self._asked: Counter[str] = Counter()
        self._used = monotonic()

    def make(self, workshop: str, function: Callable[..., Made], *given: Any) -> Made:
        """What the function makes of what it is given; raises Refused (`busy`, `too_long_to_make`, its own)."""
        with self._place(workshop), self._my_turn():
            return self._made(function, given)

    def waiting(self, workshop: str) -> int:
        """How many documents of this workshop are being made or wait."""
        return self._asked[workshop]

    def get_ready(self) -> None:
        """Start the other process before somebody waits for it."""
        if self._maker is None:
            spawn(self._start_if_idle)

    def rest(self) -> None:
        """Let the other process go when nobody has needed it for a while."""
        if monotonic() - self._used > IDLE_SECONDS and self._turn.acquire(blocking=False):
            try:
                self.close()
            finally:
                self._turn.release()

    def close(self) -> None:
        if self._maker is not None:
            self._maker.kill()
            self._maker = None

    @contextlib.contextmanager
    def _place(self, workshop: str) -> Iterator[None]:
        if self._asked[workshop] >= MOST_OF_A_WORKSHOP or self._asked.total() >= MOST_IN_ALL:
            raise BUSY
        self._asked[workshop] += 1
        try:
            yield
        finally:
            self._asked[workshop] -= 1
            self._asked += Counter()

    @contextlib.contextmanager
    def _my_turn(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=self._seconds_to_wait):
            raise BUSY
        try:
            yield
        finally:
            self._used = monotonic()
            self._turn.release()

    def _made(self, function: Callable[..., Made], given: tuple[Any, ...]) -> Made:
        maker = self._maker = self._ready()
        kind, made = maker.perform(function, given, self._seconds_to_make)
        if kind == MADE:
            return made  # type: ignore[no-any-return]
        if kind == BUG:
            raise MakerBug(made)
        raise Refused(made["code"], field=made.get("field"), limit=made.get("limit"), retry=made["retry"])

    def _ready(self) -> Maker:
        if self._maker is not None and self._maker.is_alive:
            return self._maker
        fresh = Maker()
        # What it needs to begin is not the document's time.
        fresh.perform(len, ("",), SECONDS_TO_START)
        return fresh

    def _start_if_idle(self) -> None:
        if self._turn.acquire(blocking=False):
            try:
                self._maker = self._ready()
            finally:
                self._turn.release()


class MakerBug(Exception):
    """What went wrong in the other process, with its traceback; the one door for bugs logs it."""


class Maker:
    """The other process, and the two pipes to it."""

    def __init__(self) -> None:
        # Pipes of our own: those that subprocess makes belong to the hub, and a native thread must not touch them.
        its_tasks, self._tasks = os.pipe()
        self._answers, its_answers = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "server.export.maker"], stdin=its_tasks, stdout=its_answers, env=_environment()
        )
        os.close(its_tasks)
        os.close(its_answers)
        self._took_too_long = False
        self._closed = False

    @property
    def is_alive(self) -> bool:
        return not self._closed and self._process.poll() is None

    def perform(self, function: Callable[..., Any], given: tuple[Any, ...], seconds: float) -> tuple[str, Any]:
        """The answer to a task; raises Refused when there is none, and then this process has ended."""
        done = threading.Event()
        spawn(self._end_after, done, seconds)
        try:
            answer = run_blocking(_exchange, self._tasks, self._answers, function, given)
        finally:
            done.set()
        if answer is None:
            self.kill()
            raise TOO_LONG if self._took_too_long else DIED
        return answer

    def kill(self) -> None:
        if self._closed:
            return
        self._closed = True
        self._process.kill()
        self._process.wait()
        os.close(self._tasks)
        os.close(self._answers)

    def _end_after(self, done: threading.Event, seconds: float) -> None:
        """The pipe's end is what the waiting thread then reads."""
        if not done.wait(seconds) and not self._closed:
            logger.warning("a document took longer than %s seconds", seconds)
            self._took_too_long = True
            self._process.kill()


def _environment() -> dict[str, str]:
    """Ours without the secrets, which no document needs."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SECRETS)}
    # The package may lie beside run.py only.
    path = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
    return {**kept, "PYTHONPATH": path}


def _exchange(tasks: int, answers: int, function: Callable[..., Any], given: tuple[Any, ...]) -> tuple[str, Any] | None:
    """In a native thread: even making the message of two thousand cards takes a while."""
    try:
        write(tasks, pickle.dumps((function, given)))
        answer = read(answers)
    except OSError:
        return None
    return None if answer is None else pickle.loads(answer)
