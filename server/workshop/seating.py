"""The tables people sit at: a label for whoever wants one, or one phone that writes for all who sit there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

LABEL, TABLE = MODES = ("label", "table")
MOST_TABLES = 30
MOST_TABLE_CARDS = 40
# Fewer people than this are not a table but persons: nobody is told what they sent.
PEOPLE_AT_A_TABLE = 3


@dataclass(frozen=True, slots=True)
class TableCount:
    """What one table did on one board; `senders` and `cards` are None where they would tell of persons."""

    table: int
    seated: int
    senders: int | None
    cards: int | None


@dataclass(frozen=True, slots=True)
class Seating:
    """How many tables there are, what they are for, and who sits where.

    `counted` is what was counted on each board by people who are told apart no more.
    """

    tables: int = 0
    mode: str = LABEL
    table_cards: int = 10
    seats: Mapping[str, int] = field(default_factory=dict)
    counted: Mapping[str, tuple[TableCount, ...]] = field(default_factory=dict)

    def at(self, table: int) -> list[str]:
        """Who sits at a table."""
        return [one for one, seat in self.seats.items() if seat == table]

    def may_be_told(self, table: int) -> bool:
        """May a card say that it comes from this table?"""
        return self.mode == TABLE or len(self.at(table)) >= PEOPLE_AT_A_TABLE

    def label(self, participant: str) -> int | None:
        """The table that a card of this participant may name."""
        table = self.seats.get(participant)
        return table if table is not None and self.may_be_told(table) else None

    def sits(self, participant: str, table: int | None) -> Seating:
        """This participant at this table; where one phone writes for a table, the newest one does."""
        seats = {one: seat for one, seat in self.seats.items() if one != participant}
        if self.mode == TABLE:
            seats = {one: seat for one, seat in seats.items() if seat != table}
        if table is not None:
            seats[participant] = table
        return replace(self, seats=seats)
