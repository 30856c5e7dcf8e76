"""Whoever leaves the queue leaves their card to the others."""

from __future__ import annotations

from table import BOARD, CO, FAY, refused, sorting


def test_the_card_goes_to_the_others() -> None:
    table, (_, second, _) = sorting()
    table.does(CO, "hold_next", board=BOARD)
    table.does(CO, "let_go")
    assert table.workshop.holds == {}
    table.does(FAY, "hold_next", board=BOARD)
    assert table.workshop.holds[FAY].card == second
    assert table.does(CO, "let_go").name == "already_so"


def test_a_participant_has_no_hands_in_the_queue() -> None:
    table, _ = sorting()
    with refused("forbidden"):
        table.does("ana-000000000000", "let_go")
