"""A group moves as one; its cards are where it is."""

from __future__ import annotations

from table import ANA, BOARD, CO, FAY, refused, sorting

from server.workshop.places import column_of
from server.workshop.views import own_card


def test_a_group_goes_before_a_card_or_a_group_and_its_cards_with_it() -> None:
    table, (a, b, c, d) = sorting(4)
    table.does(FAY, "move_cards", cards=(c, d), column="open")
    group = table.groups(FAY, a, b)
    table.does(CO, "move_group", group=group, column="open", before=d)
    assert table.order("open") == [c, group, d]
    assert column_of(table.workshop, table.card(a)) == "open"
    other = table.groups(FAY, c)
    table.does(CO, "move_group", group=group, column="open", before=other)
    assert table.order("open") == [group, other, d]
    assert table.does(CO, "move_group", group=group, column="open", before=other).name == "already_so"


def test_before_a_card_inside_a_group_means_before_that_group() -> None:
    table, (a, b, c, d) = sorting(4)
    one, other = table.groups(FAY, a, b), table.groups(FAY, c)
    table.does(FAY, "move_group", group=one, column="open")
    table.does(FAY, "move_group", group=other, column="open", before=b)
    table.does(FAY, "move_cards", cards=(d,), column="open", before=a)
    assert table.order("open") == [other, d, one]


def test_a_group_goes_to_columns_of_its_board_only() -> None:
    table, (a, b, _) = sorting()
    group = table.groups(FAY, a, b)
    with refused("no_such_column"):
        table.does(FAY, "move_group", group=group, column="trash")
    with refused("no_such_group"):
        table.does(FAY, "move_group", group=a, column="open")


def test_the_writer_is_told_where_the_card_went() -> None:
    table, (a, b, _) = sorting()
    group = table.groups(FAY, a, b, label="รวม")
    table.does(FAY, "move_group", group=group, column="improve")
    told = own_card(table.workshop, table.card(a))
    assert (told["column"], told["group"]) == ("improve", "รวม")
    assert table.board.id == BOARD
    table.starts("write")
    assert "group" not in own_card(table.workshop, table.card(a))
    assert table.card(a).author == ANA
