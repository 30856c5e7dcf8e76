"""Cards come out of a stack one by one, or all at once by their top."""

from __future__ import annotations

from table import CO, FAY, sorting


def test_one_comes_out_right_behind_its_stack() -> None:
    table, (a, b, c, d) = sorting(4)
    table.does(FAY, "move_cards", cards=(a, b, c, d), column="open")
    table.does(FAY, "stack_cards", cards=(a, b, c))
    table.does(CO, "unstack_cards", cards=(c,))
    assert (table.order("open"), table.beneath(a)) == ([a, c, d], [b])


def test_the_top_lets_all_go() -> None:
    table, (a, b, c) = sorting()
    group = table.groups(FAY, a, c)
    table.does(FAY, "stack_cards", cards=(a, b))
    table.does(CO, "unstack_cards", cards=(a,))
    assert table.inside(group) == [a, b, c]
    table.does(CO, "undo")
    assert table.beneath(a) == [b]


def test_a_card_by_itself_is_out_already() -> None:
    table, (a, _, _) = sorting()
    assert table.does(FAY, "unstack_cards", cards=(a,)).name == "already_so"
