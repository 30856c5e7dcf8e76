"""The Word report: official style in every part of the file, and every card's words as they are."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import naughty
import pytest
import sample_views
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from server.export.options import Options
from server.export.printable import printable
from server.export.word import word
from server.export.word.styles import FALLBACK, FONT, STYLES
from server.export.workshop_view import WorkshopView

THAI_SECTIONS = (
    "ความเป็นมา", "วัตถุประสงค์", "วัน เวลา และสถานที่", "ผู้เข้าร่วมประชุม", "วิธีดำเนินการ", "ผลการระดมความคิด",
    "ผู้เข้าร่วมวางแต่ละเรื่องไว้ช่องใด", "ผลการลงคะแนน", "ข้อสรุปและแผนการดำเนินงาน", "ปัญหา อุปสรรค และข้อเสนอแนะ",
)  # fmt: skip


def opened(view: WorkshopView, **wish: Any) -> Any:
    return docx.Document(io.BytesIO(word(view, Options(**wish))))


def paragraphs(document: Any) -> list[str]:
    """All paragraphs, in tables too, in their order."""
    return [docx.text.paragraph.Paragraph(one, document).text for one in document.element.body.iter(qn("w:p"))]


def headings(document: Any, level: int) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.name.lower() == f"heading {level}"]


def test_every_style_says_font_size_and_language_for_thai_as_for_latin() -> None:
    document = opened(sample_views.whole())
    root = document.styles.element
    looks = [(style.get(qn("w:styleId")), style.find(qn("w:rPr"))) for style in root.iter(qn("w:style"))]
    looks.append(("defaults", root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")))
    assert len(looks) == len(STYLES) + 4
    for name, look in looks:
        fonts = look.find(qn("w:rFonts"))
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {FONT}, name
        assert not [key for key in fonts.keys() if key.endswith("Theme")], name  # noqa: SIM118
        assert look.find(qn("w:sz")).get(qn("w:val")) == look.find(qn("w:szCs")).get(qn("w:val")), name
        assert (look.find(qn("w:b")) is None) == (look.find(qn("w:bCs")) is None), name
        assert look.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH", name
    assert looks[-1][1].find(qn("w:szCs")).get(qn("w:val")) == "32"


def test_every_run_that_is_bold_or_small_is_so_in_thai_too() -> None:
    for run in opened(sample_views.whole()).element.body.iter(qn("w:rPr")):
        assert (run.find(qn("w:b")) is None) == (run.find(qn("w:bCs")) is None)
        sizes = [run.find(qn(name)) for name in ("w:sz", "w:szCs")]
        assert (sizes[0] is None and sizes[1] is None) or sizes[0].get(qn("w:val")) == sizes[1].get(qn("w:val"))


def test_sarabun_stands_in_where_the_official_font_is_missing() -> None:
    with zipfile.ZipFile(io.BytesIO(word(sample_views.practice(), Options()))) as package:
        fonts = package.read("word/fontTable.xml").decode()
    assert f'w:name="{FONT}"><w:altName w:val="TH SarabunPSK,{FALLBACK}' in fonts


def test_every_paragraph_has_a_style_of_the_file() -> None:
    document = opened(sample_views.whole())
    known = {style.get(qn("w:styleId")) for style in document.styles.element.iter(qn("w:style"))}
    used = {one.get(qn("w:val")) for one in document.element.body.iter(qn("w:pStyle"), qn("w:tblStyle"))}
    assert used <= known
    assert all(one.find(qn("w:pPr")) is not None for one in document.element.body.iter(qn("w:p")))


def test_the_page_is_a4_with_the_margins_of_an_official_letter() -> None:
    section = opened(sample_views.practice()).sections[0]
    told = [
        round(one.cm, 1) for one in (section.page_width, section.page_height, section.left_margin, section.right_margin)
    ]
    assert told == [21.0, 29.7, 3.0, 2.0]


def test_the_sections_go_from_background_to_appendix() -> None:
    document = opened(sample_views.whole())
    expected = [f"{number}. {name}" for number, name in enumerate(THAI_SECTIONS, 1)]
    assert headings(document, 1) == ["สรุปสำหรับผู้บริหาร", *expected, "ภาคผนวก"]
    assert "กรอบการขับเคลื่อนงาน ปีงบประมาณ พ.ศ. 2570" in headings(document, 2)


def test_a_board_without_votes_and_decisions_has_no_such_sections_and_leaves_dots() -> None:
    document = opened(sample_views.practice())
    assert "7. ข้อสรุปและแผนการดำเนินงาน" in headings(document, 1)
    assert not [one for one in headings(document, 1) if "ลงคะแนน" in one]
    assert not [one for one in headings(document, 2) if "กรอบ" in one]
    plan = next(table for table in document.tables if table.cell(0, 1).text == "เรื่องและข้อสรุป")
    assert set(plan.cell(1, 2).text) == {"."}


def test_what_nobody_knows_is_a_dotted_line() -> None:
    body = opened(sample_views.practice()).element.body
    dotted = [one for one in body.iter(qn("w:tab")) if one.get(qn("w:leader")) == "dot"]
    assert len(dotted) >= 12


def test_every_table_repeats_its_heading_and_fills_the_page() -> None:
    for table in opened(sample_views.whole()).tables:
        rows = table._tbl.findall(qn("w:tr"))
        widths = [int(one.get(qn("w:w"))) for one in table._tbl.iter(qn("w:gridCol"))]
        assert sum(widths) == 9071
        assert len(rows) == 1 or rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None or len(widths) == 2
        for row in rows:
            cells = [int(one.get(qn("w:w"))) for one in row.iter(qn("w:tcW"))]
            assert sum(cells) == 9071


def test_days_and_years_are_buddhist_in_thai_digits_when_asked() -> None:
    document = opened(sample_views.whole(), thai_digits=True)
    told = "\n".join(paragraphs(document))
    assert "วันที่ ๒๒ พฤศจิกายน ๒๕๖๙" in told
    assert "ปีงบประมาณ พ.ศ. ๒๕๗๐" in told
    assert "๑. ความเป็นมา" in told
    assert "๓๑ มีนาคม ๒๕๗๐" in told
    # What people wrote keeps its digits.
    assert "ปีงบประมาณ 2570 และเพราะอะไร" in told
    assert document.sections[0]._sectPr.find(qn("w:pgNumType")).get(qn("w:fmt")) == "thaiNumbers"


def test_the_report_speaks_english() -> None:
    document = opened(sample_views.whole("en"), language="en")
    assert headings(document, 1)[:2] == ["Summary", "1. Background"]
    assert "Frame for action, fiscal year 2027" in headings(document, 2)
    assert "22 November 2026" in paragraphs(document)


def test_groups_stacks_children_wordings_and_votes_are_all_there() -> None:
    told = "\n".join(paragraphs(opened(sample_views.whole(), parked=True)))
    for text in (
        "★ ลดการรายงานที่ซ้ำซ้อน",
        "ข้อความบนกระดาน: รายงานซ้ำซ้อน",
        "ข้อความเดิม: งดรายงานกระดาด",
        "ซ้ำกับ: ส่งกระดาษทำไม",
        "แนวทางแก้ไข: ทำแบบรายงานกลางแบบเดียว",
        "ผู้ลงคะแนน 26 คน จากผู้เข้าร่วม 34 คน",
        "ข้อสรุป: ใช้ระบบเดียว ไม่ส่งกระดาษ",
        "บัตรที่พักไว้",
        "– ได้คุยกันจริง ๆ",
    ):
        assert text in told


def test_what_people_differed_on_when_they_placed_comes_first() -> None:
    document = opened(sample_views.whole())
    assert "ผู้เข้าร่วม 28 คน จาก 34 คน วางแต่ละเรื่องลงช่องโดยไม่บอกกัน" in "\n".join(paragraphs(document))
    placings = next(table for table in document.tables if table.cell(0, 1).text == "ทุกคนวาง")
    told = [[int(number) for number in re.findall(r"\d+", row.cells[1].text)] for row in placings.rows[1:]]
    parts = [max(counts) / sum(counts) for counts in told]
    assert parts == sorted(parts)
    assert parts[0] < 0.6 < parts[-1]


def test_items_with_as_many_votes_share_a_place() -> None:
    document = opened(sample_views.whole())
    votes = next(table for table in document.tables if table.cell(0, 0).text == "อันดับ")
    told = [(row.cells[0].text, int(row.cells[3].text) + int(row.cells[4].text or 0)) for row in votes.rows[1:]]
    assert told == sorted(told, key=lambda one: -one[1])
    assert all((a[0] == b[0]) == (a[1] == b[1]) for a, b in pairwise(told))


@pytest.mark.parametrize("texts", [naughty.KEPT, naughty.UNKEPT], ids=["kept", "unkept"])
def test_naughty_texts_are_texts_and_stay_the_same(texts: tuple[str, ...]) -> None:
    document = opened(sample_views.of_texts(texts))
    table = next(one for one in document.tables if one.cell(0, 1).text == "ความคิดเห็น")
    shown = [cells[1].text for row in table._tbl.tr_lst[1:] if (cells := _cells(row, table))]
    assert shown == [printable(text).replace("\r\n", "\n").replace("\r", "\n") for text in texts]


def _cells(row: Any, table: Any) -> list[Any]:
    return [docx.table._Cell(cell, table) for cell in row.tc_lst]


def test_no_text_becomes_a_field_a_link_or_markup() -> None:
    body = opened(sample_views.of_texts(naughty.NAUGHTY)).element.body
    assert not list(body.iter(qn("w:instrText"), qn("w:fldSimple"), qn("w:hyperlink"), qn("w:object")))


@pytest.mark.parametrize("wish", [{}, {"thai_digits": True}], ids=["arabic", "thai"])
@pytest.mark.parametrize("name", ["practice", "whole", "naughty", "empty"])
def test_word_is_expected_to_open_the_file_without_complaint(name: str, wish: dict[str, Any]) -> None:
    view = {
        "practice": sample_views.practice,
        "whole": sample_views.whole,
        "naughty": lambda: sample_views.of_texts(naughty.NAUGHTY),
        "empty": lambda: sample_views.of_texts([]),
    }[name]()
    assert complaints(word(view, Options(**wish))) == []


def complaints(content: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(content)
        return [str(one) for one in OpenXmlValidator().validate(path).errors]


def test_the_file_says_nothing_of_who_or_what_made_it() -> None:
    about = opened(sample_views.practice()).core_properties
    assert (about.author, about.last_modified_by, about.comments, about.title) == ("", "", "", "ทบทวนงานพัฒนาชุมชน")
