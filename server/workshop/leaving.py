"""How people leave: their answers at the end of the day, told only as counts and shuffled lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

NEVER, OPEN, CLOSED, TOLD = "never", "open", "closed", "shown"
MOODS = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """A mood from 1 (bad) to 5 (good), and a line or nothing."""

    mood: int
    line: str = ""


@dataclass(frozen=True, slots=True)
class Leaving:
    """The check-out; `strangers` are answers whose people are forgotten."""

    status: str = NEVER
    answers: Mapping[str, Answer] = field(default_factory=dict)
    strangers: tuple[Answer, ...] = ()

    @property
    def everything(self) -> tuple[Answer, ...]:
        return (*self.answers.values(), *self.strangers)

    def moods(self) -> list[int]:
        """How many gave each mood, from 1 to 5."""
        given = [answer.mood for answer in self.everything]
        return [given.count(mood) for mood in range(1, MOODS + 1)]

    def lines(self) -> list[str]:
        """What people wrote, in an order that tells nothing."""
        written = (answer.line for answer in self.everything if answer.line)
        return sorted(written, key=lambda line: sha256(line.encode()).digest())

    def shuffled(self) -> tuple[Answer, ...]:
        """All answers without their people, moods and lines together no more."""
        moods = [answer.mood for answer in self.everything]
        lines = [*self.lines(), *[""] * len(moods)]
        return tuple(Answer(mood, line) for mood, line in zip(sorted(moods), lines, strict=False))
