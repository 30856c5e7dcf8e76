"""Cards join a group at a place of their own, or change places inside it."""

from __future__ import annotations

from table import CO, FAY, refused, sorting


def test_cards_join_before_another_or_at_the_end() -> None:
    table, (a, b, c, d) = sorting(4)
    group = table.groups(FAY, a, b)
    table.does(CO, "join_group", cards=(c,), group=group, before=b)
    table.does(CO, "join_group", cards=(d,), group=group, before="gone-elsewhere-1")
    assert table.inside(group) == [a, c, b, d]
    assert table.order(None) == [group]


def test_cards_change_places_inside() -> None:
    table, (a, b, c) = sorting()
    group = table.groups(FAY, a, b, c)
    table.does(FAY, "join_group", cards=(c,), group=group, before=a)
    assert table.inside(group) == [c, a, b]
    assert table.does(FAY, "join_group", cards=(a,), group=group, before=b).name == "already_so"
    assert table.does(FAY, "join_group", cards=(b,), group=group).name == "already_so"


def test_a_merged_group_stands_for_the_one_that_took_it_in() -> None:
    table, (a, b, c) = sorting()
    one, other = table.groups(FAY, a), table.groups(FAY, b)
    table.does(FAY, "merge_groups", groups=(one,), into=other)
    table.does(CO, "join_group", cards=(c,), group=one)
    assert table.inside(other) == [b, a, c]


def test_a_dissolved_group_is_no_longer_there() -> None:
    table, (a, b, c) = sorting()
    group = table.groups(FAY, a, b)
    table.does(FAY, "dissolve_group", group=group)
    with refused("no_such_group", field="group"):
        table.does(CO, "join_group", cards=(c,), group=group)


def test_a_join_undone_by_one_leaves_the_group_of_the_other() -> None:
    table, (a, b, c) = sorting()
    group = table.groups(FAY, a, b)
    table.does(CO, "join_group", cards=(c,), group=group)
    table.does(FAY, "undo")
    assert table.order(None)[0] != group
    assert set(table.order(None)) == {a, b, c}
    table.does(FAY, "redo")
    assert table.inside(group) == [a, b, c]
    table.does(CO, "undo")
    assert table.inside(group) == [a, b]
