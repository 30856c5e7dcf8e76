"""A backup brings an equal workshop back, tells nobody's secrets, and a broken one is only ever refused."""

from __future__ import annotations

import copy
import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from visitors import BOARD, Visitor, backup_of, in_order, joins, opens_a_workshop, restores
from whole_workshop import key_of, plays_it_all

from server.assembly import House
from server.export.backup_fields import KINDS, KINDS_OF
from server.people import new_id
from server.workshop import EVENTS

FILES = Path(__file__).parent / "backups"
# What only the server gives out, or what belongs to the room it was held in.
ITS_OWN = ("door", "key:", "steps:")


@pytest.fixture
def whole(fay: Visitor) -> Visitor:
    plays_it_all(fay)
    return fay


def comes_back(house: House, backup: object) -> Visitor:
    made = restores(house, backup)
    assert made.status_code == 201, made.json
    return Visitor(house, made.json["workshop"], made.json["token"])


def board_of(fay: Visitor, audience: str) -> dict[str, Any]:
    who = {"wall": "wall", "result": "result"}.get(audience)
    seen = (fay.link(who) if who else fay).sees(audience)
    seen["workshop"].pop("id")
    return {key: one for key, one in seen.items() if not key.startswith(ITS_OWN)}


@pytest.mark.parametrize("audience", ["facilitator", "inbox", "wall", "result", "participant", "reader"])
def test_an_equal_board_comes_back_for_every_audience(audience: str, whole: Visitor, house: House) -> None:
    again = comes_back(house, backup_of(whole))
    if audience in ("participant", "reader"):
        before, after = joins(whole), joins(again)
        assert board_of(before, audience) == board_of(after, audience)
    else:
        assert board_of(whole, audience) == board_of(again, audience)


def test_a_backup_of_what_came_back_brings_it_back_once_more(whole: Visitor, house: House) -> None:
    again = comes_back(house, backup_of(comes_back(house, backup_of(whole))))
    assert board_of(whole, "inbox") == board_of(again, "inbox")


def test_a_backup_in_the_middle_of_writing_goes_on_from_there(fay: Visitor, ana: Visitor, house: House) -> None:
    fay.starts("write")
    ana.writes("ก่อนสำรอง")
    again = comes_back(house, backup_of(fay))
    joins(again).writes("หลังสำรอง")
    assert again.sees("inbox")[f"counts:{BOARD}"]["senders"] == 2
    assert fay.sees("inbox")[f"counts:{BOARD}"]["senders"] == 1


def test_the_creator_can_still_undo_their_last_step(whole: Visitor, house: House) -> None:
    whole.does("rename_workshop", title="ชื่อใหม่")
    again = comes_back(house, backup_of(whole))
    again.does("undo")
    assert again.sees("facilitator")["workshop"]["title"] == "เวทีที่ทำทุกอย่าง"


def test_old_links_do_not_lead_into_what_came_back(whole: Visitor, house: House) -> None:
    again = comes_back(house, backup_of(whole))
    mine = [one for key, one in again.sees("facilitator").items() if key.startswith("key:")]
    assert [one["role"] for one in mine if not one["revoked"]] == ["facilitator"]
    assert {one["id"] for one in mine}.isdisjoint({key_of(whole, "facilitator"), key_of(whole, "co_facilitator")})
    assert again.sees("facilitator")["door"]["code"] != whole.sees("facilitator")["door"]["code"]


def test_a_backup_names_no_writer_and_lets_nobody_in(house: House) -> None:
    wish = new_id()
    fay = opens_a_workshop(house, id=wish)
    came_by = new_id()
    code = fay.sees("facilitator")["door"]["code"]
    joined = fay.asks("POST", "/api/join", {"code": code, "id": came_by}).json
    ana = Visitor(house, fay.workshop, joined["token"])
    plays_it_all(fay)
    fay.starts("write")
    ana.writes("ของอานา")
    told = fay.takes("json").data.decode()
    person = house.people.read(ana.token)
    assert person is not None
    secrets = [wish, came_by, code, fay.sees("facilitator")["door"]["code"], "secret-wifi", person.id, joined["token"]]
    assert [one for one in [*secrets, joined["resume_code"]] if one in told] == []
    assert {line["actor"] for line in json.loads(told)["events"] if line["name"] == "card_submitted"} == {"participant"}
    assert "ของอานา" in told


def test_withdrawn_words_are_in_no_backup(fay: Visitor, ana: Visitor, house: House) -> None:
    fay.starts("write")
    ana.does("withdraw_card", card=ana.writes("คำที่เอาคืน"))
    assert "คำที่เอาคืน" not in fay.takes("json").data.decode()
    assert comes_back(house, backup_of(fay)).sees("inbox")[f"counts:{BOARD}"]["cards"] == 0


def test_a_backup_says_who_may_see_it(fay: Visitor) -> None:
    told = backup_of(fay)
    assert (told["format"], told["version"], told["may_be_seen_by"]) == ("batkham-backup", 1, "keeper")
    assert "สำหรับผู้จัดเวทีเท่านั้น" in told["for_whom"]


def test_a_locked_workshop_comes_back_locked(whole: Visitor, house: House) -> None:
    whole.does("lock_workshop")
    again = comes_back(house, backup_of(whole))
    assert board_of(whole, "inbox") == board_of(again, "inbox")
    refused = again.asks("POST", f"{again.here}/commands", {"id": new_id(), "name": "undo"})
    assert refused.json["code"] == "locked"


def test_sending_a_backup_twice_makes_one_workshop(fay: Visitor, house: House) -> None:
    id_, backup = new_id(), backup_of(fay)
    first, second = restores(house, backup, id_).json, restores(house, backup, id_).json
    assert first == second


def test_an_expired_backup_is_not_deleted_at_once(fay: Visitor, house: House) -> None:
    backup = backup_of(fay)
    backup["events"][0]["data"]["expires_on"] = "2020-01-01"
    again = comes_back(house, backup)
    house.caretaker.tidy()
    assert again.sees("facilitator")["workshop"]["expires_on"] > "2026-01-01"


def test_words_are_cleaned_like_everybody_elses(whole: Visitor, house: House) -> None:
    backup = backup_of(whole)
    line = next(one for one in backup["events"] if one["name"] == "card_added")
    line["data"]["text"] = "  น\u0e4d\u0e49\u0e32 \u202e\u0000ใส "
    again = comes_back(house, backup)
    assert "น้ำ ใส" in in_order(again.sees("inbox"), "open")


def changed(backup: Any, **fields: Any) -> Any:
    return {**backup, **fields}


def with_line(backup: Any, name: str, **fields: Any) -> Any:
    """The backup with other data in its first event of that name."""
    backup = copy.deepcopy(backup)
    next(line for line in backup["events"] if line["name"] == name)["data"].update(fields)
    return backup


def with_first(backup: Any, **fields: Any) -> Any:
    first, *rest = copy.deepcopy(backup["events"])
    return {**backup, "events": [{**first, **fields}, *rest]}


def deep(levels: int) -> Any:
    """A nest that no message of ours has."""
    nest: Any = {}
    for _ in range(levels):
        nest = {"a": nest}
    return nest


TOO_NEW: list[Callable[[Any], Any]] = [
    lambda backup: changed(backup, version=2),
    lambda backup: changed(backup, version="1"),
    lambda backup: changed(backup, format="trello"),
    lambda backup: with_first(backup, name="board_painted"),
    lambda backup: with_first(backup, version=9),
    lambda backup: [],
    lambda backup: None,
]
BROKEN: list[Callable[[Any], Any]] = [
    lambda backup: changed(backup, events=[]),
    lambda backup: changed(backup, events=backup["events"][1:]),
    lambda backup: changed(backup, events=backup["events"][:1] * 2),
    lambda backup: changed(backup, events=[*backup["events"][:9], *backup["events"][10:]]),
    lambda backup: changed(backup, tallies={}),
    lambda backup: with_first(backup, actor=5),
    lambda backup: with_first(backup, extra=True),
    lambda backup: with_line(backup, "card_submitted", text="ก" * 121),
    lambda backup: with_line(backup, "card_submitted", text=None),
    lambda backup: with_line(backup, "card_submitted", card="../../etc/passwd"),
    lambda backup: with_line(backup, "card_submitted", proposed="nowhere"),
    lambda backup: with_line(backup, "card_added", column="nowhere"),
    lambda backup: with_line(backup, "card_added", rank="0000"),
    lambda backup: with_line(backup, "card_placed", rank="<b>"),
    lambda backup: with_line(backup, "card_placed", card="A" * 16),
    lambda backup: with_line(backup, "phase_started", phase="party"),
    lambda backup: with_line(backup, "timer_started", ends_at="tomorrow"),
    lambda backup: with_line(backup, "kept_until", until="2027-02-31"),
    lambda backup: with_line(backup, "link_minted", role="queen"),
    lambda backup: with_line(backup, "link_minted", key=backup["events"][0]["data"]["key"]),
    lambda backup: with_line(backup, "card_submitted", text=deep(4)),
    lambda backup: changed(backup, tallies=deep(4)),
    lambda backup: with_line(backup, "workshop_opened", boards=[]),
    lambda backup: with_line(backup, "workshop_opened", boards=[{"id": "board-1", "phase": "show"}]),
]


@pytest.mark.parametrize("change", TOO_NEW)
def test_what_is_no_backup_or_a_newer_one_is_refused(change: Callable[[Any], Any], fay: Visitor, house: House) -> None:
    answer = restores(house, change(backup_of(fay)))
    assert (answer.status_code, answer.json["code"]) == (409, "unsupported_backup")


@pytest.mark.parametrize("change", BROKEN)
def test_a_broken_backup_is_refused_and_leaves_nothing(
    change: Callable[[Any], Any], whole: Visitor, house: House
) -> None:
    id_, backup = new_id(), backup_of(whole)
    answer = restores(house, change(backup), id_)
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (400, "malformed", "backup")
    assert restores(house, backup, id_).status_code == 201


def test_a_backup_is_not_taken_from_elsewhere_without_the_password(fay: Visitor, house: House) -> None:
    body = {"id": new_id(), "backup": backup_of(fay)}
    elsewhere = Visitor(house, "", "", address="10.0.0.9")
    assert elsewhere.asks("POST", "/api/workshops", body).json["code"] == "password_needed"
    assert elsewhere.asks("POST", "/api/workshops", body | {"password": "p" * 12}).json["ok"]


def test_a_bottomless_file_is_refused(fay: Visitor, house: House) -> None:
    answer = restores(house, changed(backup_of(fay), tallies=deep(900)))
    assert (answer.status_code, answer.json["code"]) == (400, "malformed")


def test_a_file_of_more_than_eight_megabytes_is_too_large(house: House) -> None:
    answer = restores(house, {"format": "batkham-backup", "x": "x" * (8 * 1024 * 1024)})
    assert (answer.status_code, answer.json["code"]) == (413, "too_large")


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a piece of JSON."""
    yield way
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from places(one, (*way, key))


def put(value: Any, way: tuple[Any, ...], new: Any) -> Any:
    if not way:
        return new
    inner = copy.copy(value)
    inner[way[0]] = put(value[way[0]], way[1:], new)
    return inner


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(codec="utf-8"), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=3), inner, max_size=3),
    max_leaves=5,
)


STORED = [json.loads(path.read_text("utf-8")) for path in sorted(FILES.glob("v1*.json"))]


@pytest.fixture
def stored() -> Any:
    return STORED[0]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_broken_in_a_backup_it_is_never_a_bug(data: st.DataObject, stored: Any, house: House) -> None:
    broken = stored
    ways = list(places(stored))
    for _ in range(data.draw(st.integers(1, 3))):
        way = data.draw(st.sampled_from(ways))
        other = data.draw(st.sampled_from(ways))
        new = data.draw(JSON | st.just(value_at(stored, other)))
        broken = replaced(broken, way, new)
    answer = restores(house, broken)
    if answer.status_code != 201:
        assert (answer.status_code, answer.json["code"]) in [(400, "malformed"), (409, "unsupported_backup")]
        return
    again = Visitor(house, answer.json["workshop"], answer.json["token"])
    again.does("add_card", board=list_of_boards(again)[0], text="ยังใช้ได้")
    assert again.takes("csv").status_code == 200
    assert again.takes("json").status_code == 200


def replaced(value: Any, way: tuple[Any, ...], new: Any) -> Any:
    """As `put`, where an earlier change may have taken the way away."""
    try:
        return put(value, way, new)
    except (LookupError, TypeError):
        return value


def value_at(value: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        value = value[key]
    return value


def list_of_boards(fay: Visitor) -> list[str]:
    boards: list[str] = fay.sees("facilitator")["workshop"]["boards"]
    return boards


def test_the_first_version_ever_written_is_still_read(stored: Any, house: House) -> None:
    again = comes_back(house, stored)
    seen = again.sees("inbox")
    assert seen["workshop"]["title"] == "เวทีที่ทำทุกอย่าง"
    assert sorted(in_order(seen, "open")) == ["จากคนไม่มีมือถือ", "พิมพ์ถูก"]
    assert seen[f"counts:{BOARD}"] | {"late": 0} == seen[f"counts:{BOARD}"]
    happened = {line["name"] for line in stored["events"]}
    # Whatever it was called then is still understood today; newer events have stored examples of their own.
    assert len(happened) >= 38
    assert happened <= EVENTS.keys()


def test_every_backup_ever_written_is_still_read(house: House) -> None:
    assert len(STORED) >= 2
    for backup in STORED:
        comes_back(house, backup)


def test_every_field_of_every_event_is_checked() -> None:
    unknown = [
        (name, field.name)
        for name, kind in EVENTS.items()
        for field in dataclasses.fields(kind)  # type: ignore[arg-type]
        if field.name not in KINDS and (name, field.name) not in KINDS_OF
    ]
    assert unknown == []


def test_a_backup_is_named_for_its_day(fay: Visitor) -> None:
    told = fay.takes("json").headers["Content-Disposition"]
    assert re.match(r'attachment; filename="backup-25\d\d-\d\d-\d\d\.json"', told)


def test_votes_that_are_not_shown_yet_stay_secret_and_are_held_again(fay: Visitor, ana: Visitor, house: House) -> None:
    fay.starts("write")
    card = ana.writes("ยุบรวมรายงาน", proposed="close")
    fay.starts("sort")
    fay.does("place_as_proposed", board=BOARD)
    shown, secret = vote_on(fay, ana, card), vote_on(fay, ana, card, show=False)
    fay.does("close_vote", vote=secret)
    told = backup_of(fay)
    assert told["tallies"]["votes"] == {shown: {card: 1}}
    assert [line["data"]["marks"] for line in told["events"] if line["name"] == "ballot_cast"] == [{}, {}]
    again = comes_back(house, told)
    seen = again.sees("facilitator")
    # A vote without its ballots would say that nobody had voted.
    assert {key: one["tallies"] for key, one in seen.items() if key.startswith("vote:")} == {f"vote:{shown}": {card: 1}}
    anew = vote_on(again, joins(again), card)
    assert again.sees("facilitator")[f"vote:{anew}"]["tallies"] == {card: 1}


def vote_on(fay: Visitor, ana: Visitor, card: str, *, show: bool = True) -> str:
    vote = fay.does("open_vote", board=BOARD, on="cards", each=1, most_on_one=1)
    ana.does("cast_ballot", vote=vote, marks={card: 1})
    if show:
        fay.does("show_votes", vote=vote)
    return vote
