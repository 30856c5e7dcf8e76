"""Bad input: cleaned or refused by name, the same on socket and HTTP, and never a bug."""

from __future__ import annotations

import json
import logging
import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from play import ASKING
from test_roles import Town, town
from venue import BOARD, Somebody, Venue, an_id

from server import bodies, thai, wire
from server.answers import refusal
from server.workshop import Refused
from server.workshop.fields import CARD_LETTERS

__all__ = ["town"]

ID = "a-command-id-123"
FAST = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

anything = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=30),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
surrogates = some.text(some.characters(categories=("Cs", "Lo", "Mn", "Cf", "Cc")), max_size=40)


def refused(body: object) -> dict[str, Any] | None:
    try:
        wire.command(body)
    except Refused as why:
        return why.answer()
    return None


@FAST
@given(anything)
def test_no_json_at_all_is_a_bug(body: object) -> None:
    answer = refused(body)
    assert answer is not None
    assert answer["code"] == "malformed"


@FAST
@given(
    some.sampled_from(sorted(ASKING)),
    some.dictionaries(
        some.sampled_from(["board", "card", "cards", "text", "column", "seconds", "until", "step", "page", "key"])
        | some.text(max_size=6),
        anything | surrogates,
        max_size=6,
    ),
)
def test_a_command_with_any_fields_is_read_or_refused_by_name(name: str, fields: dict[str, Any]) -> None:
    answer = refused({**fields, "id": ID, "name": name})
    if answer is None:
        return
    assert answer["code"] in ("malformed", "empty", "too_long")
    # Whatever it says must be sayable.
    assert refusal(Refused(answer["code"], field=answer.get("field"))).status_code >= 400


@FAST
@given(surrogates)
def test_what_is_kept_of_a_text_can_be_stored_and_sent(text: str) -> None:
    body = {"id": ID, "name": "submit_card", "board": BOARD, "text": text}
    answer = refused(body)
    if answer is not None:
        assert (answer["code"], answer["field"]) in (("empty", "text"), ("too_long", "text"))
        return
    kept: str = wire.command(body)[1].text  # type: ignore[attr-defined]
    kept.encode()
    assert "\x00" not in kept
    assert thai.clean(kept) == kept
    assert 1 <= thai.graphemes(kept) <= CARD_LETTERS


TEXTS = {
    "empty": ("", "empty", None),
    "only what is not seen": ("\u200b\u202e\x00 \n", "empty", None),
    "121 letters": ("ก" * 121, "too_long", CARD_LETTERS),
    "121 letters with marks": ("ที่" * 121, "too_long", CARD_LETTERS),
    "more than 2 kB in few letters": ("👨‍👩‍👧‍👦" * 100, "too_long", CARD_LETTERS),
}


@pytest.mark.parametrize(("text", "code", "limit"), TEXTS.values(), ids=TEXTS)
def test_a_text_is_refused_with_its_field_and_limit(text: str, code: str, limit: int | None) -> None:
    answer = refused({"id": ID, "name": "submit_card", "board": BOARD, "text": text})
    assert answer == {"ok": False, "code": code, "retry": False, "field": "text"} | ({"limit": limit} if limit else {})


KEPT = {
    "120 letters": ("ที่" * 120, "ที่" * 120),
    "NUL and bidi": ("a\x00b\u202ec", "abc"),
    "half an emoji": ("a\ud83d", "a"),
    "zalgo": ("ก" + "\u0e49" * 30, "ก\u0e49"),
    "two kinds of am": ("น้\u0e4d\u0e32", "น้ำ"),
    "double e": ("เเม่", "แม่"),
}


@pytest.mark.parametrize(("text", "kept"), KEPT.values(), ids=KEPT)
def test_a_text_is_cleaned_and_taken(venue: Venue, fay: Somebody, ana: Somebody, text: str, kept: str) -> None:
    fay.starts("write")
    card = ana.writes(text)
    assert venue.live.workshop.cards[card].text == kept


MASS = {"author": "x", "shown": True, "seq": 9, "actor": "x", "role": "facilitator", "late": False, "__class__": "x"}


@pytest.mark.parametrize("extra", MASS)
def test_a_field_that_is_not_asked_for_is_refused(extra: str) -> None:
    body = {"id": ID, "name": "submit_card", "board": BOARD, "text": "คำ", extra: MASS[extra]}
    assert refused(body) == {"ok": False, "code": "malformed", "retry": False, "field": extra}


BAD: dict[str, Any] = {
    "no name": {"id": ID},
    "a strange name": {"id": ID, "name": "drop_tables"},
    "a name that is a list": {"id": ID, "name": ["undo"]},
    "no id": {"name": "undo"},
    "a short id": {"id": "short", "name": "undo"},
    "an id with a line end": {"id": ID[:15] + "\n", "name": "undo"},
    "an extra field": {"id": ID, "name": "undo", "actor": "fay"},
    "half an emoji as a field": {"id": ID, "name": "undo", "\ud83d": 1},
    "a number for a text": {"id": ID, "name": "rename_workshop", "title": 7},
    "true for a number": {"id": ID, "name": "turn_page", "board": BOARD, "page": True},
    "a fraction": {"id": ID, "name": "turn_page", "board": BOARD, "page": 1.5},
    "a huge number": {"id": ID, "name": "turn_page", "board": BOARD, "page": 10**15},
    "too many cards": {"id": ID, "name": "park_cards", "cards": [ID] * 501},
    "no cards": {"id": ID, "name": "park_cards", "cards": []},
    "a card that is an object": {"id": ID, "name": "park_cards", "cards": [{"id": ID}]},
    "too long a title": {"id": ID, "name": "rename_workshop", "title": "ก" * 121},
    "an empty title": {"id": ID, "name": "rename_workshop", "title": " \u200b "},
    "a phase that is none": {"id": ID, "name": "start_phase", "board": BOARD, "phase": "party"},
    "a day that is none": {"id": ID, "name": "keep_until", "until": "2027-02-31"},
    "a day in Thai digits": {"id": ID, "name": "keep_until", "until": "๒๐๒๗-๐๑-๐๑"},
    "a foreign address": {"id": ID, "name": "set_room", "address": "javascript:alert(1)"},
    "a board that is a path": {"id": ID, "name": "stop_timer", "board": "../board-1"},
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
def test_socket_and_http_give_the_same_answer(
    venue: Venue, fay: Somebody, town: Town, body: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    sid = venue.connect(fay.token, lambda *_: None)
    on_socket = venue.house.sockets.ask("command", sid, json.loads(json.dumps(body)))
    answer = town.client.post(
        f"/api/workshops/{town.workshop}/commands",
        data=json.dumps(body),
        headers={"Host": "localhost:8321", "Authorization": f"Bearer {town.tokens['facilitator']}"},
        content_type="application/json",
    )
    assert json.loads(answer.text) == on_socket
    assert on_socket["code"] in ("malformed", "empty", "too_long")
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


RAW = {
    "not JSON": b"{",
    "NaN": b'{"id": NaN}',
    "infinity": b'{"id": 1e999}',
    "deep": b"[" * 3000 + b"]" * 3000,
    "deep objects": b'{"a":' * 900 + b"1" + b"}" * 900,
    "not UTF-8": b'{"id": "\xff"}',
    "a list": b"[]",
    "a text": b'"undo"',
    "nothing": b"",
    "a number of a thousand digits": b'{"id": ' + b"9" * 5000 + b"}",
}


@pytest.mark.parametrize("raw", RAW.values(), ids=RAW)
def test_what_is_no_plain_object_is_malformed(town: Town, raw: bytes, caplog: pytest.LogCaptureFixture) -> None:
    answer = _post(town, raw)
    assert (answer.status_code, json.loads(answer.text)["code"]) == (400, "malformed")
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def test_a_body_over_16_kb_is_too_large_and_one_just_below_is_read(town: Town) -> None:
    assert _post(town, b'"' + b"a" * 16_384 + b'"').status_code == 413
    assert json.loads(_post(town, b'"' + b"a" * 16_000 + b'"').text)["code"] == "malformed"


def test_what_is_not_sent_as_json_is_malformed(town: Town) -> None:
    assert _post(town, b'{"id":"x"}', "text/plain").status_code == 400


def _post(town: Town, raw: bytes, kind: str = "application/json") -> Any:
    headers = {"Host": "localhost:8321", "Authorization": f"Bearer {town.tokens['facilitator']}"}
    return town.client.post(f"/api/workshops/{town.workshop}/commands", data=raw, headers=headers, content_type=kind)


MODELS = [
    bodies.Create,
    bodies.Join,
    bodies.Enter,
    bodies.Mint,
    bodies.Code,
    bodies.Keep,
    bodies.Delete,
    wire.Auth,
    wire.CatchUp,
]


@FAST
@given(
    some.sampled_from(MODELS),
    some.dictionaries(
        some.sampled_from(
            [
                "id",
                "title",
                "question",
                "code",
                "key",
                "role",
                "name",
                "confirm",
                "token",
                "v",
                "since",
                "audience",
                "password",
            ]
        )
        | some.text(max_size=5),
        anything | surrogates,
        max_size=8,
    ),
)
def test_every_other_body_is_read_or_refused_by_name(model: type[wire.Message], body: dict[str, Any]) -> None:
    codes = {"malformed", "empty", "too_long"}
    try:
        wire.checked(model, body)
    except Refused as why:
        codes -= {why.code}
        if len(codes) == 3:
            raise


@pytest.mark.parametrize("depth", [4, 5, 6, 50])
def test_depth_is_counted_and_never_runs_out_of_stack(depth: int) -> None:
    nest: Any = "x"
    for _ in range(depth):
        nest = [nest]
    answer = refused({"id": ID, "name": "park_cards", "cards": nest})
    assert answer is not None
    assert answer["code"] == "malformed"


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_numbers_are_finite(number: float) -> None:
    answer = refused({"id": an_id(), "name": "turn_page", "board": BOARD, "page": number})
    assert answer is not None
    assert answer["code"] == "malformed"
