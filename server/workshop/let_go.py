"""Somebody leaves the queue: the card they had goes to the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.workshop import holding
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CardLetGo(Event):
    name: ClassVar[str] = "card_let_go"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return holding.let_go(workshop, stamp.actor)


@dataclass(frozen=True, slots=True)
class LetGo(Command):
    name: ClassVar[str] = "let_go"
    roles: ClassVar[frozenset[str]] = SORTERS

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return CardLetGo() if asked.actor in workshop.holds else None
