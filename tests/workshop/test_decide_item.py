"""What the room decides about something, one field at a time."""

from __future__ import annotations

import pytest
from table import ANA, CO, FAY, in_columns, refused

from server.workshop.views import record


def test_two_people_fill_in_different_fields_and_undo_their_own() -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "decide_item", item=card, field="conclusion", value="ยุบรวม")
    table.does(CO, "decide_item", item=card, field="owner", value="กลุ่มงานสารสนเทศ")
    table.does(FAY, "undo")
    decided = table.workshop.decisions[card]
    assert (decided.conclusion, decided.owner) == ("", "กลุ่มงานสารสนเทศ")
    table.does(FAY, "redo")
    assert table.workshop.decisions[card].conclusion == "ยุบรวม"


def test_the_same_words_again_change_nothing() -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "decide_item", item=card, field="note", value="ดูอีกที")
    assert table.does(CO, "decide_item", item=card, field="note", value="ดูอีกที").name == "already_so"
    table.does(CO, "decide_item", item=card, field="note", value="")
    assert record(table.workshop, f"decision:{card}", "wall") is None


@pytest.mark.parametrize("due", ["2026-12-31", "2570-Q1", ""])
def test_a_due_day_is_a_day_or_a_quarter(due: str) -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "decide_item", item=card, field="due", value="2027-01-31")
    table.does(FAY, "decide_item", item=card, field="due", value=due)
    assert table.workshop.decisions[card].due == due


@pytest.mark.parametrize("due", ["เร็วๆ นี้", "2026-02-30", "2570-Q5", "20261231"])
def test_anything_else_is_refused(due: str) -> None:
    table, (card, *_) = in_columns()
    with refused("malformed", field="value"):
        table.does(FAY, "decide_item", item=card, field="due", value=due)


def test_the_room_learns_nothing_about_a_parked_card_and_a_writer_privately_what_became_of_theirs() -> None:
    from server.workshop.views import own

    table, (card, *_) = in_columns()
    table.does(FAY, "decide_item", item=card, field="conclusion", value="ยุบรวม")
    assert own(table.workshop, ANA)[f"mine:{card}"]["conclusion"] == "ยุบรวม"
    table.does(FAY, "park_cards", cards=(card,))
    for audience in ("wall", "reader", "facilitator", "result", "participant"):
        assert record(table.workshop, f"decision:{card}", audience) is None
    assert record(table.workshop, f"decision:{card}", "inbox") == {"id": card, "conclusion": "ยุบรวม"}
    assert "conclusion" not in own(table.workshop, ANA)[f"mine:{card}"]


def test_nothing_is_decided_about_nothing() -> None:
    table, _ = in_columns()
    with refused("no_such_card", field="item"):
        table.does(FAY, "decide_item", item="no-card-of-thatid", field="note", value="?")


def test_two_people_who_write_at_once_hear_of_each_other() -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "decide_item", item=card, field="owner", value="กลุ่มอำนวยการ", was="")
    with refused("changed_since", field="value"):
        table.does(CO, "decide_item", item=card, field="owner", value="กลุ่มแผนงาน", was="")
    assert table.does(CO, "decide_item", item=card, field="owner", value="กลุ่มอำนวยการ", was="").name == "already_so"
    table.does(CO, "decide_item", item=card, field="owner", value="กลุ่มแผนงาน", was="กลุ่มอำนวยการ")
    assert table.workshop.decisions[card].owner == "กลุ่มแผนงาน"
