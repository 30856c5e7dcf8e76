"""A card passes once it has been read, and other words must be read again."""

from __future__ import annotations

from table import ANA, BOARD, FAY, Table


def checking(table: Table) -> str:
    table.starts("write")
    table.does(FAY, "start_checking", board=BOARD)
    return table.writes(ANA, "เดิม")


def test_words_that_changed_must_be_read_again(table: Table) -> None:
    card = checking(table)
    table.does(FAY, "pass_cards", cards=(card,))
    assert table.does(FAY, "pass_cards", cards=(card,)).name == "already_so"
    table.does(ANA, "edit_card", card=card, text="ใหม่")
    table.starts("show")
    assert not table.card(card).shown


def test_a_pass_is_taken_back_and_given_again_by_undo_and_redo(table: Table) -> None:
    card = checking(table)
    table.starts("sort")
    table.does(FAY, "pass_cards", cards=(card,))
    table.does(FAY, "read_card", board=BOARD, card=card)
    table.does(FAY, "undo")
    assert not table.workshop.visible(table.card(card))
    assert table.board.reading is None
    table.does(FAY, "redo")
    assert table.workshop.visible(table.card(card))


def test_a_parked_card_that_passed_is_still_parked(table: Table) -> None:
    card = checking(table)
    table.does(FAY, "park_cards", cards=(card,))
    table.does(FAY, "pass_cards", cards=(card,))
    table.starts("show")
    assert not table.card(card).shown
