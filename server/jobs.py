"""What goes over the desk: a command on its way in, its answer, and what its commit did."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Executable

from server.workshop import Command, Refused, Touched, Workshop

Answer = dict[str, Any]
Reply = Callable[[Answer], None]
# A statement made once, and the values of one row.
Row = tuple[Executable, dict[str, Any]]

RETRY = Refused("retry", retry=True, after_ms=1_000)
BUG = Refused("server_error", retry=True, after_ms=5_000)


@dataclass(slots=True)
class Job:
    """A command on its way: who asks, what to insert beside its event, and where its answer goes."""

    workshop: str
    command: Command
    id: str
    actor: str
    role: str
    reply: Reply
    rows: tuple[Row, ...] = ()
    answer: Answer = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """One event of a commit, as the announcer needs it."""

    seq: int
    name: str
    touched: Touched


@dataclass(frozen=True, slots=True)
class Committed:
    """What one commit did to one workshop."""

    id: str
    before: Workshop
    after: Workshop
    done: tuple[Done, ...]

    @property
    def seq(self) -> int:
        return self.done[-1].seq


@dataclass(slots=True)
class Task:
    """Writing that is no workshop's event."""

    write: Callable[[Any], Any]
    reply: Reply
    erases: bool


class Waiting:
    """An answer that has not come yet."""

    def __init__(self) -> None:
        self._there = threading.Event()
        self._answer: Answer = {}

    def set(self, answer: Answer) -> None:
        self._answer = answer
        self._there.set()

    def get(self) -> Answer:
        self._there.wait()
        return self._answer


def must_work(answer: Answer) -> None:
    """Raise a refused answer again, so that one door words it."""
    if answer["ok"]:
        return
    raise Refused(
        answer["code"],
        field=answer.get("field"),
        limit=answer.get("limit"),
        retry=answer["retry"],
        after_ms=answer.get("after_ms"),
    )
