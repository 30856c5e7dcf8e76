"""A workshop's title changes in any phase."""

from __future__ import annotations

from table import FAY, Table, refused


def test_it_changes_and_can_be_undone(table: Table) -> None:
    table.does(FAY, "rename_workshop", title="ใหม่")
    assert table.workshop.title == "ใหม่"
    assert table.does(FAY, "rename_workshop", title="ใหม่").name == "already_so"
    table.does(FAY, "undo")
    assert table.workshop.title == "เวที"


def test_a_locked_workshop_keeps_its_title(table: Table) -> None:
    table.starts("finished")
    table.does(FAY, "lock_workshop")
    with refused("locked"):
        table.does(FAY, "rename_workshop", title="ใหม่")
