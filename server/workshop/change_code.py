"""The join code is changed; people who are in stay in. The server supplies a free code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CodeChanged(Event):
    name: ClassVar[str] = "code_changed"

    code: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, code=self.code), frozenset({"door"})


@dataclass(frozen=True, slots=True)
class ChangeCode(Command):
    name: ClassVar[str] = "change_code"
    roles: ClassVar[frozenset[str]] = SORTERS
    by_server: ClassVar[bool] = True

    code: str

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return CodeChanged(self.code)
