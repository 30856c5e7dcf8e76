"""A command that changed nothing: logged, so that its repeat gets the same answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop.state import NOTHING, Touched, Workshop
from server.workshop.verb import Event, Stamp


@dataclass(frozen=True, slots=True)
class AlreadySo(Event):
    name: ClassVar[str] = "already_so"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return workshop, NOTHING
