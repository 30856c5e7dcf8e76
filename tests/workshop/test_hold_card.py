"""A card is in one pair of hands at a time."""

from __future__ import annotations

from table import CO, FAY, refused, sorting


def test_a_card_is_taken_and_nobody_else_gets_it() -> None:
    table, (first, second, _) = sorting()
    table.does(CO, "hold_card", card=second)
    assert table.workshop.holds[CO].card == second
    with refused("held", field="card"):
        table.does(FAY, "hold_card", card=second)
    with refused("held", field="card"):
        table.does(FAY, "read_card", board="board-1", card=second)
    table.does(CO, "hold_card", card=first)
    assert table.does(FAY, "hold_card", card=second).name == "card_held"


def test_hands_that_say_nothing_for_two_minutes_hold_nothing() -> None:
    table, (_, second, _) = sorting()
    table.does(CO, "hold_card", card=second)
    table.waits(seconds=121)
    assert table.does(FAY, "hold_card", card=second).name == "card_held"


def test_whoever_says_it_again_keeps_it() -> None:
    table, (_, second, _) = sorting()
    table.does(CO, "hold_card", card=second)
    assert table.does(CO, "hold_card", card=second).name == "already_so"
    table.waits(seconds=60)
    assert table.does(CO, "hold_card", card=second).name == "card_held"
    table.waits(seconds=80)
    with refused("held"):
        table.does(FAY, "hold_card", card=second)


def test_only_a_card_that_waits_and_is_shown() -> None:
    table, (first, second, _) = sorting()
    table.does(FAY, "place_card", card=first, column="open")
    with refused("changed_since", field="card"):
        table.does(CO, "hold_card", card=first)
    table.does(FAY, "park_cards", cards=(second,))
    with refused("not_shown", field="card"):
        table.does(CO, "hold_card", card=second)
    with refused("no_such_card", field="card"):
        table.does(CO, "hold_card", card="no-card-of-thatid"[:16])


def test_a_revoked_link_holds_nothing() -> None:
    table, (_, second, _) = sorting()
    table.does(CO, "hold_card", card=second)
    table.does(FAY, "revoke_link", key=CO)
    assert table.workshop.holds == {}
    assert table.does(FAY, "hold_card", card=second).name == "card_held"
