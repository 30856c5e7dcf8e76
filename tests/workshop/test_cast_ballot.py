"""A ballot is whole, secret, limited, and may change until the end."""

from __future__ import annotations

from table import ANA, BEN, BOARD, FAY, refused, voting

from server.workshop.counting import tallies, voters


def test_the_newest_ballot_of_a_person_counts() -> None:
    table, (a, b, _), vote = voting()
    table.does(ANA, "cast_ballot", vote=vote, marks={a: 2, b: 1})
    table.does(BEN, "cast_ballot", vote=vote, marks={a: 1})
    table.does(ANA, "cast_ballot", vote=vote, marks={b: 1})
    assert tallies(table.workshop, table.workshop.votes[vote]) == {a: 1, b: 1}
    assert voters(table.workshop, table.workshop.votes[vote]) == 2
    assert table.does(ANA, "cast_ballot", vote=vote, marks={b: 1}).name == "already_so"
    table.does(ANA, "cast_ballot", vote=vote, marks={})
    assert voters(table.workshop, table.workshop.votes[vote]) == 1


def test_nobody_has_more_votes_than_the_vote_gives() -> None:
    table, (a, b, c), vote = voting()
    with refused("too_many_votes", limit=3):
        table.does(ANA, "cast_ballot", vote=vote, marks={a: 2, b: 1, c: 1})
    with refused("too_many_on_one", limit=2):
        table.does(ANA, "cast_ballot", vote=vote, marks={a: 3})
    with refused("no_such_card"):
        table.does(ANA, "cast_ballot", vote=vote, marks={"no-card-of-thatid": 1})


def test_a_column_gets_no_more_than_its_budget_from_one_person() -> None:
    table, (a, b, c), vote = voting(budgets={"close": 1, "open": 2})
    with refused("too_many_votes", limit=1):
        table.does(ANA, "cast_ballot", vote=vote, marks={a: 1, b: 1})
    table.does(ANA, "cast_ballot", vote=vote, marks={a: 1})
    table.does(FAY, "move_cards", cards=(c,), column="open", before=None)
    table.does(ANA, "cast_ballot", vote=vote, marks={a: 1, c: 2})
    # Moved into the column whose budget is spent, it counts no more; moved back, it does again.
    table.does(FAY, "move_cards", cards=(c,), column="close", before=None)
    assert sum(tallies(table.workshop, table.workshop.votes[vote]).values()) == 1
    table.does(FAY, "undo")
    assert tallies(table.workshop, table.workshop.votes[vote]) == {a: 1, c: 2}


def test_after_the_vote_is_closed_nothing_changes() -> None:
    table, (a, *_), vote = voting()
    table.does(FAY, "close_vote", vote=vote)
    with refused("vote_closed"):
        table.does(ANA, "cast_ballot", vote=vote, marks={a: 1})


def test_votes_on_a_parked_card_come_back_with_it() -> None:
    table, (a, b, _), vote = voting()
    table.does(ANA, "cast_ballot", vote=vote, marks={a: 1, b: 1})
    table.does(FAY, "park_cards", cards=(a,))
    assert tallies(table.workshop, table.workshop.votes[vote]) == {b: 1}
    table.does(FAY, "bring_back_cards", cards=(a,))
    assert tallies(table.workshop, table.workshop.votes[vote]) == {a: 1, b: 1}


def test_locking_keeps_what_the_votes_came_to_and_forgets_the_ballots() -> None:
    table, (a, b, _), vote = voting()
    table.does(ANA, "cast_ballot", vote=vote, marks={a: 2, b: 1})
    table.does(BEN, "cast_ballot", vote=vote, marks={a: 1})
    table.does(FAY, "start_phase", board=BOARD, phase="finished")
    table.does(FAY, "lock_workshop")
    kept = table.workshop.votes[vote]
    assert kept.ballots == {}
    assert tallies(table.workshop, kept) == {a: 3, b: 1}
    assert voters(table.workshop, kept) == 2
