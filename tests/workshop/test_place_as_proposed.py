"""Every waiting card goes where its writer proposed."""

from __future__ import annotations

from table import BOARD, FAY, Table, refused, sorting


def test_only_waiting_cards_with_a_proposal_are_placed() -> None:
    table, (a, b, c) = sorting(3, proposed="open")
    table.does(FAY, "park_cards", cards=(b,))
    table.does(FAY, "move_cards", cards=(c,), column="close")
    table.does(FAY, "place_as_proposed", board=BOARD)
    assert [table.card(card).column for card in (a, b, c)] == ["open", None, "close"]
    assert table.board.reading is None
    assert table.does(FAY, "place_as_proposed", board=BOARD).name == "already_so"


def test_one_undo_takes_them_all_back() -> None:
    table, cards = sorting(5, proposed="open")
    table.does(FAY, "place_as_proposed", board=BOARD)
    table.does(FAY, "undo")
    assert table.order(None) == cards


def test_only_on_a_board_that_is_there(table: Table) -> None:
    with refused("no_such_board"):
        table.does(FAY, "place_as_proposed", board="board-9")
