"""Unblank screens: at once, and again is no news."""

from __future__ import annotations

from table import ANA, CO, FAY, Table, refused


def test_it_is_so_and_then_already_so(table: Table) -> None:
    table.does(FAY, "blank_screens")
    table.does(CO, "unblank_screens")
    assert table.workshop.blank is False
    assert table.does(FAY, "unblank_screens").name == "already_so"


def test_a_participant_may_not(table: Table) -> None:
    with refused("forbidden"):
        table.does(ANA, "unblank_screens")
