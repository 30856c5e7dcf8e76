"""At the end of a day and after it: the result for the room, the follow-up, and next year's workshop."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from venue import an_id
from werkzeug.test import Client

from server import create_app, log
from server.config import Config
from server.export.backup import backup
from server.founding import Wish
from server.people import new_id

BOARD = "board-1"


class Office:
    """A server with one workshop on it, and whoever asks it something."""

    def __init__(self, house: Any) -> None:
        self.house = house
        self.client = Client(house.app, use_cookies=False)
        wish = Wish(id=an_id(), title="ทบทวนงานปี 2569", fiscal_year=2569)
        self.enter(house.founding.create(wish))

    def enter(self, made: Any) -> None:
        self.workshop, self.token, self.code = made["workshop"], made["token"], made["code"]

    def asks(self, method: str, path: str, body: object = None, token: str | None = None) -> Any:
        headers = {"Host": "localhost:8321", "Authorization": f"Bearer {token or self.token}"}
        path = f"/api/workshops/{self.workshop}{path}"
        return json.loads(self.client.open(path, method=method, headers=headers, json=body).get_data(as_text=True))

    def does(self, name: str, **fields: Any) -> str:
        id_ = new_id()
        answer = self.asks("POST", "/commands", {"id": id_, "name": name, **fields})
        assert answer["ok"], (name, answer)
        return id_

    def token_of(self, role: str) -> str:
        owner = self.house.people.read(self.token)
        key = self.house.links.mint(owner, an_id(), role, role)["key"]
        return str(self.house.reception.enter(key, "::1")["token"])

    def joins(self) -> str:
        return str(self.house.reception.join(self.code, an_id(), "::1", lambda _: None)["token"])

    def goes_on(self, kind: str, id_: str | None = None) -> Any:
        body = {"id": id_ or new_id(), "kind": kind, "password": "a-password"}
        return self.asks("POST", "/next", body)

    def backup(self) -> Any:
        with self.house.engine.connect() as connection:
            lines = list(log.rows(connection, self.workshop))
        return json.loads(backup(lines, datetime.now(UTC)))

    def restores(self, backup: Any, **asked: str) -> Any:
        body = {"id": new_id(), "backup": backup, **asked}
        headers = {"Host": "localhost:8321", "X-Forwarded-For": "10.0.0.9"}
        return self.client.post("/api/workshops", json=body, headers=headers).get_json()

    def records(self, kind: str) -> list[Any]:
        seen = self.asks("GET", "/snapshot?audience=inbox")["snapshot"]
        return [one for key, one in seen.items() if key.startswith(f"{kind}:")]

    def decides(self) -> None:
        """Two cards are kept: one with a decision, one with a star; a third is not."""
        self.does("start_phase", board=BOARD, phase="sort")
        one = self.does("add_card", board=BOARD, text="รายงานกระดาษ", column="close")
        two = self.does("add_card", board=BOARD, text="ตู้น้ำ", column="open")
        self.does("add_card", board=BOARD, text="ไม่เอา", column="open")
        self.does("decide_item", item=one, field="conclusion", value="ยุบรวม")
        self.does("decide_item", item=one, field="owner", value="กลุ่มงานสารสนเทศ")
        self.does("decide_item", item=one, field="report", value="ยุบรวมรายงานกระดาษ")
        self.does("star_cards", cards=[two])
        self.does("start_phase", board=BOARD, phase="finished")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    config = Config.from_env({"BATKHAM_DATA_DIR": str(tmp_path), "BATKHAM_ASYNC": "threading"})
    with warnings.catch_warnings():
        # Whether the screens are built is no matter here.
        warnings.simplefilter("ignore")
        house = create_app(replace(config, secret_key="s" * 40, create_password="a-password"))
    yield Office(house)
    house.close()


def test_the_follow_up_holds_what_was_decided_and_nothing_is_begun(office: Office) -> None:
    office.decides()
    made = office.goes_on("follow_up")
    office.enter(made)
    assert {card["text"] for card in office.records("card")} == {"ปิด: ยุบรวมรายงานกระดาษ", "เปิด: ตู้น้ำ"}
    assert {card["column"] for card in office.records("card")} == {"not-started"}
    decided = {one.get("conclusion"): one for one in office.records("decision")}
    assert decided["ยุบรวม"]["owner"] == "กลุ่มงานสารสนเทศ"
    assert {one["status"] for one in decided.values()} == {"not_started"}
    assert "report" not in decided["ยุบรวม"]


def test_next_year_begins_beside_the_promises_of_a_followed_up_year(office: Office) -> None:
    office.decides()
    office.enter(office.goes_on("follow_up"))
    office.does("start_phase", board=BOARD, phase="sort")
    first, second = (card["id"] for card in office.records("card"))
    for status in ("under_way", "done"):
        office.does("set_status", item=first, status=status, note="ไตรมาสนี้")
    office.does("set_status", item=second, status="cancelled", note="งบหมด")
    office.enter(office.goes_on("next_year"))
    board = office.records("board")[0]
    assert [column["id"] for column in board["columns"]] == ["last-year", "close", "improve", "open"]
    assert "2570" in board["question"]
    assert {card["column"] for card in office.records("card")} == {"last-year"}
    assert {one["status"] for one in office.records("decision")} == {"done", "cancelled"}


def test_next_year_of_a_workshop_has_its_boards_and_its_promises(office: Office) -> None:
    office.decides()
    office.enter(office.goes_on("next_year"))
    workshop = office.asks("GET", "/snapshot?audience=inbox")["snapshot"]["workshop"]
    assert (workshop["title"], workshop["fiscal_year"]) == ("ทบทวนงานปี 2570", 2570)
    assert len(office.records("card")) == 2


def test_in_english_the_years_are_of_the_common_era(office: Office) -> None:
    wish = Wish(id=an_id(), title="Review of our work, fiscal year 2026", fiscal_year=2569, language="en")
    office.enter(office.house.founding.create(wish))
    assert "2026" in office.records("board")[0]["question"]
    office.decides()
    office.enter(office.goes_on("next_year"))
    workshop = office.asks("GET", "/snapshot?audience=inbox")["snapshot"]["workshop"]
    assert (workshop["title"], workshop["fiscal_year"]) == ("Review of our work, fiscal year 2027", 2570)
    assert "2027" in office.records("board")[0]["question"]


def test_the_same_request_makes_one_workshop_and_what_decided_nothing_none(office: Office) -> None:
    assert office.goes_on("follow_up")["code"] == "nothing_decided"
    assert office.goes_on("next_year")["code"] == "nothing_decided"
    office.decides()
    id_ = new_id()
    once, again = office.goes_on("follow_up", id_), office.goes_on("follow_up", id_)
    assert once["workshop"] == again["workshop"]
    office.enter(once)
    assert len(office.records("card")) == 2


def test_a_file_goes_on_as_well_as_the_workshop_itself(office: Office) -> None:
    office.decides()
    office.does("start_phase", board=BOARD, phase="sort")
    kept = next(card["id"] for card in office.records("card") if card["text"] == "ตู้น้ำ")
    office.does("decide_item", item=kept, field="note", value="ถามกองคลัง")
    office.does("start_phase", board=BOARD, phase="finished")
    here = {"kind": "next_year", "password": "a-password"}
    made = office.restores(office.backup(), **here)
    office.enter(made)
    board = office.records("board")[0]
    assert [column["id"] for column in board["columns"]] == ["last-year", "close", "improve", "open"]
    assert {card["column"] for card in office.records("card")} == {"last-year"}
    assert "ถามกองคลัง" in {one.get("note") for one in office.records("decision")}
    assert office.asks("GET", "/snapshot?audience=inbox")["snapshot"]["workshop"]["title"] == "ทบทวนงานปี 2570"


def test_a_file_in_which_nothing_was_decided_or_that_is_none_makes_nothing(office: Office) -> None:
    empty = office.backup()
    for kind in ("follow_up", "next_year"):
        assert office.restores(empty, kind=kind, password="a-password")["code"] == "nothing_decided"
        assert office.restores({"format": "?"}, kind=kind, password="a-password")["code"] == "unsupported_backup"
    office.decides()
    assert office.restores(office.backup(), kind="next_year", password="wrong")["code"] == "wrong_password"
    assert office.restores(office.backup(), kind="last_year", password="a-password")["code"] == "malformed"


def test_the_same_file_with_the_same_request_makes_one_follow_up(office: Office) -> None:
    office.decides()
    asked = {"id": new_id(), "kind": "follow_up", "password": "a-password"}
    backup = office.backup()
    once, again = office.restores(backup, **asked), office.restores(backup, **asked)
    assert once["workshop"] == again["workshop"]
    office.enter(once)
    assert {card["column"] for card in office.records("card")} == {"not-started"}
    assert len(office.records("card")) == 2


def test_only_the_owner_may_go_on_and_the_server_must_allow_it(office: Office) -> None:
    office.decides()
    body = {"id": new_id(), "kind": "follow_up"}
    helper = office.token_of("co_facilitator")
    assert office.asks("POST", "/next", body, helper)["code"] == "forbidden"
    assert office.asks("POST", "/next", {**body, "password": "wrong"})["code"] in ("wrong_password", "ok")


def test_the_result_is_offered_only_when_asked_for_and_only_to_the_screens_that_thank(office: Office) -> None:
    office.decides()
    wall, ana = office.token_of("wall"), office.joins()
    office.does("show_view", board=BOARD, view="thanks")
    assert office.asks("GET", "/result-link", token=wall)["link"] is None
    assert office.asks("POST", "/result-link", {}, office.token_of("co_facilitator"))["code"] == "forbidden"
    offered = office.asks("POST", "/result-link", {})
    assert office.asks("POST", "/result-link", {})["link"] == offered["link"]
    assert office.asks("GET", "/result-link", token=wall) == offered
    for other in (ana, office.token_of("result")):
        assert office.asks("GET", "/result-link", token=other)["code"] == "forbidden"
    office.does("show_view", board=BOARD, view="board")
    assert office.asks("GET", "/result-link", token=wall)["link"] is None


def test_an_offered_link_opens_the_result_and_nothing_else_until_it_is_revoked(office: Office) -> None:
    office.decides()
    office.does("show_view", board=BOARD, view="thanks")
    link = office.asks("POST", "/result-link", {})["link"]
    entered = office.house.reception.enter(link.split("#key=")[1], "::1")
    assert entered["role"] == "result"
    (key,) = [key for key in office.records("key") if key["role"] == "result"]
    office.does("revoke_link", key=key["id"])
    assert office.asks("GET", "/result-link")["link"] is None
    assert office.asks("GET", "/snapshot", token=entered["token"])["code"] == "revoked"
    assert office.asks("POST", "/result-link", {})["link"] != link
