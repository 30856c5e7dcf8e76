"""The office's letterhead is kept once, and is the paper of every workshop's Word report from then on."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from test_letterhead import an_office, related
from visitors import Visitor, opens_a_workshop

from server.assembly import House

OFFICE = "สำนักงานตัวอย่าง"


@pytest.fixture
def fay(house: House) -> Visitor:
    fay = opens_a_workshop(house)
    fay.starts("finished")
    return fay


def kept(who: Visitor, content: bytes | None = None) -> Any:
    path = f"{who.here}/office-letterhead"
    return who.asks("GET", path).json if content is None else who.sends(path, content).json


def report(who: Visitor, **wish: object) -> Any:
    return who.asks("POST", f"{who.here}/documents", {"format": "docx", "letterhead": True, **wish}).json


def head_of(who: Visitor, made: Any) -> str:
    file = who.asks("GET", f"/{made['path']}").data
    return str(docx.Document(io.BytesIO(file)).sections[0].header.paragraphs[0].text)


def test_what_one_workshop_keeps_is_the_paper_of_the_next(house: House, fay: Visitor) -> None:
    assert kept(fay) == {"ok": True, "kept_at": None}
    assert head_of(fay, report(fay)) != OFFICE
    assert kept(fay.link("co_facilitator"), an_office())["kept_at"]
    other = opens_a_workshop(house)
    assert kept(other)["kept_at"]
    assert head_of(other, report(other)) == OFFICE
    assert head_of(other, report(other, letterhead=False)) != OFFICE


def test_a_dangerous_file_is_refused_and_the_one_before_stays(fay: Visitor) -> None:
    kept(fay, an_office())
    for content, code in (
        (related("oleObject", "http://elsewhere.example/x"), "template_unsafe"),
        (b"not word", "template_not_word"),
    ):
        assert kept(fay, content)["code"] == code
    assert fay.sends(f"{fay.here}/office-letterhead", b"").json["code"] == "empty"
    assert head_of(fay, report(fay)) == OFFICE


def test_only_its_facilitator_throws_it_away_and_a_reader_never_has_it(fay: Visitor) -> None:
    kept(fay, an_office())
    path = f"{fay.here}/office-letterhead"
    reader, helper = fay.link("result"), fay.link("co_facilitator")
    assert report(reader)["code"] == "forbidden"
    assert kept(reader)["code"] == kept(reader, an_office())["code"] == "forbidden"
    assert helper.asks("DELETE", path).json["code"] == "forbidden"
    assert fay.asks("DELETE", path).json == {"ok": True}
    assert kept(fay)["kept_at"] is None
    assert fay.asks("DELETE", path).json == {"ok": True}
    assert head_of(fay, report(fay)) != OFFICE
