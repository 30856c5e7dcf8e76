"""Late cards are taken in by one tap."""

from __future__ import annotations

from table import FAY, Table, refused


def test_an_accepted_card_is_shown_and_waits(table: Table) -> None:
    table.starts("write", "sort")
    card = table.writes()
    table.does(FAY, "accept_late_cards", cards=(card,))
    assert table.workshop.visible(table.card(card))
    assert table.does(FAY, "accept_late_cards", cards=(card,)).name == "already_so"


def test_an_undo_hides_it_again(table: Table) -> None:
    table.starts("write", "sort")
    card = table.writes()
    table.does(FAY, "accept_late_cards", cards=(card,))
    table.does(FAY, "undo")
    assert not table.workshop.visible(table.card(card))
    table.starts("show")
    assert not table.workshop.visible(table.card(card))


def test_a_parked_one_stays_parked_and_none_is_refused(table: Table) -> None:
    table.starts("write", "sort")
    card = table.writes()
    table.does(FAY, "park_cards", cards=(card,))
    table.does(FAY, "accept_late_cards", cards=(card,))
    assert not table.workshop.visible(table.card(card))
    with refused("no_such_card"):
        table.does(FAY, "accept_late_cards", cards=("no-card-of-thatid",))
