"""A board is passed over, and stays."""

from __future__ import annotations

from boards import with_boards
from table import FAY, refused


def test_it_is_marked_and_unmarked_by_undo() -> None:
    table, (_, second, _) = with_boards()
    table.does(FAY, "skip_board", board=second)
    assert table.workshop.boards[second].skipped
    assert table.does(FAY, "skip_board", board=second).name == "already_so"
    table.does(FAY, "undo")
    assert not table.workshop.boards[second].skipped


def test_the_board_where_the_room_is_cannot_be_passed_over() -> None:
    table, (first, *_) = with_boards()
    with refused("board_is_open"):
        table.does(FAY, "skip_board", board=first)
