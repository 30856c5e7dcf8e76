"""One more minute: from the end of a running timer, from now otherwise."""

from __future__ import annotations

from table import BOARD, FAY, Table, refused


def test_a_running_timer_ends_later(table: Table) -> None:
    table.does(FAY, "start_timer", board=BOARD, seconds=60)
    table.waits(seconds=30)
    table.does(FAY, "extend_timer", board=BOARD, seconds=60)
    assert table.board.timer is not None
    assert (table.board.timer.ends_at, table.board.timer.seconds) == ("2026-11-22T02:02:00.000Z", 120)


def test_one_that_has_run_out_begins_now(table: Table) -> None:
    table.does(FAY, "start_timer", board=BOARD, seconds=60)
    table.waits(minutes=10)
    table.does(FAY, "extend_timer", board=BOARD, seconds=60)
    assert table.board.timer is not None
    assert (table.board.timer.ends_at, table.board.timer.seconds) == ("2026-11-22T02:11:00.000Z", 60)


def test_only_on_a_board_that_is_there(table: Table) -> None:
    with refused("no_such_board"):
        table.does(FAY, "extend_timer", board="board-9", seconds=60)
