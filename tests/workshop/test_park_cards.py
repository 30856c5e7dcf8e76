"""A parked card leaves every large view, and keeps its place."""

from __future__ import annotations

from table import BOARD, FAY, Table, refused, sorting


def test_it_is_hidden_and_reading_goes_on() -> None:
    table, (a, b, _) = sorting()
    table.does(FAY, "focus", board=BOARD, card=a, column=None)
    table.does(FAY, "park_cards", cards=(a,))
    assert not table.workshop.visible(table.card(a))
    assert (table.board.reading, table.board.focus_card) == (b, None)
    assert table.does(FAY, "park_cards", cards=(a,)).name == "already_so"


def test_a_card_that_is_not_there_is_not_parked(table: Table) -> None:
    with refused("no_such_card"):
        table.does(FAY, "park_cards", cards=("no-card-of-thatid",))
