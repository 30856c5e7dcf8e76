"""What an earlier workshop decided comes to a board of this one."""

from __future__ import annotations

from table import BOARD, FAY, in_columns, refused, sorting

from server.workshop import SYSTEM
from server.workshop.keeping import keeps
from server.workshop.views import record

PROMISES = (("ปิด: รายงานกระดาษ", {"owner": "กลุ่มงานสารสนเทศ", "due": "2570-Q1"}), ("เปิด: ตู้น้ำ", {}))


def test_each_promise_is_a_card_of_nobody_that_holds_what_was_decided() -> None:
    table, _ = in_columns()
    event = table.does(SYSTEM, "bring_promises", board=BOARD, column="open", promises=PROMISES)
    made = [table.card(one[0]) for one in event.cards]  # type: ignore[attr-defined]
    assert [card.text for card in made] == [words for words, _ in PROMISES]
    assert all(card.author is None and table.workshop.visible(card) for card in made)
    assert table.order("open")[-2:] == [card.id for card in made]
    assert record(table.workshop, f"decision:{made[0].id}", "wall") == {
        "id": made[0].id,
        "owner": "กลุ่มงานสารสนเทศ",
        "due": "2570-Q1",
    }
    assert record(table.workshop, f"decision:{made[1].id}", "wall") is None


def test_no_promises_change_nothing_and_they_need_a_column_that_is_there() -> None:
    table, _ = sorting()
    assert table.does(SYSTEM, "bring_promises", board=BOARD, column=None, promises=()).name == "already_so"
    with refused("no_such_column", field="column"):
        table.does(SYSTEM, "bring_promises", board=BOARD, column="nowhere", promises=PROMISES)


def test_the_room_keeps_what_has_a_decision_or_a_star_or_else_its_groups() -> None:
    table, (a, b, c) = in_columns()
    assert keeps(table.workshop, table.board) == []
    group = table.does(FAY, "group_cards", cards=(a, b), label="กลุ่มแรก").group  # type: ignore[attr-defined]
    assert [words for _, words, _ in keeps(table.workshop, table.board)] == ["กลุ่มแรก"]
    table.does(FAY, "star_cards", cards=(c,))
    assert [words for _, words, _ in keeps(table.workshop, table.board)] == [table.card(c).text]
    table.does(FAY, "decide_item", item=group, field="report", value="ถ้อยคำในรายงาน")
    assert [words for _, words, _ in keeps(table.workshop, table.board)] == [table.card(c).text]
    table.does(FAY, "decide_item", item=group, field="conclusion", value="ทำครั้งเดียว")
    assert "ถ้อยคำในรายงาน" in [words for _, words, _ in keeps(table.workshop, table.board)]


def test_what_the_room_does_not_see_is_not_kept() -> None:
    table, (a, *_) = in_columns()
    table.does(FAY, "decide_item", item=a, field="conclusion", value="ลับ")
    table.does(FAY, "park_cards", cards=(a,))
    assert keeps(table.workshop, table.board) == []
