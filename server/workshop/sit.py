"""A participant says which table they sit at, or that they sit at none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from server.workshop.fields import Between
from server.workshop.refused import Refused
from server.workshop.seating import MOST_TABLES
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class SeatTaken(Event):
    name: ClassVar[str] = "seat_taken"

    table: int | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        before = workshop.seating
        after = before.sits(stamp.actor, self.table)
        gave_way = {f"me:{one}" for one in before.seats.keys() - after.seats.keys()}
        touched = {f"me:{stamp.actor}", *(f"tables:{board}" for board in workshop.boards)} | gave_way
        return replace(workshop, seating=after), frozenset(touched)


@dataclass(frozen=True, slots=True)
class Sit(Command):
    name: ClassVar[str] = "sit"
    roles: ClassVar[frozenset[str]] = SENDERS

    table: Annotated[int, Between(1, MOST_TABLES)] | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        if self.table is not None and self.table > workshop.seating.tables:
            raise Refused("no_such_table", field="table")
        return None if workshop.seating.seats.get(asked.actor) == self.table else SeatTaken(self.table)
