"""Redo does again what was undone, until something new is done."""

from __future__ import annotations

from table import BOARD, CO, FAY, Table, refused


def test_an_undone_step_is_done_again(table: Table) -> None:
    table.does(FAY, "rename_workshop", title="ใหม่")
    table.does(FAY, "undo")
    table.does(FAY, "redo")
    assert table.workshop.title == "ใหม่"
    with refused("nothing_to_redo"):
        table.does(FAY, "redo")


def test_a_new_step_ends_it_for_its_doer_only(table: Table) -> None:
    table.does(FAY, "rename_workshop", title="ใหม่")
    table.does(FAY, "undo")
    table.does(CO, "change_question", board=BOARD, question="อื่น")
    assert table.decides(FAY, "redo").name == "step_redone"
    table.does(FAY, "change_limits", board=BOARD, cards_each=9)
    with refused("nothing_to_redo"):
        table.does(FAY, "redo")


def test_newer_work_is_not_overwritten(table: Table) -> None:
    table.does(FAY, "rename_workshop", title="ใหม่")
    table.does(FAY, "undo")
    table.does(CO, "rename_workshop", title="ของผู้ช่วย")
    with refused("changed_since"):
        table.does(FAY, "redo")
