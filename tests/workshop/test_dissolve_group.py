"""A dissolved group leaves its cards where it was, parked ones too."""

from __future__ import annotations

from table import CO, FAY, refused, sorting


def test_its_cards_lie_where_it_was_in_their_order() -> None:
    table, (a, b, c, d) = sorting(4)
    table.does(FAY, "move_cards", cards=(a, b, c, d), column="open")
    group = table.groups(FAY, c, b)
    table.does(FAY, "park_cards", cards=(b,))
    table.does(CO, "dissolve_group", group=group)
    assert table.order("open") == [a, c, b, d]
    with refused("no_such_group"):
        table.does(CO, "dissolve_group", group=group)
    table.does(CO, "undo")
    assert table.order("open") == [a, group, d]
    assert table.inside(group) == [c, b]


def test_groups_it_had_taken_in_are_dissolved_with_it() -> None:
    table, (a, b, _) = sorting()
    one, other = table.groups(FAY, a), table.groups(FAY, b)
    table.does(FAY, "merge_groups", groups=(one,), into=other)
    table.does(FAY, "dissolve_group", group=one)
    assert set(table.order(None)) >= {a, b}
    assert not {one, other} & set(table.order(None))
