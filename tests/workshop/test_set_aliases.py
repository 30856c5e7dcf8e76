"""Words that mean the same, for finding cards that are alike."""

from __future__ import annotations

from table import FAY, Table


def test_the_list_is_replaced_as_a_whole_and_may_be_empty() -> None:
    table = Table()
    assert table.workshop.aliases is None
    table.does(FAY, "set_aliases", aliases=(("LINE", "ไลน์"),))
    assert table.workshop.aliases == (("LINE", "ไลน์"),)
    assert table.does(FAY, "set_aliases", aliases=(("LINE", "ไลน์"),)).name == "already_so"
    table.does(FAY, "set_aliases", aliases=())
    assert table.workshop.aliases == ()
