"""A facilitator gives up undoing (or redoing) a step that others have built on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from server.workshop.fields import Between
from server.workshop.state import Steps, Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class StepSkipped(Event):
    name: ClassVar[str] = "step_skipped"

    step: int

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        mine = workshop.steps[stamp.actor]
        left = Steps(
            done=tuple(step for step in mine.done if step.seq != self.step),
            undone=tuple(step for step in mine.undone if step.seq != self.step),
        )
        return replace(workshop, steps={**workshop.steps, stamp.actor: left}), frozenset({f"steps:{stamp.actor}"})


@dataclass(frozen=True, slots=True)
class SkipStep(Command):
    name: ClassVar[str] = "skip_step"
    roles: ClassVar[frozenset[str]] = SORTERS

    step: Annotated[int, Between(1, 2**53)]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        mine = workshop.steps.get(asked.actor, Steps())
        known = any(step.seq == self.step for step in (*mine.done, *mine.undone))
        return StepSkipped(self.step) if known else None
