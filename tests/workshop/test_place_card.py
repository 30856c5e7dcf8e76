"""The card being read goes to the end of a column, and the next one is read."""

from __future__ import annotations

from table import CO, FAY, refused, sorting


def test_reading_goes_on_to_the_next_and_stops_after_the_last() -> None:
    table, (first, second, third) = sorting()
    table.does(FAY, "place_card", card=first, column="open")
    assert (table.card(first).column, table.board.reading) == ("open", second)
    table.does(FAY, "place_card", card=second, column="open")
    table.does(FAY, "place_card", card=third, column="open")
    assert table.order("open") == [first, second, third]
    assert table.board.reading is None


def test_two_who_place_the_same_card_do_not_move_it_twice() -> None:
    table, (first, *_) = sorting()
    table.does(FAY, "place_card", card=first, column="open")
    assert table.does(CO, "place_card", card=first, column="open").name == "already_so"
    with refused("changed_since", field="card"):
        table.does(CO, "place_card", card=first, column="close")


def test_only_a_shown_card_and_only_into_a_column() -> None:
    table, (first, *_) = sorting()
    with refused("no_such_column", field="column"):
        table.does(FAY, "place_card", card=first, column="trash")
    table.does(FAY, "park_cards", cards=(first,))
    with refused("not_shown"):
        table.does(FAY, "place_card", card=first, column="open")
