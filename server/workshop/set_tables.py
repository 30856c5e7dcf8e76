"""The facilitator says how many tables there are, and whether a phone writes for one person or for its table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from server.workshop.fields import Between
from server.workshop.seating import MOST_TABLE_CARDS, MOST_TABLES
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class TablesSet(Event):
    name: ClassVar[str] = "tables_set"

    tables: int
    mode: str
    table_cards: int

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        before = workshop.seating
        # One phone a table is another question than where one sits: it is asked anew.
        kept = {one: seat for one, seat in before.seats.items() if seat <= self.tables and self.mode == before.mode}
        after = replace(before, tables=self.tables, mode=self.mode, table_cards=self.table_cards, seats=kept)
        stood_up = {f"me:{one}" for one in before.seats.keys() - kept.keys()}
        touched = {"workshop", *(f"tables:{board}" for board in workshop.boards)} | stood_up
        return replace(workshop, seating=after), frozenset(touched)


@dataclass(frozen=True, slots=True)
class SetTables(Command):
    name: ClassVar[str] = "set_tables"
    roles: ClassVar[frozenset[str]] = SORTERS

    tables: Annotated[int, Between(0, MOST_TABLES)]
    mode: Literal["label", "table"] = "label"
    table_cards: Annotated[int, Between(1, MOST_TABLE_CARDS)] = 10

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        now = workshop.seating
        if (now.tables, now.mode, now.table_cards) == (self.tables, self.mode, self.table_cards):
            return None
        return TablesSet(self.tables, self.mode, self.table_cards)
