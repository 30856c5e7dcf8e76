"""Any phase follows any other, and nothing is destroyed."""

from __future__ import annotations

import pytest
from table import ANA, BEN, BOARD, CO, FAY, Table, refused

from server.workshop.board import PHASES, SHOWN_PHASES


@pytest.mark.parametrize("there", PHASES)
@pytest.mark.parametrize("back", PHASES)
def test_any_phase_follows_any_other_and_keeps_every_card(there: str, back: str) -> None:
    table = Table()
    table.starts("write")
    card = table.writes(ANA, "อยู่ครบ")
    table.starts(there, back)
    assert table.board.phase == back
    assert table.card(card).text == "อยู่ครบ"
    assert table.workshop.visible(table.card(card)) is (back in SHOWN_PHASES)


def test_a_phase_that_has_begun_is_already_so(table: Table) -> None:
    table.starts("write")
    assert table.does(FAY, "start_phase", board=BOARD, phase="write").name == "already_so"


def test_writing_starts_the_timer_and_leaving_it_stops_it() -> None:
    table = Table(write_seconds=480)
    table.starts("write")
    assert table.board.timer is not None
    assert table.board.timer.ends_at == "2026-11-22T02:08:00.000Z"
    table.starts("stopped")
    assert table.board.timer is None


def test_no_time_means_no_timer() -> None:
    table = Table(write_seconds=0)
    table.starts("write")
    assert table.board.timer is None


def test_parked_and_late_cards_are_not_shown(table: Table) -> None:
    table.starts("write")
    parked, shown = table.writes(), table.writes(BEN)
    table.does(FAY, "park_cards", cards=(parked,))
    table.starts("show")
    late = table.writes(BEN)
    table.starts("sort")
    assert [table.workshop.visible(table.card(card)) for card in (parked, shown, late)] == [False, True, False]
    assert table.board.reading == shown


def test_a_finish_can_be_taken_back(table: Table) -> None:
    table.starts("write", "finished")
    assert table.board.finished_at == "2026-11-22T02:00:00.000Z"
    table.starts("sort")
    assert table.board.finished_at is None


def test_there_must_be_such_a_board_and_such_a_right(table: Table) -> None:
    with refused("no_such_board"):
        table.does(FAY, "start_phase", board="board-9", phase="write")
    with refused("forbidden"):
        table.does(ANA, "start_phase", board=BOARD, phase="write")
    assert table.does(CO, "start_phase", board=BOARD, phase="write").name == "phase_started"
