"""Limits change live, each for itself."""

from __future__ import annotations

from dataclasses import replace

from table import BOARD, FAY, Table, refused


def test_only_what_is_named_changes(table: Table) -> None:
    before = table.board
    table.does(FAY, "change_limits", board=BOARD, cards_each=7)
    assert table.board == replace(before, cards_each=7)
    assert table.does(FAY, "change_limits", board=BOARD, cards_each=7).name == "already_so"
    table.does(FAY, "change_limits", board=BOARD, neighbour_cards=0, proposals="off", write_seconds=0)
    assert table.board == replace(before, cards_each=7, neighbour_cards=0, proposals="off", write_seconds=0)
    table.does(FAY, "undo")
    assert table.board == replace(before, cards_each=7)


def test_a_smaller_quota_takes_nothing_away(table: Table) -> None:
    table.starts("write")
    card = table.writes()
    table.does(FAY, "change_limits", board=BOARD, cards_each=0)
    assert card in table.workshop.cards
    with refused("no_cards_left", limit=0):
        table.writes()
