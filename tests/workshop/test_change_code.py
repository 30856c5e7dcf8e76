"""A new join code; whoever is in stays in."""

from __future__ import annotations

from table import ANA, CO, Table, refused


def test_the_code_changes_and_nobody_is_sent_away(table: Table) -> None:
    table.does(CO, "change_code", code="87654321")
    assert (table.workshop.code, table.workshop.joined) == ("87654321", 2)


def test_a_participant_may_not(table: Table) -> None:
    with refused("forbidden"):
        table.does(ANA, "change_code", code="87654321")
