"""A parked card comes back where it was."""

from __future__ import annotations

from table import ANA, FAY, Table, refused, sorting


def test_it_is_seen_again_in_its_column() -> None:
    table, (a, *_) = sorting()
    table.does(FAY, "move_cards", cards=(a,), column="open")
    table.does(FAY, "park_cards", cards=(a,))
    table.does(FAY, "bring_back_cards", cards=(a,))
    assert table.workshop.visible(table.card(a))
    assert table.card(a).column == "open"
    assert table.does(FAY, "bring_back_cards", cards=(a,)).name == "already_so"


def test_while_people_write_it_stays_unshown(table: Table) -> None:
    table.starts("write")
    card = table.writes()
    table.does(FAY, "park_cards", cards=(card,))
    table.does(FAY, "bring_back_cards", cards=(card,))
    assert not table.card(card).shown


def test_a_late_card_stays_hidden(table: Table) -> None:
    table.starts("write", "sort")
    card = table.writes()
    table.does(FAY, "park_cards", cards=(card,))
    table.does(FAY, "bring_back_cards", cards=(card,))
    assert not table.workshop.visible(table.card(card))
    with refused("forbidden"):
        table.does(ANA, "bring_back_cards", cards=(card,))
