"""How far something is, told again each quarter."""

from __future__ import annotations

from table import FAY, in_columns, refused


def test_status_and_note_go_together_and_are_one_step() -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "set_status", item=card, status="under_way", note="เริ่มแล้ว")
    table.does(FAY, "set_status", item=card, status="done", note="")
    assert table.does(FAY, "set_status", item=card, status="done").name == "already_so"
    table.does(FAY, "undo")
    decided = table.workshop.decisions[card]
    assert (decided.status, decided.status_note) == ("under_way", "เริ่มแล้ว")


def test_nothing_has_no_status() -> None:
    table, _ = in_columns()
    with refused("no_such_card", field="item"):
        table.does(FAY, "set_status", item="no-card-of-thatid", status="done")
