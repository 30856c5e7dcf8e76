"""Cards that leave their group lie right behind it."""

from __future__ import annotations

from table import CO, FAY, sorting


def test_cards_come_out_right_behind_their_group() -> None:
    table, (a, b, c, d) = sorting(4)
    group = table.groups(FAY, a, b, c)
    table.does(FAY, "move_group", group=group, column="open")
    table.does(FAY, "move_cards", cards=(d,), column="open")
    table.does(CO, "ungroup_cards", cards=(c, b))
    assert table.order("open") == [group, c, b, d]
    assert table.card(b).column == "open"


def test_the_last_card_takes_the_group_with_it_until_that_is_undone() -> None:
    table, (a, b, _) = sorting()
    group = table.groups(FAY, a, b, label="ชื่อ")
    table.does(FAY, "ungroup_cards", cards=(a, b))
    assert group not in table.workshop.groups
    table.does(FAY, "undo")
    assert table.inside(group) == [a, b]
    assert table.workshop.groups[group].name == "ชื่อ"


def test_loose_cards_are_out_already() -> None:
    table, (a, b, c) = sorting()
    table.groups(FAY, a, b)
    assert table.does(FAY, "ungroup_cards", cards=(c,)).name == "already_so"
    assert table.does(FAY, "ungroup_cards", cards=(c, a)).name == "cards_ungrouped"
