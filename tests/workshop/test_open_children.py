"""A round below a card or group begins."""

from __future__ import annotations

from table import BOARD, FAY, Table, in_columns, refused


def test_the_room_is_asked_for_cards_below_one_card() -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "open_children", board=BOARD, parent=card)
    assert table.board.children_of == card
    assert table.does(FAY, "open_children", board=BOARD, parent=card).name == "already_so"


def test_nobody_can_hang_cards_below_what_the_room_does_not_see() -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "park_cards", cards=(card,))
    with refused("not_shown", field="parent"):
        table.does(FAY, "open_children", board=BOARD, parent=card)


def test_a_card_that_hangs_below_another_takes_none_itself() -> None:
    table, (card, *_) = in_columns()
    child = table.does(FAY, "add_child", parent=card, text="ก้าวแรก").card  # type: ignore[attr-defined]
    with refused("not_shown", field="parent"):
        table.does(FAY, "open_children", board=BOARD, parent=child)


def test_a_round_is_for_a_board_that_is_shown(table: Table) -> None:
    table.starts("write")
    card = table.writes()
    table.starts("show")
    table.starts("finished")
    with refused("not_accepting"):
        table.does(FAY, "open_children", board=BOARD, parent=card)


def test_another_phase_ends_the_round() -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "open_children", board=BOARD, parent=card)
    table.starts("show")
    assert table.board.children_of is None
