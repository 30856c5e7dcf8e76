"""The workbook as another program reads it: texts, numbers and days, and never a formula."""

from __future__ import annotations

import dataclasses
import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import naughty
import openpyxl
import pytest
import sample_views
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from server.export.excel import excel
from server.export.options import Options
from server.export.sheet_names import FORBIDDEN, SheetNames
from server.export.workshop_view import WorkshopView


def book_of(view: WorkshopView) -> Any:
    return openpyxl.load_workbook(io.BytesIO(excel(view, Options())))


def column_of(sheet: Any, heading: str) -> list[Any]:
    place = [cell.value for cell in sheet[1]].index(heading)
    return [row[place].value for row in sheet.iter_rows(min_row=2)]


def test_there_is_a_sheet_for_the_summary_the_plan_all_cards_and_each_column() -> None:
    assert book_of(sample_views.practice()).sheetnames == ["สรุป", "ข้อสรุปและแผน", "บัตรทั้งหมด", "ปิด", "ปรับปรุง", "เปิด"]
    english = openpyxl.load_workbook(io.BytesIO(excel(sample_views.practice("en"), Options(language="en"))))
    assert english.sheetnames == ["Summary", "Decisions", "All cards", "Close", "Improve", "Open"]


def test_cards_stand_in_the_offices_column_order() -> None:
    sheet = book_of(sample_views.practice())["บัตรทั้งหมด"]
    assert [cell.value for cell in sheet[1]] == [
        "ลำดับ", "ช่อง", "กลุ่มบัตร", "ข้อความ", "ข้อความสำหรับรายงาน", "คะแนน", "จำนวนบัตรที่ซ้อน", "โต๊ะ",
        "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ", "สถานะ", "หมายเหตุ",
    ]  # fmt: skip
    assert column_of(sheet, "ลำดับ") == list(range(1, 61))
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:L61"
    assert sheet.print_title_rows == "$1:$1"


def test_each_column_has_its_own_cards() -> None:
    book = book_of(sample_views.practice())
    assert [len(column_of(book[name], "ข้อความ")) for name in ("ปิด", "ปรับปรุง", "เปิด")] == [19, 26, 15]


def test_what_was_decided_stands_in_the_plan_with_a_real_day_shown_as_a_buddhist_one() -> None:
    sheet = book_of(sample_views.whole())["ข้อสรุปและแผน"]
    assert column_of(sheet, "เรื่อง")[0] == "ลดการรายงานที่ซ้ำซ้อน"
    assert column_of(sheet, "ข้อความบนกระดาน")[0] == "รายงานซ้ำซ้อน"
    assert column_of(sheet, "สถานะ")[0] == "กำลังดำเนินการ"
    assert column_of(sheet, "คะแนน")[0] == 12
    cell = next(one for one in sheet[2] if isinstance(one.value, datetime.datetime))
    assert cell.value.date() == datetime.date(2027, 3, 31)
    assert cell.number_format == "[$-107041E]d mmm yyyy"


def test_the_summary_counts_and_draws_from_nought() -> None:
    content = excel(sample_views.practice(), Options())
    sheet = openpyxl.load_workbook(io.BytesIO(content))["สรุป"]
    told = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert (told["ผู้เข้าร่วม (คน)"], told["บัตรคำ (ใบ)"], told["กลุ่มบัตร (กลุ่ม)"]) == (34, 60, 20)
    assert told["วันที่"].date() == sample_views.DAY
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        chart = package.read("xl/charts/chart1.xml").decode()
    assert '<c:min val="0"/>' in chart
    assert chart.count("<c:dPt>") == 3


def test_naughty_texts_are_texts_and_stay_the_same() -> None:
    book = book_of(sample_views.of_texts(naughty.KEPT))
    assert column_of(book["บัตรทั้งหมด"], "ข้อความ") == list(naughty.KEPT)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_no_part_of_the_file_holds_a_formula_or_a_link() -> None:
    for texts in (naughty.KEPT, naughty.UNKEPT):
        with zipfile.ZipFile(io.BytesIO(excel(sample_views.of_texts(texts), Options()))) as package:
            for name in package.namelist():
                part = package.read(name).decode()
                assert not re.search(r"<f[ >]|<hyperlink", part) or name.startswith("xl/charts/"), name
                assert 'TargetMode="External"' not in part


@pytest.mark.parametrize(
    "name", ["ปิด/เปิด", "a" * 40, "[x]:*?/\\", "", "'x'", "History", "👩‍🌾" * 12, "ที่" * 20, "\x00", "สรุป"]
)
def test_any_column_name_makes_a_sheet(name: str) -> None:
    view = sample_views.of_texts(["ก"])
    board = view.boards[0]
    columns = tuple(dataclasses.replace(column, name=name) for column in board.columns)
    book = book_of(dataclasses.replace(view, boards=(dataclasses.replace(board, columns=columns),)))
    assert len(book.sheetnames) == 5


@given(st.lists(st.text(max_size=50), max_size=6))
def test_no_sheet_name_is_refused_or_taken_twice(wanted: list[str]) -> None:
    names = SheetNames()
    taken = [names.take(one) for one in wanted]
    assert len({one.casefold() for one in taken}) == len(taken)
    assert all(0 < len(one.encode("utf-16-le")) // 2 <= 31 and not FORBIDDEN.search(one) for one in taken)
    assert not any(one.startswith("'") or one.endswith("'") or one.casefold() == "history" for one in taken)


def test_long_texts_get_rows_high_enough() -> None:
    sheet = book_of(sample_views.of_texts(["ที่" * 120]))["บัตรทั้งหมด"]
    assert sheet.row_dimensions[2].height >= 4 * 24


@pytest.mark.parametrize(
    "view", [sample_views.whole(), sample_views.of_texts(naughty.NAUGHTY)], ids=["whole", "naughty"]
)
def test_excel_is_expected_to_open_the_file_without_complaint(view: WorkshopView, tmp_path: Path) -> None:
    path = tmp_path / "cards.xlsx"
    path.write_bytes(excel(view, Options()))
    assert [str(one) for one in OpenXmlValidator().validate(path).errors] == []
