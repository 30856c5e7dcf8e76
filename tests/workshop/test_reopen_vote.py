"""A vote goes on."""

from __future__ import annotations

from table import BOARD, FAY, refused, voting


def test_a_closed_vote_goes_on_with_its_ballots() -> None:
    table, _, vote = voting()
    table.does(FAY, "close_vote", vote=vote)
    table.does(FAY, "reopen_vote", vote=vote)
    assert table.workshop.votes[vote].status == "open"
    assert table.does(FAY, "reopen_vote", vote=vote).name == "already_so"


def test_not_while_another_runs_on_the_same_board() -> None:
    table, _, vote = voting()
    table.does(FAY, "close_vote", vote=vote)
    table.does(FAY, "open_vote", board=BOARD)
    with refused("vote_running"):
        table.does(FAY, "reopen_vote", vote=vote)


def test_no_vote_no_more() -> None:
    table, *_ = voting()
    with refused("no_such_vote"):
        table.does(FAY, "reopen_vote", vote="no-vote-of-thatid")
