"""A board that was passed over is taken back."""

from __future__ import annotations

from boards import with_boards
from table import CO, FAY


def test_it_is_in_the_agenda_again() -> None:
    table, (_, second, _) = with_boards()
    assert table.does(CO, "unskip_board", board=second).name == "already_so"
    table.does(FAY, "skip_board", board=second)
    table.does(CO, "unskip_board", board=second)
    assert not table.workshop.boards[second].skipped


def test_going_there_takes_it_back_too() -> None:
    table, (_, second, _) = with_boards()
    table.does(FAY, "skip_board", board=second)
    table.does(FAY, "open_board", board=second)
    assert not table.workshop.boards[second].skipped
