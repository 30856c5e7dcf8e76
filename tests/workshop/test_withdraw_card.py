"""A writer takes a card back, and no undo brings it again."""

from __future__ import annotations

from table import ANA, BEN, FAY, Table, refused


def test_a_withdrawn_card_is_gone_and_its_words_are_to_be_erased(table: Table) -> None:
    table.starts("write")
    card = table.writes()
    event = table.does(ANA, "withdraw_card", card=card)
    assert event.erased_card() == card
    assert not table.workshop.cards
    with refused("no_such_card"):
        table.does(ANA, "withdraw_card", card=card)


def test_only_its_writer_withdraws_it_and_only_in_time(table: Table) -> None:
    table.starts("write")
    card = table.writes(ANA)
    with refused("not_yours"):
        table.does(BEN, "withdraw_card", card=card)
    table.starts("show")
    with refused("intake_over"):
        table.does(ANA, "withdraw_card", card=card)


def test_no_undo_or_redo_brings_it_back(table: Table) -> None:
    table.starts("write")
    card = table.writes()
    table.does(FAY, "fix_card", card=card, text="แก้")
    table.does(FAY, "park_cards", cards=(card,))
    table.does(FAY, "undo")
    table.does(ANA, "withdraw_card", card=card)
    for verb in ("undo", "redo", "redo"):
        table.does(FAY, verb)
        assert card not in table.workshop.cards
