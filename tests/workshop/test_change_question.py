"""A board's question changes in any phase."""

from __future__ import annotations

from table import BOARD, FAY, Table, refused


def test_it_changes_and_can_be_undone(table: Table) -> None:
    table.does(FAY, "change_question", board=BOARD, question="ใหม่")
    assert table.board.question == "ใหม่"
    assert table.does(FAY, "change_question", board=BOARD, question="ใหม่").name == "already_so"
    table.does(FAY, "undo")
    assert table.board.question == "อะไร"


def test_only_on_a_board_that_is_there(table: Table) -> None:
    with refused("no_such_board"):
        table.does(FAY, "change_question", board="board-9", question="ใหม่")
