"""Whole groups become one; no card, name or star is lost, and it can be taken back."""

from __future__ import annotations

from table import CO, FAY, refused, sorting


def test_cards_of_merged_groups_follow_behind() -> None:
    table, (a, b, c, d) = sorting(4)
    one, other = table.groups(FAY, a, b), table.groups(FAY, c, d)
    table.does(FAY, "merge_groups", groups=(one,), into=other)
    assert table.inside(other) == [c, d, a, b]
    assert table.order(None) == [other]
    table.does(FAY, "undo")
    assert (table.inside(one), table.inside(other)) == ([a, b], [c, d])


def test_a_name_and_a_star_are_kept() -> None:
    table, (a, b, _) = sorting()
    one, other = table.groups(FAY, a, label="มีชื่อ"), table.groups(FAY, b)
    table.does(FAY, "star_cards", cards=(one,))
    table.does(FAY, "merge_groups", groups=(one,), into=other)
    assert (table.workshop.groups[other].name, table.workshop.groups[other].starred) == ("มีชื่อ", True)


def test_merges_follow_each_other() -> None:
    table, (a, b, c) = sorting()
    one, two, three = (table.groups(FAY, card) for card in (a, b, c))
    table.does(FAY, "merge_groups", groups=(one,), into=two)
    table.does(CO, "merge_groups", groups=(one,), into=three)
    assert table.inside(three) == [c, b, a]
    with refused("changed_since"):
        table.does(FAY, "undo")
    assert table.does(CO, "merge_groups", groups=(one, two), into=three).name == "already_so"
    with refused("no_such_group", field="groups"):
        table.does(CO, "merge_groups", groups=("gone-elsewhere-1",), into=three)
    with refused("no_such_group", field="into"):
        table.does(CO, "merge_groups", groups=(one,), into="gone-elsewhere-1")
