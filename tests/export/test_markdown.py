"""Markdown as its readers show it: our headings and lists, and every card's text as plain text."""

from __future__ import annotations

import naughty
import pytest
import sample_views
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from server.export.markdown import escaped, markdown
from server.export.options import Options
from server.thai import clean

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "text_special"}


def shown(text: str) -> list[str]:
    """Every block's text; anything that is not text says its name."""
    return [_words(block.children or []) for block in READER.parse(text) if block.type == "inline"]


def _words(pieces: list[Token]) -> str:
    return "".join(one.content if one.type in PLAIN else f"<{one.type}>" for one in pieces)


@pytest.mark.parametrize("text", naughty.KEPT, ids=range(len(naughty.KEPT)))
@pytest.mark.parametrize("before", ["- ", "", "# "])
def test_a_naughty_text_is_shown_as_it_is(text: str, before: str) -> None:
    assert shown(before + escaped(text)) == [text]


@given(st.text(st.sampled_from("*_`#-+.1)>|~[]()<&!:\\ กa"), max_size=12))
def test_no_text_becomes_markup(text: str) -> None:
    kept = clean(text)
    assert shown(f"- {escaped(kept)}") == ([kept] if kept else [])


def test_the_whole_workshop_is_there() -> None:
    told = markdown(sample_views.whole(), Options()).decode()
    blocks = shown(told)
    assert blocks[0] == "ทบทวนงานพัฒนาชุมชน"
    assert "กรอบการขับเคลื่อนงาน" in blocks
    assert "ลดการรายงานที่ซ้ำซ้อน" in blocks
    assert "★ <strong_open>รายงานซ้ำซ้อน<strong_close> (บัตร 5 ใบ · 12 คะแนน)" in blocks
    assert "= ส่งกระดาษทำไม" in blocks
    assert "ข้อความเดิม: งดรายงานกระดาด" in blocks


def test_it_speaks_english() -> None:
    told = shown(markdown(sample_views.practice("en"), Options()).decode())
    assert told[:2] == [
        "Yearly review of community work",
        "22 November 2026 · fiscal year 2027 · 34 people · 60 cards · 20 groups",
    ]
