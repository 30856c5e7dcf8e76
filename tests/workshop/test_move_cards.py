"""Cards move together, keep their order, and lie where they were dropped."""

from __future__ import annotations

from table import CO, FAY, refused, sorting


def test_several_go_before_another_in_their_order() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "move_cards", cards=(c,), column="open")
    table.does(FAY, "move_cards", cards=(b, a), column="open", before=c)
    assert table.order("open") == [b, a, c]


def test_without_a_neighbour_they_go_to_the_end() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "move_cards", cards=(a, b), column="open")
    table.does(FAY, "move_cards", cards=(c, a), column="open", before="gone-elsewhere-1")
    assert table.order("open") == [b, c, a]
    table.does(FAY, "move_cards", cards=(b,), column=None)
    assert table.order(None) == [b]


def test_a_drop_where_they_lie_already_is_already_so() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "move_cards", cards=(a, b, c), column="open")
    assert table.does(FAY, "move_cards", cards=(a, b), column="open", before=c).name == "already_so"
    assert table.does(FAY, "move_cards", cards=(c,), column="open").name == "already_so"


def test_cards_that_are_gone_stop_nobody_but_none_left_is_refused() -> None:
    table, (a, *_) = sorting()
    table.does(FAY, "move_cards", cards=("gone-elsewhere-1", a, a), column="open")
    assert table.order("open") == [a]
    with refused("no_such_card", field="cards"):
        table.does(FAY, "move_cards", cards=("gone-elsewhere-1",), column="open")
    with refused("no_such_column"):
        table.does(FAY, "move_cards", cards=(a,), column="trash")


def test_reading_goes_on_when_the_card_being_read_is_moved_away() -> None:
    table, (a, b, _) = sorting()
    table.does(CO, "move_cards", cards=(a,), column="open")
    assert table.board.reading == b
