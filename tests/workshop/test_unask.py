"""Whoever has understood takes their own question back, and nobody else's."""

from __future__ import annotations

from table import ANA, BEN, sorting


def test_one_takes_back_ones_own() -> None:
    table, (first, *_) = sorting()
    table.does(ANA, "ask_about", card=first)
    assert table.does(BEN, "unask", card=first).name == "already_so"
    table.does(BEN, "ask_about", card=first)
    table.does(ANA, "unask", card=first)
    assert table.workshop.asked[first] == {BEN}
