"""A typo is put right; the writer's own wording is kept."""

from __future__ import annotations

from table import ANA, FAY, refused, sorting


def test_the_original_is_kept_through_several_corrections() -> None:
    table, (a, *_) = sorting()
    written = table.card(a).text
    table.does(FAY, "fix_card", card=a, text="ถูก")
    table.does(FAY, "fix_card", card=a, text="ถูกกว่า")
    assert (table.card(a).text, table.card(a).original) == ("ถูกกว่า", written)
    table.does(FAY, "fix_card", card=a, text=written)
    assert table.card(a).original is None
    assert table.does(FAY, "fix_card", card=a, text=written).name == "already_so"


def test_a_card_must_be_there_and_a_writer_corrects_none() -> None:
    table, (a, *_) = sorting()
    with refused("no_such_card"):
        table.does(FAY, "fix_card", card="no-card-of-thatid", text="x")
    with refused("forbidden"):
        table.does(ANA, "fix_card", card=a, text="x")
