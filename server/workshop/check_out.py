"""A participant says how the day was: one to five, and a line if they like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar

from server.workshop.fields import CARD_LETTERS, Between, Words
from server.workshop.leaving import OPEN, Answer
from server.workshop.refused import Refused
from server.workshop.state import NOTHING, Touched, Workshop
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp

Line = Annotated[str, Words(CARD_LETTERS, may_be_empty=True)]


@dataclass(frozen=True, slots=True)
class CheckedOut(Event):
    name: ClassVar[str] = "checked_out"
    cut: ClassVar[Mapping[str, Any]] = {"mood": 0, "line": ""}

    mood: int
    line: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        if self.mood == 0:
            return workshop, NOTHING
        answers = {**workshop.leaving.answers, stamp.actor: Answer(self.mood, self.line)}
        after = replace(workshop, leaving=replace(workshop.leaving, answers=answers))
        return after, frozenset({"check_out", f"answer:{stamp.actor}"})


@dataclass(frozen=True, slots=True)
class CheckOut(Command):
    name: ClassVar[str] = "check_out"
    roles: ClassVar[frozenset[str]] = SENDERS

    mood: Annotated[int, Between(1, 5)]
    line: Line = ""

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        if workshop.leaving.status != OPEN:
            raise Refused("not_accepting")
        if workshop.leaving.answers.get(asked.actor) == Answer(self.mood, self.line):
            return None
        return CheckedOut(self.mood, self.line)
