"""Raised hands are noted for people without phones, and never mixed with the phones' votes."""

from __future__ import annotations

from table import ANA, FAY, refused, voting

from server.workshop.counting import hands, tallies


def test_the_last_number_stands_and_stays_apart() -> None:
    table, (a, b, _), vote = voting()
    table.does(ANA, "cast_ballot", vote=vote, marks={a: 1})
    table.does(FAY, "count_hands", vote=vote, item=a, hands=7)
    table.does(FAY, "count_hands", vote=vote, item=a, hands=6)
    found = table.workshop.votes[vote]
    assert hands(table.workshop, found) == {a: 6}
    assert tallies(table.workshop, found) == {a: 1}
    assert table.does(FAY, "count_hands", vote=vote, item=b, hands=0).name == "already_so"


def test_only_for_what_can_be_voted_for() -> None:
    table, (a, *_), vote = voting()
    table.does(FAY, "park_cards", cards=(a,))
    with refused("no_such_card", field="item"):
        table.does(FAY, "count_hands", vote=vote, item=a, hands=3)
    with refused("no_such_vote"):
        table.does(FAY, "count_hands", vote="no-vote-of-thatid", item=a, hands=3)
