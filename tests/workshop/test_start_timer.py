"""A timer runs in the server's time and stops nothing by itself."""

from __future__ import annotations

from table import BOARD, FAY, Table, refused


def test_it_ends_so_many_seconds_from_now(table: Table) -> None:
    table.does(FAY, "start_timer", board=BOARD, seconds=90)
    assert table.board.timer is not None
    assert (table.board.timer.ends_at, table.board.timer.seconds) == ("2026-11-22T02:01:30.000Z", 90)


def test_its_end_stops_no_intake(table: Table) -> None:
    table.starts("write")
    table.does(FAY, "start_timer", board=BOARD, seconds=5)
    table.waits(minutes=5)
    assert not table.card(table.writes()).late


def test_only_on_a_board_that_is_there(table: Table) -> None:
    with refused("no_such_board"):
        table.does(FAY, "start_timer", board="board-9", seconds=90)
