"""A group gets a name, another one, or none."""

from __future__ import annotations

from table import CO, FAY, refused, sorting


def test_a_group_is_named_and_named_back() -> None:
    table, (a, b, _) = sorting()
    group = table.groups(FAY, a, b)
    table.does(CO, "name_group", group=group, label="ประชุมเท่าที่จำเป็น")
    assert table.workshop.groups[group].name == "ประชุมเท่าที่จำเป็น"
    assert table.does(FAY, "name_group", group=group, label="ประชุมเท่าที่จำเป็น").name == "already_so"
    table.does(CO, "undo")
    assert table.workshop.groups[group].name == ""


def test_two_who_name_at_once_are_told() -> None:
    table, (a, b, _) = sorting()
    group = table.groups(FAY, a, b)
    table.does(CO, "name_group", group=group, label="หนึ่ง")
    table.does(FAY, "name_group", group=group, label="สอง")
    with refused("changed_since"):
        table.does(CO, "undo")
    with refused("no_such_group"):
        table.does(CO, "name_group", group="gone-elsewhere-1", label="สาม")
