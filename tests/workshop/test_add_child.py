"""The facilitator types a card below another one."""

from __future__ import annotations

from table import CO, FAY, in_columns, refused

from server.workshop.places import children


def test_it_is_shown_at_once_in_the_order_of_typing() -> None:
    table, (card, *_) = in_columns()
    made = [table.does(FAY, "add_child", parent=card, text=text).card for text in ("หนึ่ง", "สอง", "สาม")]  # type: ignore[attr-defined]
    assert [one.id for one in children(table.workshop, card)] == made
    assert all(table.workshop.visible(table.card(one)) for one in made)


def test_it_is_one_step_to_undo() -> None:
    table, (card, *_) = in_columns()
    table.does(CO, "add_child", parent=card, text="หนึ่ง")
    table.does(CO, "undo")
    assert children(table.workshop, card) == []
    table.does(CO, "redo")
    assert [one.text for one in children(table.workshop, card)] == ["หนึ่ง"]


def test_below_nothing_there_is_no_card() -> None:
    table, _ = in_columns()
    with refused("no_such_card", field="parent"):
        table.does(FAY, "add_child", parent="no-card-of-thatid", text="ลอย")
