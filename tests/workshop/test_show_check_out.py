"""The room sees how the day was, all together and never from whom."""

from __future__ import annotations

import pytest
from table import ANA, BEN, FAY, Table

from server.workshop.views import AUDIENCES, record


@pytest.mark.parametrize("audience", AUDIENCES)
def test_moods_and_lines_are_told_to_nobody_before(table: Table, audience: str) -> None:
    table.does(FAY, "open_check_out")
    table.does(ANA, "check_out", mood=5, line="ได้พูด")
    table.does(BEN, "check_out", mood=2)
    before = record(table.workshop, "check_out", audience)
    assert before is None or not {"moods", "lines"} & before.keys()
    table.does(FAY, "show_check_out")
    after = record(table.workshop, "check_out", audience)
    assert after is not None
    assert (after["moods"], after["lines"]) == ([0, 1, 0, 0, 1], ["ได้พูด"])
    assert table.does(FAY, "show_check_out").name == "already_so"
