"""A skipped card waits at the end, and the next one is read."""

from __future__ import annotations

from table import BOARD, FAY, refused, sorting


def test_it_goes_to_the_end_and_reading_goes_on() -> None:
    table, (first, second, third) = sorting()
    table.does(FAY, "skip_card", card=first)
    assert table.order(None) == [second, third, first]
    assert table.board.reading == second


def test_skipping_the_last_card_goes_back_to_the_first_that_waits() -> None:
    table, (first, _, third) = sorting()
    table.does(FAY, "read_card", board=BOARD, card=third)
    table.does(FAY, "skip_card", card=third)
    assert table.board.reading == first


def test_skipping_the_only_card_is_already_so() -> None:
    table, (only,) = sorting(1)
    assert table.does(FAY, "skip_card", card=only).name == "already_so"


def test_a_placed_card_is_not_skipped() -> None:
    table, (first, *_) = sorting()
    table.does(FAY, "place_card", card=first, column="open")
    with refused("changed_since"):
        table.does(FAY, "skip_card", card=first)
