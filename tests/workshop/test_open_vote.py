"""The room may vote on what lies in the columns."""

from __future__ import annotations

from table import BOARD, FAY, Table, in_columns, refused, sorting, voting


def test_a_vote_opens_once_and_most_on_one_never_exceeds_what_a_person_has() -> None:
    table, _, vote = voting(each=2, most_on_one=5)
    assert table.workshop.votes[vote].most_on_one == 2
    with refused("vote_running"):
        table.does(FAY, "open_vote", board=BOARD)


def test_there_must_be_something_in_a_column() -> None:
    table, _ = sorting()
    with refused("nothing_to_vote_on"):
        table.does(FAY, "open_vote", board=BOARD)


def test_a_budget_is_for_a_column_that_is_there() -> None:
    table, _ = in_columns()
    with refused("no_such_column"):
        table.does(FAY, "open_vote", board=BOARD, budgets={"dance": 2})


def test_nobody_votes_on_cards_that_are_not_shown(table: Table) -> None:
    table.starts("write")
    table.writes()
    with refused("not_accepting"):
        table.does(FAY, "open_vote", board=BOARD)
