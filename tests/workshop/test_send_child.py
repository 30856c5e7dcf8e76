"""A participant sends a card below what the wall shows."""

from __future__ import annotations

from table import ANA, BOARD, FAY, in_columns, refused

from server.workshop.places import children, column_of
from server.workshop.tally import tally


def test_it_hangs_below_and_never_waits_to_be_sorted() -> None:
    table, (card, *_) = in_columns()
    before = tally(table.workshop, BOARD)
    table.does(FAY, "open_children", board=BOARD, parent=card)
    child = table.does(ANA, "send_child", parent=card, text="ทำต่อ").card  # type: ignore[attr-defined]
    table.does(FAY, "close_children", board=BOARD)
    assert [one.id for one in children(table.workshop, card)] == [child]
    assert column_of(table.workshop, table.card(child)) == "close"
    after = tally(table.workshop, BOARD)
    assert (after.cards, after.inbox, after.placed) == (before.cards, before.inbox, before.placed)
    assert after.children == 1


def test_it_follows_its_card_to_another_column() -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "open_children", board=BOARD, parent=card)
    child = table.does(ANA, "send_child", parent=card, text="ทำต่อ").card  # type: ignore[attr-defined]
    table.does(FAY, "move_cards", cards=(card,), column="open", before=None)
    assert column_of(table.workshop, table.card(child)) == "open"


def test_everybody_has_so_many_below_each_card() -> None:
    table, (card, other, _) = in_columns()
    for parent in (card, other):
        table.does(FAY, "open_children", board=BOARD, parent=parent)
        for _ in range(table.board.child_limit):
            table.does(ANA, "send_child", parent=parent, text="อีกใบ")
        with refused("no_cards_left", limit=table.board.child_limit):
            table.does(ANA, "send_child", parent=parent, text="เกินแล้ว")


def test_one_that_waited_in_a_phone_is_kept_as_late() -> None:
    table, (card, *_) = in_columns()
    child = table.does(ANA, "send_child", parent=card, text="เพิ่งส่งถึง").card  # type: ignore[attr-defined]
    assert table.card(child).late
    table.starts("finished")
    with refused("finished"):
        table.does(ANA, "send_child", parent=card, text="จบแล้ว")


def test_below_nothing_there_is_no_card() -> None:
    table, _ = in_columns()
    with refused("no_such_card", field="parent"):
        table.does(ANA, "send_child", parent="no-card-of-thatid", text="ลอย")


def test_it_may_be_reworded_and_taken_back_until_it_is_shown() -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "open_children", board=BOARD, parent=card)
    child = table.does(ANA, "send_child", parent=card, text="ทำต่อ").card  # type: ignore[attr-defined]
    table.does(ANA, "edit_card", card=child, text="ทำต่อเนื่อง")
    assert table.card(child).text == "ทำต่อเนื่อง"
    table.does(ANA, "withdraw_card", card=child)
    assert children(table.workshop, card) == []
    again = table.does(ANA, "send_child", parent=card, text="ทำต่อ").card  # type: ignore[attr-defined]
    table.does(FAY, "close_children", board=BOARD)
    with refused("intake_over"):
        table.does(ANA, "withdraw_card", card=again)
