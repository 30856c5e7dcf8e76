"""What is pasted into a chat: ten lines that say it all, then the whole board."""

from __future__ import annotations

import dataclasses

import naughty
import pytest
import sample_views

from server.export.line_text import LINES, line_summary, line_text
from server.export.options import Options
from server.export.workshop_view import CardView, WorkshopView


def summary(view: WorkshopView) -> list[str]:
    return line_summary(view, Options()).decode().splitlines()


def test_the_summary_says_what_when_how_many_and_what_weighed_most() -> None:
    assert summary(sample_views.practice()) == [
        "ทบทวนงานพัฒนาชุมชน",
        "22 พฤศจิกายน 2569 · ปีงบประมาณ พ.ศ. 2570",
        "ผู้เข้าร่วม 34 คน · บัตร 60 ใบ · 20 กลุ่มบัตร",
        "■ ปิด (19)",
        "• รายงานซ้ำซ้อน (บัตร 3 ใบ)",
        "• กลุ่มไลน์งานมากเกินไป (บัตร 3 ใบ)",
        "↑ ปรับปรุง (26)",
        "• สื่อและประชาสัมพันธ์ (บัตร 5 ใบ)",
        "＋ เปิด (15)",
        "• ตลาดออนไลน์ (บัตร 4 ใบ)",
    ]


@pytest.mark.parametrize(
    "view", [sample_views.whole(), sample_views.big(), sample_views.of_texts([]), sample_views.of_texts(naughty.KEPT)]
)
def test_the_summary_is_never_longer_than_ten_lines(view: WorkshopView) -> None:
    assert 2 <= len(summary(view)) <= LINES


def test_the_summary_speaks_english() -> None:
    assert summary(sample_views.practice("en"))[1:3] == [
        "22 November 2026 · fiscal year 2027",
        "34 people · 60 cards · 20 groups",
    ]


def test_what_was_decided_comes_before_what_was_said() -> None:
    assert summary(sample_views.whole())[3] == "■ ลดการรายงานที่ซ้ำซ้อน – กลุ่มงานสารสนเทศ · 31 มีนาคม 2570"


def test_of_a_whole_day_every_board_is_told() -> None:
    view = sample_views.whole_day()
    undecided = dataclasses.replace(view, boards=view.boards[:4])
    assert summary(undecided)[3:] == [f"【{title}】 • {title} กลุ่มที่ 1 (บัตร 3 ใบ)" for title, *_ in sample_views.TOPICS]


def test_votes_weigh_more_than_the_number_of_cards() -> None:
    columns = tuple(
        dataclasses.replace(
            column, items=(CardView(1, "สองเสียง", votes=2), CardView(2, "เก้าเสียง", votes=9), *column.items[2:])
        )
        for column in sample_views.practice().boards[0].columns
    )
    board = dataclasses.replace(sample_views.practice().boards[0], columns=columns)
    assert summary(dataclasses.replace(sample_views.practice(), boards=(board,)))[4] == "• เก้าเสียง (9 คะแนน)"


def test_the_whole_text_begins_with_the_summary_and_holds_every_wording() -> None:
    view = sample_views.whole()
    told = line_text(view, Options()).decode()
    assert told.startswith("\n".join(summary(view)) + "\n\n")
    for text in (
        "งดส่งรายงานกระดาษซ้ำกับที่คีย์ในระบบแล้ว",
        "รายงานกระดาษซ้ำ",
        "ทำแบบรายงานกลางแบบเดียว",
        "บัตรที่พักไว้",
        "【สิ่งที่ทำได้สำเร็จ】",
    ):
        assert text in told


def test_naughty_texts_stand_in_the_text_as_they_are() -> None:
    told = line_text(sample_views.of_texts(naughty.KEPT), Options()).decode()
    shown = [line.removeprefix("• ") for line in told.split("\n") if line.startswith("• ")]
    assert shown[-len(naughty.KEPT) :] == list(naughty.KEPT)
    line_text(sample_views.of_texts(naughty.UNKEPT), Options())
