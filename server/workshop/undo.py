"""A facilitator takes back their own last step, unless somebody has built on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop import steps
from server.workshop.holding import take_again
from server.workshop.reading import follow
from server.workshop.state import Step, Steps, Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class StepUndone(Event):
    name: ClassVar[str] = "step_undone"

    step: int

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        mine = workshop.steps[stamp.actor]
        step = mine.done[-1]
        after, touched = steps.put(workshop, steps.backwards(step))
        after, followed = follow(workshop, after)
        after, back = _back(after, step, stamp)
        moved = Steps(done=mine.done[:-1], undone=(*mine.undone, step))
        return replace(after, steps={**after.steps, stamp.actor: moved}), touched | followed | back | {
            f"steps:{stamp.actor}"
        }


def _back(workshop: Workshop, step: Step, stamp: Stamp) -> tuple[Workshop, Touched]:
    """The card comes back to where it was sorted: into the hands of whoever sorts in the queue, else to the room."""
    if stamp.actor in workshop.holds:
        return take_again(workshop, step, stamp.actor, stamp.at)
    return steps.read_again(workshop, step)


@dataclass(frozen=True, slots=True)
class Undo(Command):
    name: ClassVar[str] = "undo"
    roles: ClassVar[frozenset[str]] = SORTERS

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        step = steps.last_done(workshop, asked.actor)
        steps.must_stand(workshop, step.changes)
        return StepUndone(step.seq)
