"""A step that can no longer be undone is left out."""

from __future__ import annotations

from table import ANA, CO, FAY, Table, refused, sorting


def test_the_step_below_it_can_be_undone_again() -> None:
    table, (a, b, _) = sorting()
    table.does(FAY, "star_cards", cards=(a,))
    table.does(FAY, "move_cards", cards=(b,), column="open")
    table.does(CO, "move_cards", cards=(b,), column="close")
    with refused("changed_since"):
        table.does(FAY, "undo")
    table.does(FAY, "skip_step", step=table.workshop.steps[FAY].done[-1].seq)
    table.does(FAY, "undo")
    assert not table.card(a).starred


def test_nobody_skips_another_persons_step(table: Table) -> None:
    table.does(FAY, "rename_workshop", title="ใหม่")
    step = table.workshop.steps[FAY].done[-1].seq
    assert table.does(CO, "skip_step", step=step).name == "already_so"
    with refused("forbidden"):
        table.does(ANA, "skip_step", step=step)
