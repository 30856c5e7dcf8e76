"""How far something is, told again each quarter."""

from __future__ import annotations

from table import ANA, CO, COLUMNS, FAY, Table, in_columns, refused

from server.board_templates import template


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


# On a follow-up board.


def follow_up() -> tuple[Table, list[str]]:
    """Three cards that wait to be begun."""
    table = Table(template="follow-up", columns=tuple(template("follow-up")["boards"][0]["columns"]), cards_each=9)
    table.starts("write")
    cards = [table.writes(ANA, f"เรื่อง {number}") for number in range(3)]
    table.starts("sort")
    table.does(FAY, "move_cards", cards=tuple(cards), column="not-started")
    return table, cards


def status(table: Table, item: str) -> str:
    return table.workshop.decisions[item].status


def test_a_status_lays_a_card_into_its_column_and_is_one_step() -> None:
    table, (card, *others) = follow_up()
    table.does(CO, "set_status", item=card, status="done", note="ได้ผลดี")
    assert (table.order("done"), table.order("not-started")) == ([card], others)
    table.does(CO, "undo")
    assert (table.order("done"), table.order("not-started")) == ([], [card, *others])
    assert (status(table, card), table.workshop.decisions[card].status_note) == ("not_started", "")
    table.does(CO, "redo")
    assert (table.order("done"), status(table, card)) == ([card], "done")


def test_a_card_laid_into_a_column_has_its_status_and_that_is_one_step() -> None:
    table, (card, *_) = follow_up()
    assert status(table, card) == "not_started"
    table.does(FAY, "set_status", item=card, status="cancelled", note="งบหมด")
    assert table.order("not-started")[0] == card
    table.does(FAY, "move_cards", cards=(card,), column="under-way")
    assert (status(table, card), table.workshop.decisions[card].status_note) == ("under_way", "งบหมด")
    table.does(FAY, "undo")
    assert (status(table, card), table.order("not-started")[0]) == ("cancelled", card)


def test_what_is_stuck_is_not_done_and_a_note_or_the_inbox_changes_no_more_than_they_say() -> None:
    table, (card, *_) = follow_up()
    table.does(FAY, "set_status", item=card, status="done")
    table.does(FAY, "move_cards", cards=(card,), column="stuck")
    table.does(FAY, "set_status", item=card, note="รออนุมัติ")
    assert (table.order("stuck"), status(table, card)) == ([card], "under_way")
    table.does(FAY, "set_status", item=card, status="under_way")
    assert table.order("under-way") == [card]
    table.does(FAY, "move_cards", cards=(card,), column=None)
    assert (status(table, card), table.workshop.decisions[card].status_note) == ("", "รออนุมัติ")


def test_a_group_goes_as_one_with_everything_in_it() -> None:
    table, cards = follow_up()
    group = table.groups(FAY, *cards[:2])
    table.does(FAY, "set_status", item=group, status="done")
    assert [status(table, one) for one in (group, *cards)] == ["done", "done", "done", "not_started"]
    table.does(FAY, "move_group", group=group, column="under-way")
    assert [status(table, one) for one in (group, *cards[:2])] == ["under_way"] * 3
    assert table.order("under-way") == [group]


def test_elsewhere_a_status_moves_nothing_and_a_column_tells_none() -> None:
    table, (card, *_) = in_columns()
    before = table.card(card)
    table.does(FAY, "set_status", item=card, status="done")
    assert table.card(card) == before
    table.does(FAY, "move_cards", cards=(card,), column=COLUMNS[0]["id"])
    table.does(FAY, "move_cards", cards=(card,), column=COLUMNS[1]["id"])
    assert status(table, card) == "done"


def test_two_people_who_write_a_note_at_once_hear_of_each_other() -> None:
    table, (card, *_) = follow_up()
    table.does(FAY, "set_status", item=card, note="เริ่มแล้ว", was="")
    with refused("changed_since", field="note"):
        table.does(CO, "set_status", item=card, note="ยังไม่ได้เริ่ม", was="")
    table.does(CO, "set_status", item=card, note="เริ่มแล้วสองกลุ่ม", was="เริ่มแล้ว")
    assert table.workshop.decisions[card].status_note == "เริ่มแล้วสองกลุ่ม"
