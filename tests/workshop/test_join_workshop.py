"""People come in while the door is open."""

from __future__ import annotations

from dataclasses import replace

from table import ANA, BEN, FAY, Table, refused


def test_somebody_who_comes_in_is_counted_once(table: Table) -> None:
    assert table.workshop.joined == 2
    assert table.does(ANA, "join_workshop").name == "already_so"
    assert table.workshop.joined == 2


def test_nobody_new_comes_in_once_joining_is_stopped(table: Table) -> None:
    table.workshop = replace(table.workshop, participants=frozenset({ANA}))
    table.does(FAY, "stop_joining")
    with refused("joining_stopped"):
        table.does(BEN, "join_workshop")
    assert table.does(ANA, "join_workshop").name == "already_so"
