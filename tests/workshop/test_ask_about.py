"""Anybody may ask what a shown card means, and nobody learns who did."""

from __future__ import annotations

from table import ANA, BEN, FAY, refused, sorting

from server.workshop.views import AUDIENCES, record, snapshot
from server.workshop.views.cards import own_place


def test_the_mark_counts_people_and_names_none() -> None:
    table, (first, *_) = sorting()
    table.does(ANA, "ask_about", card=first)
    table.does(BEN, "ask_about", card=first)
    assert table.does(BEN, "ask_about", card=first).name == "already_so"
    for audience in ("wall", "facilitator", "inbox"):
        seen = record(table.workshop, f"card:{first}", audience)
        assert seen is not None
        assert seen["asked"] == 2
    for audience in AUDIENCES:
        told = repr(snapshot(table.workshop, audience))
        assert ANA not in told
        assert BEN not in told
    assert own_place(table.workshop, ANA) == {"table": None, "asked": [first]}


def test_a_hidden_card_is_not_even_there() -> None:
    table, (first, *_) = sorting()
    table.does(FAY, "park_cards", cards=(first,))
    with refused("no_such_card", field="card"):
        table.does(ANA, "ask_about", card=first)


def test_nobody_asks_any_more_when_the_board_is_finished() -> None:
    table, (first, *_) = sorting()
    table.starts("finished")
    with refused("finished"):
        table.does(ANA, "ask_about", card=first)


def test_locking_forgets_who_asked() -> None:
    table, (first, *_) = sorting()
    table.does(ANA, "ask_about", card=first)
    table.starts("finished")
    table.does(FAY, "lock_workshop")
    assert table.workshop.asked == {}
