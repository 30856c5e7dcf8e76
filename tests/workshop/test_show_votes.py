"""The room sees how it voted, and nobody sees any of it before."""

from __future__ import annotations

import pytest
from table import ANA, FAY, refused, voting

from server.workshop.views import AUDIENCES, record


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_audience_is_told_a_tally_before(audience: str) -> None:
    table, (a, *_), vote = voting()
    table.does(ANA, "cast_ballot", vote=vote, marks={a: 2})
    for verb in (None, "close_vote"):
        if verb:
            table.does(FAY, verb, vote=vote)
        told = record(table.workshop, f"vote:{vote}", audience)
        assert told is None or "tallies" not in told
    table.does(FAY, "show_votes", vote=vote)
    told = record(table.workshop, f"vote:{vote}", audience)
    # A result link sees nothing of a board before it is finished.
    assert told is None if audience == "result" else told is not None and told["tallies"] == {a: 2}


def test_an_open_vote_ends_with_it() -> None:
    table, _, vote = voting()
    table.does(FAY, "show_votes", vote=vote)
    assert table.workshop.votes[vote].status == "shown"
    with refused("vote_closed"):
        table.does(ANA, "cast_ballot", vote=vote, marks={})
    assert table.does(FAY, "show_votes", vote=vote).name == "already_so"


def test_no_vote_nothing_to_show() -> None:
    table, *_ = voting()
    with refused("no_such_vote"):
        table.does(FAY, "show_votes", vote="no-vote-of-thatid")
