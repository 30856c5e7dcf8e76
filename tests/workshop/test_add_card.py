"""The facilitator writes for somebody without a phone."""

from __future__ import annotations

from table import BOARD, FAY, Table, refused, sorting


def test_its_id_is_the_commands_and_nobody_wrote_it() -> None:
    table, (a, *_) = sorting()
    table.does(FAY, "move_cards", cards=(a,), column="open")
    table.does(FAY, "add_card", "the-added-card-1", board=BOARD, text="ของลุง", column="open")
    card = table.card("the-added-card-1")
    assert (card.author, card.room, table.order("open")) == (None, True, [a, card.id])
    assert table.workshop.visible(card)


def test_before_the_show_it_is_hidden_like_the_others(table: Table) -> None:
    table.starts("write")
    table.does(FAY, "add_card", "the-added-card-1", board=BOARD, text="ของลุง")
    assert not table.card("the-added-card-1").shown


def test_only_into_a_column_that_is_there(table: Table) -> None:
    with refused("no_such_column"):
        table.does(FAY, "add_card", board=BOARD, text="x", column="trash")
