"""Phones rest: nothing they send is taken, and nothing of it is lost."""

from __future__ import annotations

import pytest
from table import ANA, BOARD, CO, FAY, Table, refused

SENDS = {
    "try_card": {"board": BOARD, "text": "ลอง"},
    "submit_card": {"board": BOARD, "text": "คำ"},
    "sit": {"table": 1},
}


@pytest.mark.parametrize("name", SENDS)
def test_what_a_phone_sends_is_only_too_early(table: Table, name: str) -> None:
    table.starts("write")
    table.does(CO, "pause_phones")
    with refused("paused", retry=True):
        table.does(ANA, name, **SENDS[name])
    assert table.does(FAY, "pause_phones").name == "already_so"


def test_people_still_come_in_and_the_facilitator_goes_on(table: Table) -> None:
    from table import ROLE

    ROLE["dan-000000000000"] = "participant"
    table.starts("write")
    table.does(FAY, "pause_phones")
    table.does("dan-000000000000", "join_workshop")
    table.does(FAY, "add_card", board=BOARD, text="จากกระดาษ")
