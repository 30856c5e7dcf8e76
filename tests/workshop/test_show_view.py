"""What every projected screen shows in place of the board's pages."""

from __future__ import annotations

from table import BOARD, FAY, refused, sorting


def test_the_overview_the_qr_code_and_the_board_again() -> None:
    table, _ = sorting()
    table.does(FAY, "turn_page", board=BOARD, page=2)
    table.does(FAY, "show_view", board=BOARD, view="overview")
    assert (table.board.view, table.board.page) == ("overview", 0)
    table.does(FAY, "show_view", board=BOARD, view="qr")
    assert table.board.view == "qr"
    assert table.does(FAY, "show_view", board=BOARD, view="qr").name == "already_so"
    with refused("no_such_board"):
        table.does(FAY, "show_view", board="board-9", view="qr")


def test_a_card_shown_large_takes_the_place_of_the_overview_and_the_other_way_round() -> None:
    table, (a, *_) = sorting()
    table.does(FAY, "show_view", board=BOARD, view="overview")
    table.does(FAY, "focus", board=BOARD, card=a)
    assert (table.board.view, table.board.focus_card) == ("board", a)
    table.does(FAY, "show_view", board=BOARD, view="board")
    assert (table.board.view, table.board.focus_card) == ("board", None)


def test_another_phase_brings_its_own_page_to_the_wall() -> None:
    table, _ = sorting()
    table.does(FAY, "show_view", board=BOARD, view="overview")
    table.starts("finished")
    assert table.board.view == "board"
