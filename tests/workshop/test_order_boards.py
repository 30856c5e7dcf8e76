"""The agenda in another order."""

from __future__ import annotations

from boards import adds, with_boards
from table import CO, FAY, refused


def test_boards_change_places_and_back() -> None:
    table, (first, second, third) = with_boards()
    table.does(FAY, "order_boards", boards=(third, first, second))
    assert table.workshop.order == (third, first, second)
    table.does(FAY, "undo")
    assert table.workshop.order == (first, second, third)


def test_the_same_order_is_no_step() -> None:
    table, boards = with_boards()
    assert table.does(CO, "order_boards", boards=boards).name == "already_so"


def test_a_board_added_or_removed_meanwhile_is_neither_lost_nor_a_fault() -> None:
    table, (first, second, third) = with_boards()
    fourth = adds(table)
    table.does(FAY, "remove_board", board=second)
    table.does(CO, "order_boards", boards=(third, second, third, first))
    assert table.workshop.order == (third, first, fourth)


def test_an_order_somebody_has_changed_since_is_not_undone() -> None:
    table, (first, second, third) = with_boards()
    table.does(FAY, "order_boards", boards=(third, first, second))
    table.does(CO, "order_boards", boards=(first, third, second))
    with refused("changed_since"):
        table.does(FAY, "undo")
