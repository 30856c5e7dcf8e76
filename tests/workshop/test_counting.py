"""Whatever happens to cards and groups during a vote, nobody's votes grow, double or get lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from boards import column as fitted
from play import COLUMNS, a_card, a_group
from table import ANA, BEN, BOARD, CAT, CO, DAN, FAY, Table, refused, voting
from test_steps import fields, tried

from server.workshop import Workshop
from server.workshop.counting import counts_as, hands, item_now, tallies, votable, voters
from server.workshop.places import groups_of
from server.workshop.views import AUDIENCES, own_record, record
from server.workshop.vote import OPEN, PLACING, Marks, Vote, item_of, placed

PEOPLE = (ANA, BEN, CAT, DAN)
# What moves cards and groups about; all of it can be undone.
SORTING = (
    *("group_cards", "merge_groups", "merge_groups", "join_group", "stack_cards", "move_cards", "move_cards"),
    *("dissolve_group", "ungroup_cards", "unstack_cards", "move_group", "park_cards", "bring_back_cards"),
    *("add_child", "add_card", "name_group", "place_as_proposed", "accept_late_cards"),
)
BUDGETS: tuple[dict[str, int], ...] = ({}, {"close": 1, "open": 2}, {"close": 0, "improve": 3})
PHASES = ("show", "sort", "write", "finished")
SEEDS = 40


class Room:
    """A vote while two facilitators sort, and checks that hold after every step."""

    def __init__(self, seed: int, **limits: Any) -> None:
        self.random = Random(seed)
        draw = self.random
        each = draw.randint(1, 5)
        on = draw.choice(("groups", "groups", "cards", "placing"))
        told = {"each": each, "most_on_one": draw.randint(1, each), "on": on}
        self.table, self.cards, self.vote_id = voting(9, **(told | {"budgets": draw.choice(BUDGETS)} | limits))
        self.each = 3 if self.vote.on == PLACING else self.vote.each
        for column in ("improve", "open"):
            self.table.does(FAY, "move_cards", cards=tuple(draw.sample(self.cards, 3)), column=column, before=None)
        for pair in range(0, 6, 2):
            self.table.does(FAY, "group_cards", cards=tuple(self.cards[pair : pair + 2]))

    @property
    def workshop(self) -> Workshop:
        return self.table.workshop

    @property
    def vote(self) -> Vote:
        return self.workshop.votes[self.vote_id]

    def counted(self, who: str) -> dict[str, int]:
        return counts_as(self.workshop, self.vote, self.vote.ballots.get(who, {}))

    def casts(self, who: str) -> str:
        """A ballot on what can be voted for, sometimes on what that was before, now and then too much."""
        draw, here = self.random, [*votable(self.workshop, self.vote), a_card(self.random, self.workshop)]
        here.append(a_group(draw, self.workshop))
        marks = Counter(draw.choice(here) for _ in range(draw.randint(0, self.each + draw.randint(0, 1))))
        if self.vote.on == PLACING and draw.random() < 0.8:
            # Every item once, also those that are something else by now.
            marks = Counter({placed(item_of(mark), draw.choice(COLUMNS)): 1 for mark in marks})
        return tried(lambda: self.table.does(who, "cast_ballot", vote=self.vote_id, marks=dict(marks)))

    def sorts(self, who: str, name: str | None = None) -> str:
        """Mostly on what is there; now and then on anything at all."""
        draw = self.random
        verb = name or draw.choice(SORTING)
        asked = fields(draw, self.workshop, verb, [])
        groups = [one.id for one in groups_of(self.workshop, BOARD)]
        if draw.random() < 0.9:
            if "group" in asked or "into" in asked:
                asked |= {one: draw.choice(groups or [""]) for one in ("group", "into") if one in asked}
            if "groups" in asked:
                asked["groups"] = tuple(draw.sample(groups, min(len(groups), draw.randint(1, 2))))
            if "cards" in asked:
                asked["cards"] = tuple(draw.sample(self.cards, draw.randint(1, 3)))
            if "column" in asked:
                asked |= {"column": draw.choice(("close", "improve", "open", "open", None))}
        asked |= dict.fromkeys(asked.keys() & {"before"})
        return tried(lambda: self.table.does(who, verb, **asked))

    def leads(self) -> str:
        """What only a facilitator does with the vote and the board."""
        draw, table, vote = self.random, self.table, {"vote": self.vote_id}
        most = draw.randint(1, 3)
        name, asked = draw.choice(
            (
                *((verb, vote) for verb in ("close_vote", "reopen_vote", "reopen_vote", "show_votes")),
                ("count_hands", {**vote, "item": draw.choice([*self.cards, a_group(draw, self.workshop)]), "hands": 4}),
                ("start_phase", {"board": BOARD, "phase": draw.choice(PHASES)}),
                *[("start_phase", {"board": BOARD, "phase": "sort"})] * 4,
                *[("pass_cards", {"cards": tuple(self.cards)})] * 2,
                ("start_checking", {"board": BOARD}),
                (
                    "change_columns",
                    {"board": BOARD, "columns": tuple(map(fitted, (*COLUMNS[:most], "more")))},
                ),
                ("stop_checking", {"board": BOARD}),
            )
        )
        return tried(lambda: table.does(FAY, name, **asked))

    def lives(self, steps: int) -> Iterator[Workshop]:
        """Everything at once, in any order; yields the workshop before each step."""
        draw = self.random
        for _ in range(steps):
            before = self.workshop
            who = draw.choice((FAY, CO))
            match draw.randint(0, 19):
                case 0 | 1 | 2 | 3 | 4:
                    self.casts(draw.choice(PEOPLE))
                case 5 | 6 | 7:
                    tried(lambda who=who: self.table.does(who, "undo"))
                case 8:
                    tried(lambda who=who: self.table.does(who, "redo"))
                case 9:
                    # Whoever comes late or again; a phone joins once.
                    tried(lambda: self.table.does(draw.choice(PEOPLE), "join_workshop"))
                case 10 | 11:
                    self.leads()
                case _:
                    self.sorts(who)
            yield before


def must_add_up(workshop: Workshop, vote: Vote) -> None:
    places = votable(workshop, vote)
    total: Counter[str] = Counter()
    for marks in vote.ballots.values():
        counted = counts_as(workshop, vote, marks)
        total.update(counted)
        if vote.on == PLACING:
            must_be_heard_once(workshop, vote, marks, counted)
            continue
        given: Counter[str | None] = Counter()
        for item, number in marks.items():
            given[item_now(workshop, vote, item)] += number
        assert all(0 < number <= min(vote.most_on_one, given[item]) for item, number in counted.items())
        assert sum(counted.values()) <= min(vote.each, sum(marks.values()))
        spent: Counter[str] = Counter()
        for item, number in counted.items():
            spent[places[item]] += number
        assert all(spent[column] <= budget for column, budget in vote.budgets.items())
        if not vote.budgets:
            # Nothing but the limit on one item takes any away.
            there = {one: number for one, number in given.items() if one in places}
            assert counted == {one: min(number, vote.most_on_one) for one, number in there.items()}
    assert tallies(workshop, vote) == dict(total)
    assert voters(workshop, vote) == sum(bool(counts_as(workshop, vote, marks)) for marks in vote.ballots.values())


def must_be_heard_once(workshop: Workshop, vote: Vote, marks: Marks, counted: dict[str, int]) -> None:
    """Whatever a person placed lies in one column, one that they gave it or something in it; nothing else does."""
    places = votable(workshop, vote)
    now = {mark: item_now(workshop, vote, mark) for mark in marks}
    assert set(counted.values()) <= {1}
    assert len({item_of(mark) for mark in counted}) == len(counted)
    assert counted.keys() <= set(now.values())
    assert {item_of(mark) for mark in counted} == {item_of(one) for one in now.values() if one in places}
    assert all(mark in counted for mark, one in now.items() if one == mark and mark in places)


def must_be_told(before: Workshop, after: Workshop, touched: frozenset[str]) -> None:
    """Every screen hears of a vote that counts differently, every phone of its own ballot."""
    for name, vote in after.votes.items():
        if name not in before.votes:
            continue
        if f"vote:{name}" not in touched:
            for audience in AUDIENCES:
                assert record(before, f"vote:{name}", audience) == record(after, f"vote:{name}", audience)
        for voter in {*vote.ballots, *before.votes[name].ballots}:
            key = f"ballot:{name}:{voter}"
            assert key in touched or own_record(before, key) == own_record(after, key), key


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_happens_nobody_has_more_votes_than_the_vote_gives(seed: int) -> None:
    room = Room(seed)
    for _ in room.lives(60):
        for vote in room.workshop.votes.values():
            must_add_up(room.workshop, vote)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_changes_a_count_is_told_to_whom_it_concerns(seed: int) -> None:
    room = Room(seed)
    for before in room.lives(60):
        must_be_told(before, room.workshop, room.table.touched if before is not room.workshop else frozenset())


@pytest.mark.parametrize("seed", range(SEEDS))
def test_merging_keeps_every_vote_up_to_the_limit_on_one(seed: int) -> None:
    room = Room(seed, budgets={}, on="groups")
    for _ in range(12):
        room.sorts(FAY, "group_cards")
    merged = 0
    for _ in range(30):
        room.casts(room.random.choice(PEOPLE))
        before, counted = room.workshop, {who: room.counted(who) for who in PEOPLE}
        if room.sorts(FAY, "merge_groups") != "ok" or room.workshop is before:
            continue
        gone = {
            name
            for name, one in room.workshop.groups.items()
            if one.merged_into and not before.groups[name].merged_into
        }
        places = votable(room.workshop, room.vote)
        for who in PEOPLE:
            for into in {room.workshop.groups[name].merged_into for name in gone} & places.keys():
                together = sum(counted[who].get(item, 0) for item in {*gone, into})
                assert room.counted(who).get(into or "", 0) == min(room.vote.most_on_one, together)
                merged += together > 0
            others = counted[who].keys() - gone - {room.workshop.groups[name].merged_into for name in gone}
            assert all(room.counted(who)[item] == counted[who][item] for item in others)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_when_everything_is_undone_the_votes_are_where_they_were(seed: int) -> None:
    room = Room(seed)
    for who in PEOPLE:
        for _ in range(3):
            room.casts(who)
    first, told = tallies(room.workshop, room.vote), {who: room.counted(who) for who in PEOPLE}
    done = len(room.workshop.steps[FAY].done)
    for _ in range(40):
        room.sorts(FAY)
    last = tallies(room.workshop, room.vote)
    steps = len(room.workshop.steps[FAY].done) - done
    for _ in range(steps):
        room.table.does(FAY, "undo")
    assert tallies(room.workshop, room.vote) == first
    assert {who: room.counted(who) for who in PEOPLE} == told
    for _ in range(steps):
        room.table.does(FAY, "redo")
    assert tallies(room.workshop, room.vote) == last


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_ballot_cast_again_replaces_the_one_before_and_a_closed_vote_takes_none(seed: int) -> None:
    room = Room(seed)
    for before in room.lives(60):
        cast = {who for who in PEOPLE if before.votes[room.vote_id].ballots.get(who) != room.vote.ballots.get(who)}
        assert len(cast) <= 1
        assert not cast or before.votes[room.vote_id].status == OPEN
        assert room.vote.ballots.keys() <= set(PEOPLE)
        if room.vote.on != PLACING:
            assert all(sum(marks.values()) <= room.vote.each for marks in room.vote.ballots.values())


@pytest.mark.parametrize("seed", range(0, SEEDS, 2))
def test_locking_keeps_what_every_vote_came_to(seed: int) -> None:
    room = Room(seed)
    for _ in room.lives(50):
        pass
    room.table.does(FAY, "start_phase", board=BOARD, phase="finished")
    before = room.workshop
    room.table.does(FAY, "lock_workshop")
    assert room.vote.ballots == {}
    assert tallies(room.workshop, room.vote) == tallies(before, before.votes[room.vote_id])
    assert voters(room.workshop, room.vote) == voters(before, before.votes[room.vote_id])
    assert hands(room.workshop, room.vote) == hands(before, before.votes[room.vote_id])


def merged_with_hands() -> tuple[Table, str, str, str]:
    table, (a, b, _), vote = voting()
    one, two = table.groups(FAY, a), table.groups(FAY, b)
    for group, number in ((one, 4), (two, 3)):
        table.does(FAY, "count_hands", vote=vote, item=group, hands=number)
    table.does(FAY, "merge_groups", groups=(two,), into=one)
    return table, one, two, vote


def test_hands_of_merged_groups_can_be_counted_anew_even_as_one_of_them_was() -> None:
    table, one, _, vote = merged_with_hands()
    assert hands(table.workshop, table.workshop.votes[vote]) == {one: 7}
    table.does(FAY, "count_hands", vote=vote, item=one, hands=4)
    assert hands(table.workshop, table.workshop.votes[vote]) == {one: 4}


def test_a_phone_that_comes_again_still_has_its_one_ballot() -> None:
    table, (a, b, _), vote = voting()
    table.does(ANA, "cast_ballot", vote=vote, marks={a: 2})
    table.does(ANA, "join_workshop")
    table.does(ANA, "cast_ballot", vote=vote, marks={a: 1, b: 1})
    assert tallies(table.workshop, table.workshop.votes[vote]) == {a: 1, b: 1}
    table.does(CAT, "join_workshop")
    table.does(CAT, "cast_ballot", vote=vote, marks={a: 1})
    assert tallies(table.workshop, table.workshop.votes[vote]) == {a: 2, b: 1}
    table.does(FAY, "close_vote", vote=vote)
    table.does(DAN, "join_workshop")
    with refused("vote_closed"):
        table.does(DAN, "cast_ballot", vote=vote, marks={a: 1})


def test_a_phone_hears_when_the_group_is_gone_that_took_its_group_in() -> None:
    for verb in ("dissolve_group", "move_group", "park_cards"):
        table, (a, b, c), vote = voting()
        one, two = table.groups(FAY, a), table.groups(FAY, b)
        table.does(ANA, "cast_ballot", vote=vote, marks={two: 2, c: 1})
        table.does(FAY, "merge_groups", groups=(two,), into=one)
        before = table.workshop
        asked = {"cards": (a, b)} if verb == "park_cards" else {"group": one}
        table.does(FAY, verb, **asked, **({"column": None, "before": None} if verb == "move_group" else {}))
        must_be_told(before, table.workshop, table.touched)
        assert tallies(table.workshop, table.workshop.votes[vote]) == {c: 1}
