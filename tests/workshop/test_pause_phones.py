"""Phones rest: nothing they send is taken, and nothing of it is lost."""

from __future__ import annotations

from typing import Any

import pytest
from table import ANA, BOARD, CO, FAY, Table, refused

from server.workshop.views import record

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


def test_a_break_tells_when_the_room_goes_on_and_may_last_longer(table: Table) -> None:
    table.starts("write")
    table.does(FAY, "pause_phones")
    assert whole(table)["back_at"] is None
    table.does(FAY, "pause_phones", minutes=15)
    assert whole(table)["back_at"] == "2026-11-22T02:15:00.000Z"
    table.waits(minutes=10)
    table.does(CO, "pause_phones", minutes=10)
    assert whole(table)["back_at"] == "2026-11-22T02:20:00.000Z"
    with refused("paused", retry=True):
        table.does(ANA, "submit_card", board=BOARD, text="คำ")
    # Nothing goes on by itself: people may still be at the coffee.
    table.waits(minutes=20)
    assert whole(table)["paused"]
    table.does(FAY, "resume_phones")
    assert (whole(table)["paused"], whole(table)["back_at"]) == (False, None)


def whole(table: Table) -> dict[str, Any]:
    seen = record(table.workshop, "workshop", "participant")
    assert seen is not None
    return seen
