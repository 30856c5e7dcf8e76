"""Locking is final, and cuts every card from its writer."""

from __future__ import annotations

import pytest
from table import ANA, BEN, BOARD, CO, FAY, Table, refused

from server.workshop import SYSTEM


def test_nobody_is_an_author_any_more_but_the_count_stays(table: Table) -> None:
    table.starts("write")
    card = table.writes(ANA)
    table.writes(BEN)
    table.starts("finished")
    event = table.does(FAY, "lock_workshop")
    assert event.erases_authors
    assert table.card(card).author is None
    assert (table.workshop.participants, table.workshop.senders) == (frozenset(), {BOARD: 2})
    assert table.workshop.joined == 2
    assert table.does(FAY, "lock_workshop").name == "already_so"


def test_only_a_finished_one_and_only_by_its_owner(table: Table) -> None:
    with refused("not_finished"):
        table.does(FAY, "lock_workshop")
    table.starts("finished")
    with refused("forbidden"):
        table.does(CO, "lock_workshop")
    assert table.does(SYSTEM, "lock_workshop").name == "workshop_locked"


@pytest.mark.parametrize("verb", ["undo", "redo", "stop_joining", "resume_joining"])
def test_nothing_on_the_board_changes_afterwards(table: Table, verb: str) -> None:
    table.does(FAY, "rename_workshop", title="ใหม่")
    table.starts("finished")
    table.does(FAY, "lock_workshop")
    with refused("locked"):
        table.does(FAY, verb)
    assert table.does(FAY, "focus", board=BOARD, column="open").name == "focused"
