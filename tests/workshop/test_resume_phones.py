"""Phones go on where they were."""

from __future__ import annotations

from table import ANA, FAY, Table


def test_what_waited_is_taken(table: Table) -> None:
    table.starts("write")
    table.does(FAY, "pause_phones")
    table.does(FAY, "resume_phones")
    assert table.writes(ANA) in table.workshop.cards
    assert table.does(FAY, "resume_phones").name == "already_so"
