"""Resume joining: at once, and again is no news."""

from __future__ import annotations

from table import ANA, CO, FAY, Table, refused


def test_it_is_so_and_then_already_so(table: Table) -> None:
    table.does(FAY, "stop_joining")
    table.does(CO, "resume_joining")
    assert table.workshop.joining is True
    assert table.does(FAY, "resume_joining").name == "already_so"


def test_a_participant_may_not(table: Table) -> None:
    with refused("forbidden"):
        table.does(ANA, "resume_joining")
