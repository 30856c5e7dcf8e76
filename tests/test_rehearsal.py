"""A rehearsal is a marked copy with forty simulated people in it, who leave when it is over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import serving, until

import run
from server.assembly import House
from server.people import new_id
from server.practice.asked import BELOW, GOODBYES
from server.practice.cards import OTHERS, PEOPLE, ideas_of, read
from server.rehearsal import address_here

HERE = Path(run.__file__).parent
BOARD = "board-1"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with serving(tmp_path) as house:
        yield house


class Fay:
    """She facilitates one workshop over HTTP."""

    def __init__(self, house: House, made: dict[str, Any]) -> None:
        self.house, self.made = house, made

    def asks(self, method: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.made.get('token')}"}
        asked = urllib.request.Request(address_here(self.house.config) + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(asked, timeout=60) as response:
                return json.load(response)
        except urllib.error.HTTPError as refused:
            with refused:
                return json.load(refused)

    def here(self, path: str = "") -> str:
        return f"/api/workshops/{self.made['workshop']}{path}"

    def starts(self, phase: str) -> None:
        self.does("start_phase", BOARD, phase=phase)

    def does(self, name: str, board: str | None = None, **fields: Any) -> None:
        where = {} if board is None else {"board": board}
        answer = self.asks("POST", self.here("/commands"), {"id": new_id(), "name": name} | where | fields)
        assert answer["ok"], answer

    def sees(self) -> Any:
        return self.asks("GET", self.here("/snapshot?audience=inbox"))["snapshot"]

    def cards(self, board: str, parent: str | None = None) -> list[Any]:
        """The cards of a board, or below one of them."""
        found = [one for key, one in self.sees().items() if key.startswith("card:")]
        return [card for card in found if (card["board"], card["parent"]) == (board, parent)]

    def counts(self) -> Any:
        return self.sees()[f"counts:{BOARD}"]

    def rehearses(self) -> Fay:
        made = self.asks("POST", self.here("/rehearsal"), {})
        assert made["ok"], made
        return Fay(self.house, made)

    def deletes(self) -> None:
        title = self.sees()["workshop"]["title"]
        assert self.asks("DELETE", self.here(), {"confirm": title})["ok"]


@pytest.fixture
def fay(house: House) -> Fay:
    wish = {"id": new_id(), "title": "ทบทวนงาน", "question": "งานใดควรปิด", "cards_each": 2, "write_seconds": 0}
    return Fay(house, Fay(house, {}).asks("POST", "/api/workshops", wish))


def people_come(fay: Fay, speed: int = 60, boards: int = 1) -> subprocess.Popen[bytes]:
    """The people's process by itself, faster than people are."""
    join = ["--join", address_here(fay.house.config), fay.made["code"], "--speed", str(speed)]
    join += ["--boards", str(boards)]
    return subprocess.Popen([sys.executable, "run.py", "rehearse", *join], cwd=HERE)


def test_forty_people_write_the_sixty_practice_cards(fay: Fay) -> None:
    people = people_come(fay)
    until(lambda: fay.sees()["people"]["joined"] == PEOPLE)
    fay.starts("trial")
    until(lambda: fay.counts()["tried"] > PEOPLE // 2)
    fay.starts("write")
    expected = sorted(idea.words["th"] for ideas in ideas_of() for idea in ideas)
    until(lambda: sorted(card["text"] for key, card in fay.sees().items() if key.startswith("card:")) == expected)
    seen = fay.sees()
    cards = [card for key, card in seen.items() if key.startswith("card:")]
    assert sum(card["neighbour"] for card in cards) == 3
    assert {card["proposed"] for card in cards} == {"close", "improve", "open"}
    assert seen[f"counts:{BOARD}"]["senders"] == PEOPLE
    fay.starts("finished")
    assert people.wait(120) == 0


def test_people_follow_an_agenda_and_write_on_every_board(house: House) -> None:
    wish = {"id": new_id(), "title": "ทบทวนงาน", "templates": ["kpt", "close-improve-open"]}
    fay = Fay(house, Fay(house, {}).asks("POST", "/api/workshops", wish))
    people = people_come(fay, boards=2)
    until(lambda: fay.sees()["people"]["joined"] == PEOPLE)
    for board, columns in ((BOARD, {"keep", "problem", "try"}), ("board-2", {"close", "improve", "open"})):
        fay.does("open_board", board)
        fay.does("start_phase", board, phase="write")
        until(lambda board=board: fay.sees()[f"counts:{board}"]["senders"] == PEOPLE)  # type: ignore[misc]
        cards = [card for key, card in fay.sees().items() if key.startswith("card:") and card["board"] == board]
        assert {card["proposed"] for card in cards} == columns
        fay.does("start_phase", board, phase="finished")
    assert people.wait(120) == 0


def test_people_play_the_whole_day(house: House) -> None:
    wish = {"id": new_id(), "title": "ทบทวนงาน", "templates": ["four-topics"]}
    fay = Fay(house, Fay(house, {}).asks("POST", "/api/workshops", wish))
    people = people_come(fay, boards=5)
    until(lambda: fay.sees()["people"]["joined"] == PEOPLE)
    for board in fay.sees()["workshop"]["boards"]:
        they_write_what_is_meant_for(fay, board)
        if board in (BOARD, "board-2"):
            they_add_below_three_topics(fay, board)
        if board == "board-3":
            they_place_all_there_is(fay, board)
            they_vote_within_the_limits(fay, board)
        fay.does("start_phase", board, phase="finished")
    fay.does("open_check_out")
    until(lambda: fay.sees()["check_out"]["answered"] == PEOPLE)
    fay.does("show_check_out")
    assert sorted(fay.sees()["check_out"]["lines"]) == sorted(row.words["th"] for row in read(GOODBYES))
    fay.does("lock_workshop")
    assert people.wait(120) == 0


def they_write_what_is_meant_for(fay: Fay, board: str) -> None:
    """Each card once, proposed for the column it is for; then all lie there."""
    fay.does("open_board", board)
    fay.does("start_phase", board, phase="write")
    columns = [column["id"] for column in fay.sees()[f"board:{board}"]["columns"]]
    meant = sorted((idea.words["th"], idea.column) for ideas in ideas_of(columns) for idea in ideas)
    assert {column for _, column in meant} == set(columns)
    until(lambda: sorted((card["text"], card["proposed"]) for card in fay.cards(board)) == meant)
    fay.does("start_phase", board, phase="sort")
    fay.does("place_as_proposed", board)


def they_add_below_three_topics(fay: Fay, board: str) -> None:
    """Four to six cards below a card of each topic, none of them twice."""
    said = {row.words["th"]: row.topic for file in OTHERS.glob("*.csv") for row in read(file)}
    first = {said[card["text"]]: card["id"] for card in fay.cards(board)}
    assert len(first) == 3
    for topic, card in first.items():
        meant = sorted(row.words["th"] for row in read(BELOW) if row.topic == topic)
        assert 4 <= len(meant) <= 6
        fay.does("open_children", board, parent=card)
        until(lambda card=card, meant=meant: sorted(one["text"] for one in fay.cards(board, card)) == meant)  # type: ignore[misc]
        fay.does("close_children", board)


def they_place_all_there_is(fay: Fay, board: str) -> None:
    """Nobody is refused: each says of every card in which column it belongs, and they do not all agree."""
    vote = new_id()
    fay.does("open_vote", board, id=vote, on="placing")
    until(lambda: fay.sees()[f"vote:{vote}"]["voted"] == PEOPLE)
    fay.does("show_votes", vote=vote)
    tallies = fay.sees()[f"vote:{vote}"]["tallies"]
    cards = {card["id"] for card in fay.cards(board)}
    assert sum(tallies.values()) == PEOPLE * len(cards)
    assert len({mark.partition(":")[0] for mark in tallies}) == len(cards) < len(tallies)


def they_vote_within_the_limits(fay: Fay, board: str) -> None:
    """Nobody is refused: all have voted, for several things, at most once for each and never for money."""
    vote = new_id()
    fay.does("open_vote", board, id=vote, each=3, most_on_one=1, budgets={"money": 0})
    until(lambda: fay.sees()[f"vote:{vote}"]["voted"] == PEOPLE)
    fay.does("show_votes", vote=vote)
    tallies = fay.sees()[f"vote:{vote}"]["tallies"]
    columns = {card["id"]: card["column"] for card in fay.cards(board)}
    assert len(tallies) > 3
    assert {columns[item] for item in tallies} == {"people", "work"}
    assert max(tallies.values()) <= PEOPLE


def test_a_rehearsal_is_a_marked_copy_that_soon_expires(fay: Fay) -> None:
    copy = fay.rehearses()
    mine, its = fay.sees(), copy.sees()
    assert (mine["workshop"]["rehearsal"], its["workshop"]["rehearsal"]) == (False, True)
    assert its["workshop"]["title"] == "ซ้อม: ทบทวนงาน"
    assert its["workshop"]["expires_on"] < mine["workshop"]["expires_on"]
    assert copy.made["code"] != fay.made["code"]
    differing = {key for key, value in mine[f"board:{BOARD}"].items() if its[f"board:{BOARD}"][key] != value}
    assert differing == set()


def test_people_come_by_themselves_and_go_when_the_rehearsal_is_deleted(fay: Fay) -> None:
    copy = fay.rehearses()
    until(lambda: copy.sees()["people"]["joined"] > 0)
    assert fay.sees()["people"]["joined"] == 0
    assert fay.house.rehearsals.playing() == 1
    copy.deletes()
    until(lambda: fay.house.rehearsals.playing() == 0)


def test_people_go_when_the_server_stops(fay: Fay) -> None:
    copy = fay.rehearses()
    until(lambda: copy.sees()["people"]["joined"] > 0)
    fay.house.rehearsals.close()
    until(lambda: fay.house.rehearsals.playing() == 0)


def test_two_rehearsals_play_at_a_time(fay: Fay) -> None:
    fay.rehearses()
    fay.rehearses()
    refused = fay.asks("POST", fay.here("/rehearsal"), {})
    assert (refused["code"], refused["retry"]) == ("rate_limited", True)


def test_only_the_owner_rehearses(fay: Fay) -> None:
    minted = fay.asks("POST", fay.here("/links"), {"id": new_id(), "role": "co_facilitator", "name": "ผู้ช่วย"})
    entered = fay.asks("POST", "/api/enter", {"key": minted["key"]})
    assert Fay(fay.house, entered).asks("POST", fay.here("/rehearsal"), {})["code"] == "forbidden"


def task(house: House, *arguments: str) -> subprocess.CompletedProcess[str]:
    config = house.config
    return subprocess.run(
        [sys.executable, "run.py", "rehearse", *arguments],
        cwd=HERE,
        env=os.environ
        | {
            "PYTHONIOENCODING": "utf-8",
            "BATKHAM_HOST": config.host,
            "PORT": str(config.port),
            "BATKHAM_DATA_DIR": str(config.data_dir),
            "BATKHAM_SECRET_KEY": config.secret_key,
            "BATKHAM_CREATE_PASSWORD": config.create_password,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_task_begins_a_rehearsal_on_the_running_server(house: House) -> None:
    answer = task(house)
    link = next(word for word in answer.stdout.split() if "#key=" in word)
    entered = Fay(house, {}).asks("POST", "/api/enter", {"key": link.rpartition("=")[2]})
    assert entered["role"] == "facilitator"
    copy = Fay(house, entered)
    assert copy.sees()["workshop"]["rehearsal"]
    until(lambda: copy.sees()["people"]["joined"] > 0)


def test_the_task_says_in_one_line_when_no_server_answers(tmp_path: Path) -> None:
    with serving(tmp_path) as house:
        pass
    answer = task(house)
    assert answer.returncode == 1
    assert [line.startswith("เริ่มไม่ได้ Cannot start: no server answers") for line in answer.stderr.splitlines()] == [True]


def test_simulated_people_stay_on_this_machine(house: House) -> None:
    answer = task(house, "--join", "http://cards.example.org", "12345678")
    assert answer.returncode == 1
    assert "is not on this machine" in answer.stderr
