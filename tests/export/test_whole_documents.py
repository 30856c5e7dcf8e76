"""From people's phones to the files: what the room did together stands in every format."""

from __future__ import annotations

import datetime
import io
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from visitors import BOARD, Visitor, joins

from server.export.filling import workshop_view
from server.export.formats import FORMATS
from server.export.options import Options
from server.workshop import Refused
from server.workshop.views import FACILITATOR, RESULT

TEXT_FORMATS = ("csv", "csv-wide", "md", "txt", "docx", "xlsx")
NOW = datetime.datetime(2026, 11, 22, 5, tzinfo=datetime.UTC)


def taken(fay: Visitor, name: str, audience: str = FACILITATOR, **wish: Any) -> str:
    """All words of a file."""
    workshop = fay.house.shelf.live(fay.workshop).workshop
    options = Options(**wish)
    content = FORMATS[name].make(workshop_view(workshop, audience, options, NOW), options)
    return READERS[name](content)


def _words(content: bytes) -> str:
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join("".join(text.text or "" for text in one.iter(qn("w:t"))) for one in body.iter(qn("w:p")))


def _cells(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


def _plain(content: bytes) -> str:
    return content.decode("utf-8-sig").replace("\\", "")


READERS = dict.fromkeys(FORMATS, _plain) | {"docx": _words, "xlsx": _cells}


def a_grouped_board(fay: Visitor, ana: Visitor, ben: Visitor) -> list[str]:
    """Three cards in a group, one of them said twice; one alone; one parked; one late."""
    fay.starts("write")
    cards = [ana.writes(text) for text in ("งดรายงานกระดาษ", "รายงานซ้ำหลายทาง", "เลิกส่งกระดาษ")]
    cards += [ben.writes(text) for text in ("ลดประชุม", "ใบที่พักไว้")]
    fay.does("park_cards", cards=[cards[4]])
    fay.starts("show")
    ben.writes("ใบมาช้า")
    fay.starts("sort")
    fay.does("move_cards", cards=cards[:4], column="close")
    fay.does("stack_cards", cards=[cards[0], cards[2]])
    group = fay.does("group_cards", cards=[cards[0], cards[1]], label="ลดรายงานที่ซ้ำ")
    fay.does("fix_card", card=cards[3], text="ลดการประชุม")
    fay.does("decide_item", item=group, field="owner", value="กลุ่มงานแผน")
    fay.does("decide_item", item=group, field="conclusion", value="ใช้ระบบเดียว")
    fay.does("decide_item", item=group, field="due", value="2570-Q2")
    fay.does("decide_item", item=group, field="report", value="ยุบรวมการรายงาน")
    return [*cards, group]


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_every_card_stack_and_loner_of_the_room_goes_home(name: str, fay: Visitor, ana: Visitor, ben: Visitor) -> None:
    a_grouped_board(fay, ana, ben)
    told = taken(fay, name)
    for text in ("งดรายงานกระดาษ", "รายงานซ้ำหลายทาง", "เลิกส่งกระดาษ", "ลดการประชุม"):
        assert text in told
    assert "ใบที่พักไว้" not in told
    assert "ใบมาช้า" not in told
    assert "ใบที่พักไว้" in taken(fay, name, parked=True)
    assert "ใบมาช้า" not in taken(fay, name, parked=True)


@pytest.mark.parametrize("name", ["csv", "md", "docx", "xlsx"])
def test_groups_decisions_and_both_wordings_stand_beside_each_other(
    name: str, fay: Visitor, ana: Visitor, ben: Visitor
) -> None:
    a_grouped_board(fay, ana, ben)
    told = taken(fay, name)
    assert "ลดรายงานที่ซ้ำ" in told
    assert "กลุ่มงานแผน" in told
    assert "ไตรมาส 2 ปีงบประมาณ พ.ศ. 2570" in told
    assert "ลดประชุม" in told
    assert "ยุบรวมการรายงาน" in told


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_votes_are_in_no_file_before_they_are_shown(name: str, fay: Visitor, ana: Visitor, ben: Visitor) -> None:
    group = a_grouped_board(fay, ana, ben)[-1]
    vote = fay.does("open_vote", board=BOARD, on="groups", each=3, most_on_one=3)
    before = taken(fay, name)
    ana.does("cast_ballot", vote=vote, marks={group: 3})
    ben.does("cast_ballot", vote=vote, marks={group: 2})
    assert taken(fay, name) == before
    fay.does("close_vote", vote=vote)
    assert taken(fay, name) == before
    fay.does("show_votes", vote=vote)
    after = taken(fay, name)
    assert (after != before) == (name != "csv-wide")
    if name in ("md", "txt"):
        assert "5 คะแนน" in after


@pytest.mark.parametrize("name", [*TEXT_FORMATS, "line"])
@pytest.mark.parametrize("phase", ["join", "trial", "write", "stopped"])
def test_no_file_holds_a_card_before_it_is_shown(name: str, phase: str, fay: Visitor, ana: Visitor) -> None:
    fay.starts("write")
    ana.writes("ความลับของห้อง")
    fay.starts(phase)
    assert "ความลับ" not in taken(fay, name, parked=True)


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_result_reader_takes_the_finished_board_without_first_wordings(
    name: str, fay: Visitor, ana: Visitor, ben: Visitor
) -> None:
    a_grouped_board(fay, ana, ben)
    with pytest.raises(Refused, match="forbidden"):
        taken(fay, name, RESULT)
    fay.starts("finished")
    told = taken(fay, name, RESULT, parked=True)
    assert "ลดการประชุม" in told
    assert "ลดประชุม" not in told
    assert "ใบที่พักไว้" not in told


def test_what_answers_a_group_stands_below_it(fay: Visitor, ana: Visitor, ben: Visitor) -> None:
    group = a_grouped_board(fay, ana, ben)[-1]
    fay.does("add_child", parent=group, text="ทำแบบรายงานกลาง")
    assert ": ทำแบบรายงานกลาง" in taken(fay, "docx")
    assert "↳ ทำแบบรายงานกลาง" in taken(fay, "txt")


def test_late_comers_count_among_the_people(fay: Visitor, ana: Visitor, ben: Visitor) -> None:
    a_grouped_board(fay, ana, ben)
    joins(fay)
    assert "ผู้เข้าร่วม 3 คน" in taken(fay, "line")
