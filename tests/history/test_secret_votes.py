"""Votes and child cards are secret on the server: every frame of every audience is read, and the backup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from play import COLUMNS
from screen import Screen
from telling import history, replayed
from venue import BOARD, NINE, Somebody, Venue, an_id

from server import log
from server.export.backup import backup
from server.workshop.counting import tallies
from server.workshop.views import AUDIENCES

CHILD, LATE = "ขอคนเพิ่มสองอัตรา", "มาหลังปิดรับ"
TOLD = ("participant", "reader", "wall", "facilitator", "inbox", "result")


@dataclass
class Voting:
    """A room in the middle of a vote, and every screen that listens to it."""

    venue: Venue
    people: list[Somebody]
    co: Somebody
    wall: Somebody
    result: Somebody
    cards: list[str]
    groups: list[str]
    vote: str
    screens: list[Screen]

    @property
    def fay(self) -> Somebody:
        return self.venue.fay

    def comes_in(self) -> None:
        """Screens of every audience that open just now."""
        self.screens += screens_of(self.people, self.fay, self.co, self.wall, self.result)

    def frames(self, *audiences: str) -> list[tuple[Screen, dict[str, Any]]]:
        return [
            (screen, json.loads(text))
            for screen in self.screens
            for _, text in screen.frames
            if screen.audience in (audiences or TOLD)
        ]

    def marks(self, draw: Random, items: list[str]) -> dict[str, int]:
        """A ballot on these, as this vote takes it."""
        if self.venue.live.workshop.votes[self.vote].on == "placing":
            return {f"{item}:{draw.choice(COLUMNS)}": 1 for item in items}
        return dict.fromkeys(items, 1) | {items[0]: 2}

    def tallies(self) -> Mapping[str, int]:
        workshop = self.venue.live.workshop
        return tallies(workshop, workshop.votes[self.vote])


def screens_of(people: list[Somebody], *others: Somebody) -> list[Screen]:
    fay, co, wall, result = others
    return [
        *(who.screen(audience=audience) for who in people for audience in ("participant", "reader")),
        *(who.screen(audience=audience) for who in (fay, co) for audience in ("facilitator", "inbox")),
        wall.screen(),
        result.screen(),
    ]


def opened(venue: Venue, **asked: Any) -> Voting:
    fay, people = venue.fay, [venue.joins() for _ in range(4)]
    co, wall, result = (venue.link(role) for role in ("co_facilitator", "wall", "result"))
    does(fay, "change_limits", board=BOARD, cards_each=9)
    fay.starts("write")
    cards = [people[number % 4].writes(f"บัตร {number}") for number in range(12)]
    fay.starts("sort")
    for column, first in zip(COLUMNS, (0, 4, 8), strict=True):
        does(fay, "move_cards", cards=cards[first : first + 4], column=column)
    groups = [an_id() for _ in range(3)]
    for number, group in enumerate(groups):
        does(fay, "group_cards", id=group, cards=cards[number * 2 : number * 2 + 2])
    vote = an_id()
    room = Voting(venue, people, co, wall, result, cards, groups, vote, [])
    room.comes_in()
    assert {screen.audience for screen in room.screens} == set(AUDIENCES)
    does(fay, "open_vote", id=vote, board=BOARD, **asked)
    return room


@pytest.fixture
def voting(venue: Venue) -> Voting:
    return opened(venue, each=5, most_on_one=3)


@pytest.fixture
def placing(venue: Venue) -> Voting:
    return opened(venue, on="placing")


def does(who: Somebody, name: str, **fields: Any) -> None:
    answer = who.does(name, **fields)
    assert answer["ok"], (name, answer)


def vote_with_work_beside(room: Voting) -> None:
    """Everybody votes, some again, while cards and groups go about; screens come and go."""
    draw, fay = Random(6), room.fay
    for turn in range(3):
        for who in room.people:
            items = draw.sample([*room.groups[: 3 - turn], *room.cards[8:]], 3)
            does(who, "cast_ballot", vote=room.vote, marks=room.marks(draw, items))
        if turn == 0:
            does(fay, "merge_groups", groups=[room.groups[2]], into=room.groups[0])
        if turn == 1:
            does(room.co, "dissolve_group", group=room.groups[1])
            does(room.co, "undo")
            does(fay, "park_cards", cards=[room.cards[9]])
        does(fay, "count_hands", vote=room.vote, item=next(iter(room.marks(draw, room.groups[:1]))), hands=7 + turn)
        room.comes_in()
        for screen in room.screens[::3]:
            screen.catch_up()


def keys(value: object) -> set[str]:
    """Every name in a frame, at any depth."""
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def end_unshown(room: Voting, how: str) -> None:
    if how != "open":
        does(room.fay, "close_vote", vote=room.vote)
    if how == "finished":
        room.fay.starts("finished")
    room.comes_in()


@pytest.mark.parametrize("how", ["open", "closed", "finished"])
def test_no_tally_is_in_any_frame_before_it_is_shown(voting: Voting, how: str) -> None:
    vote_with_work_beside(voting)
    end_unshown(voting, how)
    assert sum(voting.tallies().values()) > 5
    frames = voting.frames()
    assert len(frames) > 200
    for screen, body in frames:
        found = keys(body)
        assert not found & {"tallies", "counted", "ballots", "voters"}, (screen.audience, body)
        assert "hands" not in found or screen.audience in ("facilitator", "inbox"), (screen.audience, body)
    assert any("voted" in keys(body) for _, body in voting.frames("wall"))
    does(voting.fay, "show_votes", vote=voting.vote)
    for screen in voting.screens:
        if screen.audience != "result" or how == "finished":
            assert screen.records[f"vote:{voting.vote}"]["tallies"] == voting.tallies(), screen.audience


def test_after_reopening_new_screens_hear_no_tally(voting: Voting) -> None:
    vote_with_work_beside(voting)
    does(voting.fay, "show_votes", vote=voting.vote)
    does(voting.fay, "reopen_vote", vote=voting.vote)
    assert all("tallies" not in keys(screen.records) for screen in voting.screens)
    voting.screens = []
    voting.comes_in()
    assert not any("tallies" in keys(body) for _, body in voting.frames())


def test_a_ballot_is_on_its_own_phone_alone(voting: Voting) -> None:
    vote_with_work_beside(voting)
    does(voting.fay, "show_votes", vote=voting.vote)
    voting.comes_in()
    own = f"ballot:{voting.vote}"
    seen = 0
    for screen, body in voting.frames():
        mine = body.pop("mine", {})
        if "changes" in body:
            mine |= body["changes"].pop("mine", {})
        assert not any(key.startswith("ballot:") for key in keys(body)), (screen.audience, body)
        assert "marks" not in keys(body), (screen.audience, body)
        told = {*mine, *mine.get("put", ()), *mine.get("drop", ())}
        ballots = {key for key in told if key.startswith("ballot:")}
        assert ballots <= {own}, "a phone is told of its own without a name"
        assert not ballots or screen.who in voting.people, screen.audience
        seen += bool(ballots)
    assert seen > 20
    for screen in voting.screens:
        if screen.who in voting.people:
            workshop = voting.venue.live.workshop
            marks = workshop.votes[voting.vote].ballots[screen.who.id]
            assert sum(screen.mine[own]["marks"].values()) <= sum(marks.values())


def test_nobody_hears_who_voted_when(voting: Voting) -> None:
    """A frame after a ballot is the same for all but its own phone: it tells how many have voted, and nothing else."""
    voter, *others = voting.people
    before = {screen.sid: len(screen.frames) for screen in voting.screens}
    does(voter, "cast_ballot", vote=voting.vote, marks={voting.groups[0]: 3, voting.cards[8]: 1})
    voting.venue.quiet()
    for screen in voting.screens:
        for _, text in screen.frames[before[screen.sid] :]:
            body = json.loads(text)
            if screen.who is not voter:
                assert body.get("put", {}).keys() <= {f"vote:{voting.vote}"}, (screen.audience, text)
                assert not body.get("mine", {}).get("put"), (screen.audience, text)
                assert voter.id not in text, (screen.audience, text)
                assert voting.groups[0] not in text, (screen.audience, text)
    assert all(f"ballot:{voting.vote}" not in screen.mine for screen in voting.screens if screen.who in others)


def test_neither_history_nor_replay_tells_a_ballot_or_a_tally(voting: Voting) -> None:
    vote_with_work_beside(voting)
    does(voting.fay, "close_vote", vote=voting.vote)
    lines, reel = history(voting.venue), replayed(voting.venue)
    cast = [line for line in (*lines, *reel["frames"]) if line.get("name") == "ballot_cast"]
    assert all(line["what"].keys() == {"count"} and line["who"] == {"role": "participant"} for line in cast)
    assert any(line["what"]["count"] > 1 for line in cast)
    for told in (json.loads(json.dumps(lines)), reel):
        assert not keys(told) & {"marks", "tallies", "counted", "ballots", "voters"}
        assert not any(who.id in json.dumps(told) for who in voting.people)


def the_backup(venue: Venue) -> dict[str, Any]:
    with venue.house.engine.connect() as connection:
        lines = list(log.rows(connection, venue.id))
    told: dict[str, Any] = json.loads(backup(lines, NINE))
    return told


def test_a_backup_holds_no_ballot_and_no_tally_that_was_not_shown(voting: Voting) -> None:
    vote_with_work_beside(voting)
    for name in (None, "close_vote", "show_votes"):
        if name:
            does(voting.fay, name, vote=voting.vote)
        told = the_backup(voting.venue)
        assert all(not event["data"]["marks"] for event in told["events"] if event["name"] == "ballot_cast")
        assert not any(who.id in json.dumps(told) for who in voting.people)
        shown = voting.tallies() if name == "show_votes" else {}
        assert told["tallies"]["votes"].get(voting.vote, {}) == shown
        assert told["tallies"]["voters"].get(voting.vote, 0) == (4 if shown else 0)


def test_a_child_card_is_nowhere_before_its_round_ends(voting: Voting) -> None:
    fay, parent = voting.fay, voting.cards[8]
    first, second, *_ = voting.people
    does(fay, "open_children", board=BOARD, parent=parent)
    child, late = an_id(), an_id()
    does(first, "send_child", id=child, parent=parent, text=CHILD)
    voting.comes_in()
    for screen in voting.screens[::2]:
        screen.catch_up()
    for screen, body in voting.frames():
        if screen.who is first or screen.audience == "inbox":
            continue
        text = json.dumps(body, ensure_ascii=False)
        assert CHILD not in text, (screen.audience, text)
        assert child not in text, (screen.audience, text)
    told = json.dumps((history(voting.venue), replayed(voting.venue)), ensure_ascii=False)
    assert CHILD not in told
    does(fay, "close_children", board=BOARD)
    does(second, "send_child", id=late, parent=parent, text=LATE)
    voting.comes_in()
    assert all(CHILD in json.dumps(one.records, ensure_ascii=False) for one in voting.screens if one.audience == "wall")
    for screen, body in voting.frames():
        if screen.who is not second and screen.audience != "inbox":
            text = json.dumps(body, ensure_ascii=False)
            assert LATE not in text, (screen.audience, text)
            assert late not in text, (screen.audience, text)


def test_where_somebody_put_what_is_as_secret_as_a_vote(placing: Voting) -> None:
    """In no frame before it is shown, on nobody's phone but their own, and never in history, replay or backup."""
    vote_with_work_beside(placing)
    lines, reel = history(placing.venue), replayed(placing.venue)
    chosen = {mark for marks in placing.venue.live.workshop.votes[placing.vote].ballots.values() for mark in marks}
    assert len(chosen) > 6
    for screen, body in placing.frames():
        own = body.pop("mine", None), body.get("changes", {}).pop("mine", None)
        assert not any(own) or screen.who in placing.people
        assert not keys(body) & {"tallies", "counted", "ballots", "voters", "marks"}, (screen.audience, body)
        assert "hands" not in keys(body) or screen.audience in ("facilitator", "inbox")
        if screen.audience not in ("facilitator", "inbox"):
            assert not any(mark in json.dumps(body) for mark in chosen), (screen.audience, body)
    told = json.dumps([lines, reel, the_backup(placing.venue)])
    assert not any(mark in told for mark in chosen - set(placing.venue.live.workshop.votes[placing.vote].hands))
    does(placing.fay, "show_votes", vote=placing.vote)
    for screen in placing.screens:
        if screen.audience != "result":
            assert screen.records[f"vote:{placing.vote}"]["tallies"] == placing.tallies()
    assert the_backup(placing.venue)["tallies"]["votes"] == {placing.vote: placing.tallies()}
