"""People may say how the day was."""

from __future__ import annotations

from table import FAY, Table


def test_it_opens_once(table: Table) -> None:
    table.does(FAY, "open_check_out")
    assert table.workshop.leaving.status == "open"
    assert table.does(FAY, "open_check_out").name == "already_so"
