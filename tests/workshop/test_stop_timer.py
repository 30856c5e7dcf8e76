"""A timer is taken away."""

from __future__ import annotations

from table import ANA, BOARD, CO, FAY, Table, refused


def test_it_is_gone_and_then_already_so(table: Table) -> None:
    table.does(FAY, "start_timer", board=BOARD, seconds=60)
    table.does(CO, "stop_timer", board=BOARD)
    assert table.board.timer is None
    assert table.does(CO, "stop_timer", board=BOARD).name == "already_so"


def test_a_participant_stops_none(table: Table) -> None:
    with refused("forbidden"):
        table.does(ANA, "stop_timer", board=BOARD)
