"""A ballot is whole, secret, limited, and may change until the end."""

from __future__ import annotations

from boards import column as fitted
from table import ANA, BEN, BOARD, FAY, placing, refused, voting

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


def test_a_person_says_of_each_item_one_column_or_none() -> None:
    table, (a, b, _), vote = placing()
    table.does(ANA, "cast_ballot", vote=vote, marks={f"{a}:close": 1, f"{b}:open": 1})
    table.does(BEN, "cast_ballot", vote=vote, marks={f"{a}:open": 1})
    table.does(ANA, "cast_ballot", vote=vote, marks={f"{a}:improve": 1})
    assert tallies(table.workshop, table.workshop.votes[vote]) == {f"{a}:improve": 1, f"{a}:open": 1}
    for twice in ({f"{a}:close": 1, f"{a}:open": 1}, {f"{a}:close": 2}):
        with refused("too_many_on_one", limit=1):
            table.does(ANA, "cast_ballot", vote=vote, marks=twice)
    for column in ("dance", ""):
        with refused("no_such_column"):
            table.does(ANA, "cast_ballot", vote=vote, marks={f"{a}:{column}": 1})
    with refused("no_such_card"):
        table.does(ANA, "cast_ballot", vote=vote, marks={"no-card-of-thatid:close": 1})
    table.does(FAY, "close_vote", vote=vote)
    with refused("vote_closed"):
        table.does(ANA, "cast_ballot", vote=vote, marks={})


def test_what_the_room_said_stays_with_an_item_that_is_placed_and_with_a_group_that_takes_it_in() -> None:
    table, (a, b, c), vote = placing()
    table.does(ANA, "cast_ballot", vote=vote, marks={f"{a}:close": 1, f"{b}:open": 1, f"{c}:open": 1})
    table.does(BEN, "cast_ballot", vote=vote, marks={f"{c}:improve": 1})
    table.does(FAY, "show_votes", vote=vote)
    told = tallies(table.workshop, table.workshop.votes[vote])
    table.does(FAY, "move_cards", cards=(a, b, c), column="close", before=None)
    assert tallies(table.workshop, table.workshop.votes[vote]) == told
    # Most of what Ana gave these is heard; of Ben what little he gave.
    group = table.groups(FAY, a, b, c)
    assert tallies(table.workshop, table.workshop.votes[vote]) == {f"{group}:open": 1, f"{group}:improve": 1}
    table.does(FAY, "undo")
    assert tallies(table.workshop, table.workshop.votes[vote]) == told


def test_who_placed_both_of_two_groups_is_heard_on_the_one_that_stays() -> None:
    table, (a, b, _), vote = placing()
    kept, gone = table.groups(FAY, a), table.groups(FAY, b)
    table.does(ANA, "cast_ballot", vote=vote, marks={f"{kept}:open": 1, f"{gone}:close": 1})
    table.does(BEN, "cast_ballot", vote=vote, marks={f"{gone}:close": 1})
    table.does(FAY, "merge_groups", groups=(gone,), into=kept)
    assert tallies(table.workshop, table.workshop.votes[vote]) == {f"{kept}:open": 1, f"{kept}:close": 1}


def test_a_column_that_goes_takes_what_was_placed_there_and_brings_it_back() -> None:
    table, (a, b, _), vote = placing()
    table.does(ANA, "cast_ballot", vote=vote, marks={f"{a}:open": 1, f"{b}:close": 1})
    table.does(FAY, "change_columns", board=BOARD, columns=(fitted("close"), fitted("later")))
    assert tallies(table.workshop, table.workshop.votes[vote]) == {f"{b}:close": 1}
    table.does(FAY, "undo")
    assert tallies(table.workshop, table.workshop.votes[vote]) == {f"{a}:open": 1, f"{b}:close": 1}
