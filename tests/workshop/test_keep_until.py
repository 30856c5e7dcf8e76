"""A workshop is kept until a day that is to come."""

from __future__ import annotations

import pytest
from table import CO, FAY, Table, refused


def test_the_day_changes_even_when_locked(table: Table) -> None:
    table.starts("finished")
    table.does(FAY, "lock_workshop")
    table.does(FAY, "keep_until", until="2026-11-23")
    assert table.workshop.expires_on == "2026-11-23"
    assert table.does(FAY, "keep_until", until="2026-11-23").name == "already_so"


@pytest.mark.parametrize("until", ["2026-11-22", "2020-01-01", "2028-11-22", "2027-02-31", "2027-13-01"])
def test_not_today_not_never_and_not_a_day_that_is_none(table: Table, until: str) -> None:
    with refused("malformed", field="until"):
        table.does(FAY, "keep_until", until=until)
    with refused("forbidden"):
        table.does(CO, "keep_until", until="2027-01-01")
