"""The room may vote on what lies in the columns."""

from __future__ import annotations

from boards import column
from table import BOARD, FAY, Table, in_columns, placing, refused, sorting, voting

from server.workshop.add_cards import NewCard
from server.workshop.counting import votable
from server.workshop.vote import MOST_PLACED


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


def test_everything_that_is_shown_can_be_placed_wherever_it_lies_before_anything_is_sorted() -> None:
    table, (a, b, c), vote = placing()
    table.does(FAY, "group_cards", cards=(a, b))
    table.does(FAY, "move_cards", cards=(c,), column="close", before=None)
    places = votable(table.workshop, table.workshop.votes[vote])
    group = next(iter(table.workshop.groups))
    assert set(places) == {f"{item}:{column}" for item in (group, c) for column in ("close", "improve", "open")}
    with refused("vote_running"):
        table.does(FAY, "open_vote", board=BOARD)


def test_nobody_places_what_is_not_there_in_one_column_or_more_than_a_ballot_holds() -> None:
    table, _ = sorting(0)
    with refused("nothing_to_vote_on"):
        table.does(FAY, "open_vote", board=BOARD, on="placing")
    table.does(FAY, "add_card", board=BOARD, text="ตลาดนัด", column="close")
    table.does(FAY, "change_columns", board=BOARD, columns=(column("close"),))
    with refused("nothing_to_vote_on"):
        table.does(FAY, "open_vote", board=BOARD, on="placing")
    table.does(FAY, "undo")
    cards = tuple(NewCard(f"เรื่อง {number}", None) for number in range(MOST_PLACED))
    table.does(FAY, "add_cards", board=BOARD, cards=cards)
    with refused("too_many_to_place", limit=MOST_PLACED):
        table.does(FAY, "open_vote", board=BOARD, on="placing")
