"""The one view that all documents are made from: what lies where, and only what its reader may see."""

from __future__ import annotations

import dataclasses
import datetime
import pickle

import pytest

from server.export.filling import workshop_view
from server.export.options import Options
from server.export.summing_up import all_cards, figures
from server.export.workshop_view import CardView, GroupView, PlacingView, WorkshopView
from server.workshop import Refused, Workshop
from server.workshop.board import FINISHED, SORT, WRITE, Board, Column
from server.workshop.card import Card, Cards
from server.workshop.catalogue import Catalogue
from server.workshop.decision import Decision
from server.workshop.group import Group, Groups
from server.workshop.leaving import TOLD as LEFT
from server.workshop.leaving import Answer, Leaving
from server.workshop.views import FACILITATOR, RESULT
from server.workshop.vote import OPEN, TOLD, Vote

NOW = datetime.datetime(2026, 11, 22, 20, tzinfo=datetime.UTC)


def column(name: str, thai: str) -> Column:
    return Column(name, "square", name, {"th": thai, "en": name.title()}, {"th": "", "en": ""}, {"th": "", "en": ""})


def card(name: str, rank: str, **fields: object) -> Card:
    made = Card(name, "b1", f"ข้อความ {name}", rank, None, shown=True)
    return dataclasses.replace(made, **fields)  # type: ignore[arg-type]


CARDS = (
    card("a", "a0001", column="close"),
    card("b", "a0003", column="open", group="g", original="เขียนว่าบี"),
    card("c", "a0002", group="g", under="b"),
    card("d", "a0004", group="g", starred=True),
    card("e", "a0001", parent="g"),
    card("f", "a0001", parent="a"),
    card("h", "a0009"),
    card("p", "a0001", column="close", parked=True),
    card("late", "a0001", column="close", late=True),
    card("unshown", "a0001", column="close", shown=False),
)


def a_workshop(phase: str = SORT, **fields: object) -> Workshop:
    board = Board("b1", "t", "งานใดควรปิด", (column("close", "ปิด"), column("open", "เปิด")), phase=phase)
    made = Workshop(
        id="w",
        title="ทบทวนงาน",
        fiscal_year=2570,
        order=("b1",),
        active="b1",
        boards=Catalogue({"b1": board}),
        cards=Cards((one.id, one) for one in CARDS),
        groups=Groups({"g": Group("g", "b1", "รายงานซ้ำ", "close", "a0002")}),
        joined=34,
    )
    return dataclasses.replace(made, **fields)  # type: ignore[arg-type]


def taken(workshop: Workshop, audience: str = FACILITATOR, **wish: object) -> WorkshopView:
    return workshop_view(workshop, audience, Options(**wish), NOW)  # type: ignore[arg-type]


def the_group(view: WorkshopView) -> GroupView:
    return view.boards[0].columns[0].groups[0]


def test_groups_and_loose_cards_stand_in_one_order_and_every_card_has_a_number() -> None:
    view = taken(a_workshop())
    close, open_, unplaced = view.boards[0].columns
    loose, group = close.items
    assert isinstance(loose, CardView)
    assert (loose.text, loose.number, loose.children[0].text, loose.children[0].number) == (
        "ข้อความ a",
        1,
        "ข้อความ f",
        2,
    )
    assert isinstance(group, GroupView)
    assert [(one.text, one.number, one.times) for one in group.cards] == [("ข้อความ b", 3, 2), ("ข้อความ d", 5, 1)]
    assert [(one.text, one.number) for one in group.children] == [("ข้อความ e", 6)]
    assert open_.items == ()
    assert (unplaced.id, unplaced.name, [one.text for one in unplaced.cards]) == (None, "ยังไม่จัดกลุ่ม", ["ข้อความ h"])
    assert (group.name, group.count, view.boards[0].counts.cards, view.boards[0].counts.groups) == ("รายงานซ้ำ", 3, 5, 1)


def test_a_stack_keeps_every_wording() -> None:
    top = the_group(taken(a_workshop())).cards[0]
    assert (top.text, top.original, top.stacked) == ("ข้อความ b", "เขียนว่าบี", ("ข้อความ c",))


def test_a_result_reader_does_not_learn_the_first_wording() -> None:
    top = the_group(taken(a_workshop(FINISHED), RESULT)).cards[0]
    assert (top.text, top.original) == ("ข้อความ b", None)


def test_parked_cards_come_only_to_facilitators_who_ask() -> None:
    assert taken(a_workshop()).boards[0].parked == ()
    assert [one.text for one in taken(a_workshop(), parked=True).boards[0].parked] == ["ข้อความ p"]
    assert taken(a_workshop(FINISHED), RESULT, parked=True).boards[0].parked == ()
    assert taken(a_workshop(WRITE), parked=True).boards[0].parked == ()


def test_a_late_card_that_was_parked_was_never_taken_in_and_stays_out() -> None:
    both = card("both", "a0002", parked=True, late=True)
    workshop = a_workshop(cards=Cards((one.id, one) for one in (*CARDS, both)))
    assert [one.text for one in taken(workshop, parked=True).boards[0].parked] == ["ข้อความ p"]


def test_nothing_is_taken_home_before_it_is_shown() -> None:
    view = taken(a_workshop(WRITE))
    assert view.cards == ()
    assert view.boards[0].items == ()


def test_hidden_and_late_cards_stay_out() -> None:
    texts = repr(taken(a_workshop(), parked=True))
    assert "late" not in texts
    assert "unshown" not in texts


def test_votes_are_told_once_shown_and_hands_stand_apart() -> None:
    vote = Vote("v", "b1", "groups", 3, 2, ballots={"x": {"g": 2, "a": 1}, "y": {"g": 2}}, hands={"g": 5})
    secret = taken(a_workshop(votes={"v": dataclasses.replace(vote, status=OPEN)}))
    assert (the_group(secret).votes, the_group(secret).hands, secret.boards[0].vote) == (None, None, None)
    told = taken(a_workshop(votes={"v": dataclasses.replace(vote, status=TOLD)}))
    group, loose = the_group(told), told.boards[0].columns[0].cards[0]
    assert (group.votes, group.hands, loose.votes, loose.hands) == (4, 5, 1, 0)
    assert [one.votes for one in group.cards] == [None, None]
    board = told.boards[0]
    assert board.vote
    assert (board.vote.each, board.vote.most_on_one, board.vote.voted, board.vote.of) == (3, 2, 2, 34)


def test_where_everybody_put_things_is_told_once_shown_and_is_no_vote() -> None:
    ballots = {"x": {"g:open": 1, "h:close": 1}, "y": {"g:close": 1}, "z": {"g:open": 1}}
    placing = Vote("p", "b1", "placing", 1, 1, ballots=ballots, hands={"g:close": 2})
    secret = taken(a_workshop(votes={"p": placing}))
    assert (secret.boards[0].placing, the_group(secret).placed) == (None, ())
    told = taken(a_workshop(votes={"p": dataclasses.replace(placing, status=TOLD)}))
    board = told.boards[0]
    assert board.placing == PlacingView(voted=3, of=34)
    assert (board.vote, the_group(told).votes, the_group(told).hands) == (None, None, None)
    assert the_group(told).placed == (("ปิด", 3), ("เปิด", 2))
    assert [one.placed for one in board.columns[-1].items] == [(("ปิด", 1),)]
    assert [one.placed for one in the_group(told).cards] == [(), ()]


def test_a_vote_on_cards_counts_cards_in_groups() -> None:
    vote = Vote("v", "b1", "cards", 3, 2, status=TOLD, ballots={"x": {"b": 2, "d": 1}})
    group = the_group(taken(a_workshop(votes={"v": vote})))
    assert (group.votes, [one.votes for one in group.cards]) == (None, [2, 1])


@pytest.mark.parametrize(
    ("due", "thai", "english", "on"),
    [
        ("2027-03-31", "31 มีนาคม 2570", "31 March 2027", datetime.date(2027, 3, 31)),
        ("2570-Q2", "ไตรมาส 2 ปีงบประมาณ พ.ศ. 2570", "Quarter 2, fiscal year 2027", None),
        ("", "", "", None),
    ],
)
def test_a_due_day_is_in_words_and_a_real_date(due: str, thai: str, english: str, on: datetime.date | None) -> None:
    workshop = a_workshop(
        decisions=Catalogue({"g": Decision(conclusion="ใช้ระบบเดียว", owner="กลุ่มงานแผน", due=due, why="ซ้ำ")})
    )
    decided = the_group(taken(workshop)).decision
    assert (decided.due, decided.due_on, decided.owner, decided.why) == (thai, on, "กลุ่มงานแผน", "ซ้ำ")
    assert the_group(taken(workshop, language="en")).decision.due == english


def test_how_people_leave_is_told_as_counts_and_lines() -> None:
    leaving = Leaving(LEFT, {"x": Answer(5, "ดีมาก"), "y": Answer(4)})
    told = taken(a_workshop(leaving=leaving)).check_out
    assert told
    assert (told.moods, told.lines) == ((0, 0, 0, 1, 1), ("ดีมาก",))


def test_the_day_is_the_day_in_thailand() -> None:
    assert taken(a_workshop()).day == datetime.date(2026, 11, 23)


def test_an_unknown_board_is_refused_and_an_unfinished_one_too() -> None:
    with pytest.raises(Refused, match="no_such_board"):
        taken(a_workshop(), board="b2")
    with pytest.raises(Refused, match="forbidden"):
        taken(a_workshop(), RESULT)


def test_the_view_can_be_handed_to_another_process() -> None:
    view = taken(a_workshop(), parked=True)
    assert pickle.loads(pickle.dumps(view)) == view


def a_day_of_two_boards(**fields: object) -> Workshop:
    """The first board's group, a loose card and one that hangs below went on to a second, which had a card already."""
    made = a_workshop(**fields)
    second = dataclasses.replace(made.boards["b1"], id="b2", title="แผนปีหน้า", phase=SORT)
    going = {
        "k1": dataclasses.replace(card("k1", "a0001", column="open"), board="b2", carried_from="g"),
        "k2": dataclasses.replace(card("k2", "a0002", column="open", under="own"), board="b2", carried_from="a"),
        "k3": dataclasses.replace(card("k3", "a0003", column="open"), board="b2", carried_from="f"),
        "own": dataclasses.replace(card("own", "a0004", column="open"), board="b2"),
    }
    return dataclasses.replace(
        made, order=("b1", "b2"), boards=made.boards.having({"b2": second}), cards=made.cards.having(going)
    )


def test_a_day_counts_what_was_carried_on_once_and_each_board_counts_its_own() -> None:
    view = taken(a_day_of_two_boards())
    assert [(one.counts.cards, one.counts.carried) for one in view.boards] == [(5, 0), (4, 2)]
    assert all_cards(view) == 7
    assert f"บัตร {all_cards(view)} ใบ" in figures(view)


def test_a_group_that_was_carried_on_and_merged_since_is_still_counted_there() -> None:
    made = a_day_of_two_boards()
    other = Group("g2", "b1", "รวมแล้ว", "close", "a0003")
    merged = made.with_groups(dataclasses.replace(made.groups["g"], merged_into="g2"), other)
    assert taken(merged).boards[1].counts.carried == 2


def test_what_was_carried_on_counts_where_its_first_board_is_not_in_the_file() -> None:
    view = taken(a_day_of_two_boards(), board="b2")
    assert (view.boards[0].counts.carried, all_cards(view)) == (0, 4)
    made = a_day_of_two_boards()
    parked = made.with_cards(dataclasses.replace(made.cards["a"], parked=True))
    assert all_cards(taken(parked)) == 7


def test_a_reader_of_the_result_counts_what_their_boards_tell() -> None:
    made = a_day_of_two_boards()
    finished = made.with_board(dataclasses.replace(made.boards["b2"], phase=FINISHED))
    view = taken(finished, RESULT)
    assert [(one.id, one.counts.carried) for one in view.boards] == [("b2", 0)]
