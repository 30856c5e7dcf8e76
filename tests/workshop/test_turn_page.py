"""The wall's page is the same for all."""

from __future__ import annotations

from table import BOARD, FAY, Table, refused


def test_the_page_turns_and_goes_back_to_the_first_with_a_new_phase(table: Table) -> None:
    table.does(FAY, "turn_page", board=BOARD, page=2)
    assert table.board.page == 2
    assert table.does(FAY, "turn_page", board=BOARD, page=2).name == "already_so"
    table.starts("show")
    assert table.board.page == 0


def test_only_on_a_board_that_is_there(table: Table) -> None:
    with refused("no_such_board"):
        table.does(FAY, "turn_page", board="board-9", page=2)
