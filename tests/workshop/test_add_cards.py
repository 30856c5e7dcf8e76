"""The facilitator adds the cards of a list or a file at once."""

from __future__ import annotations

from table import BOARD, FAY, Table, refused, sorting

from server.workshop.add_cards import NewCard, card_id


def several(*cards: tuple[str, str | None]) -> tuple[NewCard, ...]:
    return tuple(NewCard(text, column) for text, column in cards)


def test_they_stand_at_the_end_of_their_columns_in_their_order_and_nobody_wrote_them() -> None:
    table, (a, *_) = sorting()
    table.does(FAY, "move_cards", cards=(a,), column="open")
    table.does(FAY, "add_cards", "the-added-cards1", board=BOARD, cards=several(("หนึ่ง", "open"), ("สอง", "open")))
    one, two = (card_id("the-added-cards1", number) for number in (0, 1))
    assert table.order("open") == [a, one, two]
    assert [(table.card(id_).text, table.card(id_).author, table.card(id_).room) for id_ in (one, two)] == [
        ("หนึ่ง", None, True),
        ("สอง", None, True),
    ]
    assert table.workshop.visible(table.card(one))


def test_they_are_undone_and_done_again_as_one_step() -> None:
    table, _ = sorting()
    before = table.workshop.cards
    table.does(FAY, "add_cards", "the-added-cards1", board=BOARD, cards=several(("หนึ่ง", "open"), ("สอง", None)))
    added = table.workshop.cards
    table.does(FAY, "undo")
    assert table.workshop.cards == before
    table.does(FAY, "redo")
    assert table.workshop.cards == added


def test_before_the_show_they_are_hidden_like_the_others(table: Table) -> None:
    table.starts("write")
    table.does(FAY, "add_cards", "the-added-cards1", board=BOARD, cards=several(("หนึ่ง", None)))
    assert not table.card(card_id("the-added-cards1", 0)).shown


def test_all_of_them_or_none_when_a_column_is_not_there(table: Table) -> None:
    with refused("no_such_column"):
        table.does(FAY, "add_cards", board=BOARD, cards=several(("หนึ่ง", "open"), ("สอง", "trash")))
    assert not table.workshop.cards


def test_where_cards_are_checked_those_that_somebody_brought_have_been_read(table: Table) -> None:
    table.starts("write")
    table.does(FAY, "start_checking", board=BOARD)
    table.does(FAY, "add_cards", "the-added-cards1", board=BOARD, cards=several(("หนึ่ง", None)))
    table.starts("show")
    assert table.workshop.visible(table.card(card_id("the-added-cards1", 0)))
