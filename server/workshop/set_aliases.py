"""The facilitator says which words mean the same, for finding cards that are alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from server.workshop.fields import Between, Words
from server.workshop.state import Aliases, Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

Alias = Annotated[str, Words(60)]
Row = Annotated[tuple[Alias, ...], Between(2, 12)]


@dataclass(frozen=True, slots=True)
class AliasesSet(Event):
    name: ClassVar[str] = "aliases_set"

    aliases: Aliases

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, aliases=self.aliases), frozenset()


@dataclass(frozen=True, slots=True)
class SetAliases(Command):
    name: ClassVar[str] = "set_aliases"
    roles: ClassVar[frozenset[str]] = SORTERS

    aliases: Annotated[tuple[Row, ...], Between(0, 200)]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return None if workshop.aliases == self.aliases else AliasesSet(self.aliases)
