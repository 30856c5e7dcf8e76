"""A star marks what was concluded."""

from __future__ import annotations

from table import CO, FAY, Table, refused, sorting


def test_only_the_cards_that_need_it_change() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "star_cards", cards=(a,))
    event = table.does(CO, "star_cards", cards=(a, b))
    assert event.cards == (b,)  # type: ignore[attr-defined]
    assert [table.card(card).starred for card in (a, b, c)] == [True, True, False]
    assert table.does(FAY, "star_cards", cards=(a,)).name == "already_so"


def test_no_card_left_is_refused(table: Table) -> None:
    with refused("no_such_card"):
        table.does(FAY, "star_cards", cards=("no-card-of-thatid",))


def test_groups_get_stars_beside_cards_in_one_step() -> None:
    table, (a, b, c) = sorting()
    group = table.groups(FAY, a, b)
    table.does(FAY, "star_cards", cards=(group, c))
    assert table.workshop.groups[group].starred
    assert table.card(c).starred
    assert not table.card(a).starred
    table.does(FAY, "undo")
    assert not table.workshop.groups[group].starred
    with refused("no_such_card"):
        table.does(FAY, "star_cards", cards=("gone-elsewhere-1",))
