"""A vote ends."""

from __future__ import annotations

from table import FAY, refused, voting


def test_it_closes_once_and_tells_nothing() -> None:
    table, _, vote = voting()
    table.does(FAY, "close_vote", vote=vote)
    assert table.workshop.votes[vote].status == "closed"
    assert table.does(FAY, "close_vote", vote=vote).name == "already_so"


def test_a_vote_that_was_shown_stays_shown() -> None:
    table, _, vote = voting()
    table.does(FAY, "show_votes", vote=vote)
    assert table.does(FAY, "close_vote", vote=vote).name == "already_so"
    assert table.workshop.votes[vote].status == "shown"


def test_no_vote_no_end() -> None:
    table, *_ = voting()
    with refused("no_such_vote"):
        table.does(FAY, "close_vote", vote="no-vote-of-thatid")
