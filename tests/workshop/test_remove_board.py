"""A board goes only while no card is lost with it."""

from __future__ import annotations

from boards import with_boards
from table import BOARD, CO, FAY, refused


def test_an_empty_board_goes_and_comes_back_to_its_place() -> None:
    table, (first, second, third) = with_boards()
    before = table.workshop.boards[second]
    table.does(FAY, "remove_board", board=second)
    assert table.workshop.order == (first, third)
    table.does(FAY, "undo")
    assert table.workshop.order == (first, second, third)
    assert table.workshop.boards[second] == before


def test_a_board_with_cards_stays_also_with_a_hidden_one() -> None:
    table, (_, second, _) = with_boards()
    card = table.an_id()
    table.does(CO, "add_card", card, board=second, text="บัตร")
    table.does(FAY, "park_cards", cards=(card,))
    with refused("board_holds_cards", field="board"):
        table.does(FAY, "remove_board", board=second)


def test_the_board_where_the_room_is_stays() -> None:
    table, (first, second, _) = with_boards()
    with refused("board_is_open"):
        table.does(FAY, "remove_board", board=BOARD)
    table.does(FAY, "open_board", board=second)
    table.does(FAY, "remove_board", board=first)
    assert first not in table.workshop.order
    with refused("no_such_board"):
        table.does(FAY, "remove_board", board=first)


def test_work_on_a_board_that_was_removed_cannot_be_undone() -> None:
    table, (_, second, _) = with_boards()
    table.does(CO, "change_question", board=second, question="ใหม่")
    table.does(FAY, "remove_board", board=second)
    with refused("changed_since"):
        table.does(CO, "undo")
