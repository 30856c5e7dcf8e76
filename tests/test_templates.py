"""Templates: whole in both languages, read as if a stranger had written them, and good for a whole board."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_roles import Town
from test_roles import town as town
from venue import an_id

from server.board_templates import FOLDER, ORDER, built_in, template
from server.office_templates import MOST, OfficeTemplates
from server.template_files import checked, set_ups
from server.thai import graphemes
from server.workshop import Refused
from server.workshop.set_up import COLOURS, ICONS

NEARLY_A_WALL_LINE = 24


def texts(value: object) -> list[dict[str, str]]:
    """Every pair of words in both languages."""
    if isinstance(value, dict):
        if value.keys() == {"th", "en"}:
            return [value]
        return [pair for one in value.values() for pair in texts(one)]
    return [pair for one in value for pair in texts(one)] if isinstance(value, list | tuple) else []


def refused(work: Callable[[], object]) -> str | None:
    try:
        work()
    except Refused as why:
        return why.code
    return None


def test_every_template_is_in_the_list_and_named_like_its_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(ORDER)
    assert len(ORDER) == 16
    assert [one["id"] for one in built_in()] == list(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_a_template_is_what_a_stranger_could_have_sent(name: str) -> None:
    # Cleaned words are the same words: nothing in ours needed cleaning.
    assert json.loads(json.dumps(checked(template(name)))) == template(name)


@pytest.mark.parametrize("name", ORDER)
def test_every_word_of_a_template_is_there_in_both_languages(name: str) -> None:
    for pair in texts(template(name)):
        assert bool(pair["th"]) == bool(pair["en"]), pair
        assert not set("ABCDEFGHIJKLMNOPQRSTUVWXYZ") & set(pair["th"]) or len(pair["th"]) > 2
        assert not any("ก" <= letter <= "๛" for letter in pair["en"]), pair


@pytest.mark.parametrize("name", ORDER)
def test_a_templates_columns_are_told_apart_and_fit_the_wall(name: str) -> None:
    for board in template(name)["boards"]:
        columns = board["columns"]
        assert len({column["colour"] for column in columns}) == len(columns) <= 6
        assert len({column["icon"] for column in columns}) == len(columns)
        assert {column["colour"] for column in columns} <= set(COLOURS)
        assert {column["icon"] for column in columns} <= set(ICONS)
        assert all(graphemes(word) <= NEARLY_A_WALL_LINE for column in columns for word in column["name"].values())
        assert {ask["column"] for ask in board["asks"]} <= {None, *(column["id"] for column in columns)}
        assert len({line["phase"] for line in board["script"]}) == len(board["script"]) == 7


def test_the_four_topics_end_with_close_improve_open() -> None:
    *topics, last = template("four-topics")["boards"]
    assert len(topics) == 4
    assert [board["child"]["label"]["th"] for board in topics[:2]] == ["การพัฒนาต่อยอด", "แนวทางแก้ไข"]
    assert [column["id"] for column in last["columns"]] == ["close", "improve", "open"]


# The office's own.


@pytest.fixture
def office(tmp_path: Path) -> OfficeTemplates:
    return OfficeTemplates(tmp_path)


def test_an_own_template_is_kept_listed_found_and_thrown_away(office: OfficeTemplates) -> None:
    assert office.own() == []
    made = office.keep(an_id(), template("aar") | {"name": {"th": "ของเรา", "en": "Ours"}})
    assert office.find(made["id"])["name"]["th"] == "ของเรา"
    assert [one["id"] for one in office.every()] == [*ORDER, made["id"]]
    office.remove(made["id"])
    assert refused(lambda: office.find(made["id"])) == "no_such_template"
    assert refused(lambda: office.remove("aar")) == "no_such_template"
    assert office.find("aar") == template("aar")


def test_the_same_request_keeps_one_template(office: OfficeTemplates) -> None:
    id_ = an_id()
    assert office.keep(id_, template("aar")) == office.keep(id_, template("aar"))
    assert len(office.own()) == 1


def test_there_is_room_for_so_many_and_a_broken_file_hides_nothing(office: OfficeTemplates, tmp_path: Path) -> None:
    for _ in range(MOST):
        office.keep(an_id(), template("blank"))
    assert refused(lambda: office.keep(an_id(), template("blank"))) == "too_many_templates"
    (tmp_path / "templates" / "own-broken.json").write_text("{", encoding="utf-8")
    assert len(office.own()) == MOST


BROKEN: dict[str, Callable[[dict[str, Any]], object]] = {
    "no boards": lambda one: one.update(boards=[]),
    "an extra field": lambda one: one.update(script_url="x"),
    "a colour of its own": lambda one: one["boards"][0]["columns"][0].update(colour="#ff0000"),
    "an icon of its own": lambda one: one["boards"][0]["columns"][0].update(icon="<svg>"),
    "seven columns": lambda one: one["boards"][0].update(columns=one["boards"][0]["columns"] * 7),
    "two columns of one id": lambda one: one["boards"][0].update(columns=one["boards"][0]["columns"][:1] * 2),
    "one language": lambda one: one["boards"][0]["columns"][0]["name"].pop("en"),
    "an empty question": lambda one: one["boards"][0].update(question={"th": "", "en": ""}),
    "too long a name": lambda one: one.update(name={"th": "ก" * 41, "en": "x"}),
    "a number of cards that is none": lambda one: one["boards"][0].update(cards_each=-1),
    "a path for an id": lambda one: one.update(id="../../etc"),
    "text for a list": lambda one: one.update(boards="all"),
}


@pytest.mark.parametrize("breaks", BROKEN.values(), ids=BROKEN)
def test_a_broken_template_is_refused_and_leaves_nothing(office: OfficeTemplates, breaks: Any) -> None:
    told = copy.deepcopy(template("close-improve-open"))
    breaks(told)
    assert refused(lambda: office.keep(an_id(), told)) == "unsupported_template"
    assert office.own() == []


@pytest.mark.parametrize("told", [None, 7, "x", [], {}])
def test_what_is_no_template_at_all_is_refused(told: object) -> None:
    assert refused(lambda: checked(told)) == "unsupported_template"


def test_words_are_cleaned_on_the_way_in() -> None:
    told = template("blank") | {"name": {"th": "ของ\u202eเรา\x00", "en": " Ours "}}
    assert checked(told)["name"] == {"th": "ของเรา", "en": "Ours"}


def test_agendas_together_are_not_longer_than_a_workshop_may_be() -> None:
    assert refused(lambda: set_ups([template("four-topics")] * 5, "th", 2570)) == "too_many_boards"
    assert len(set_ups([template("four-topics"), template("aar")], "th", 2570)) == 6


# Over HTTP, at the server itself.

HOST = {"Host": "localhost:8321"}
HERE = {"REMOTE_ADDR": "127.0.0.1"}


def test_a_facilitator_keeps_a_template_and_somebody_begins_with_it(town: Town) -> None:
    here, token = f"/api/workshops/{town.workshop}/templates", town.tokens["facilitator"]
    body = {"id": an_id(), "template": template("four-topics") | {"name": {"th": "ปีนี้", "en": "This year"}}}
    assert town.asks("POST", here, token, body) == (201, "ok")
    listed = json.loads(_get(town, here, token))["templates"]
    own = next(one for one in listed if one["name"]["th"] == "ปีนี้")
    wished = {"id": an_id(), "title": "เวทีใหม่", "templates": [own["id"], "aar"]}
    made = town.client.post("/api/workshops", json=wished, headers=HOST, environ_base=HERE).get_json()
    assert len(town.house.shelf.find(made["workshop"]).workshop.order) == 6
    wrong = wished | {"id": an_id(), "templates": ["nothing"]}
    told = town.client.post("/api/workshops", json=wrong, headers=HOST, environ_base=HERE).get_json()
    assert (told["code"], told["field"]) == ("no_such_template", "templates")
    assert town.asks("DELETE", f"{here}/{own['id']}", token) == (200, "ok")


def test_strangers_see_the_built_in_templates_only(town: Town) -> None:
    here, token = f"/api/workshops/{town.workshop}/templates", town.tokens["co_facilitator"]
    assert town.asks("POST", here, token, {"id": an_id(), "template": template("kpt")}) == (201, "ok")
    headers = HOST | {"X-Forwarded-For": "10.0.0.9"}
    told = town.client.get("/api/templates", headers=headers, environ_base=HERE).get_json()
    assert [one["id"] for one in told["templates"]] == list(ORDER)
    assert len(json.loads(_get(town, "/api/templates", None))["templates"]) > len(ORDER)


def test_a_file_that_is_no_template_is_refused_in_words(town: Town) -> None:
    here, token = f"/api/workshops/{town.workshop}/templates", town.tokens["facilitator"]
    assert town.asks("POST", here, token, {"id": an_id(), "template": {"format": "batkham-backup"}})[1] == (
        "unsupported_template"
    )
    assert town.asks("POST", here, token, {"id": an_id(), "template": "x" * 200_000})[0] == 413


def _get(town: Town, path: str, token: str | None) -> str:
    headers = HOST | ({"Authorization": f"Bearer {token}"} if token else {})
    return town.client.get(path, headers=headers, environ_base=HERE).get_data(as_text=True)


def test_questions_are_shown_as_they_come_and_some_boards_ask_for_no_vote() -> None:
    board = template("questions")["boards"][0]
    assert (board["checking"], board["while_shown"]) == (True, True)
    assert board["vote"]["on"] == "groups"
    assert [template(name)["boards"][0]["vote"] for name in ("aar", "expectations")] == [None, None]
    others = [board for name in ORDER if name != "questions" for board in template(name)["boards"]]
    assert not any(board["checking"] or board["while_shown"] for board in others)
