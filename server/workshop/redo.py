"""A facilitator does again what they have just taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop import steps
from server.workshop.reading import follow
from server.workshop.state import Steps, Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class StepRedone(Event):
    name: ClassVar[str] = "step_redone"

    step: int

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        mine = workshop.steps[stamp.actor]
        step = mine.undone[-1]
        after, touched = steps.put(workshop, step.changes)
        after, reading = follow(workshop, after)
        moved = Steps(done=(*mine.done, step), undone=mine.undone[:-1])
        return replace(after, steps={**after.steps, stamp.actor: moved}), touched | reading | {f"steps:{stamp.actor}"}


@dataclass(frozen=True, slots=True)
class Redo(Command):
    name: ClassVar[str] = "redo"
    roles: ClassVar[frozenset[str]] = SORTERS

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        step = steps.last_undone(workshop, asked.actor)
        steps.must_stand(workshop, steps.backwards(step))
        return StepRedone(step.seq)
