"""Nobody may say any more how the day was."""

from __future__ import annotations

from table import ANA, FAY, Table, refused


def test_answers_end_but_stay(table: Table) -> None:
    table.does(FAY, "open_check_out")
    table.does(ANA, "check_out", mood=4)
    table.does(FAY, "close_check_out")
    assert table.workshop.leaving.moods() == [0, 0, 0, 1, 0]
    with refused("not_accepting"):
        table.does(ANA, "check_out", mood=1)
    assert table.does(FAY, "close_check_out").name == "already_so"
