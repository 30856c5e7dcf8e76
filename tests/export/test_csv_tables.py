"""CSV, long and wide: nothing calculates, and what is written can be read again."""

from __future__ import annotations

import csv
import io

import naughty
import pytest
import sample_views
from hypothesis import given
from hypothesis import strategies as st

from server.export.csv_tables import long_csv, wide_csv
from server.export.formula_guard import FORMULA
from server.export.options import Options
from server.export.reading_csv import Found, cells_of, texts_of
from server.thai import clean


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_long_csv_has_one_row_for_every_card_that_was_written() -> None:
    heading, *body = lines(long_csv(sample_views.whole(), Options()))
    told = [dict(zip(heading, line, strict=True)) for line in body]
    assert told[0]["ข้อความ"] == "งดส่งรายงานกระดาษซ้ำกับที่คีย์ในระบบแล้ว"
    assert (told[0]["กลุ่มบัตร"], told[0]["จำนวนบัตรที่ซ้อน"], told[0]["ข้อความเดิม"]) == ("รายงานซ้ำซ้อน", "3", "งดรายงานกระดาด")
    assert (told[0]["ผู้รับผิดชอบ"], told[0]["กำหนดแล้วเสร็จ"]) == ("กลุ่มงานสารสนเทศ", "2027-03-31")
    assert [(one["ข้อความ"], one["อยู่ใต้ลำดับ"]) for one in told[1:3]] == [("รายงานกระดาษซ้ำ", "1"), ("ส่งกระดาษทำไม", "1")]
    assert any(one["ช่อง"] == "พักไว้" for one in told)


def test_long_csv_of_one_board_does_not_name_it() -> None:
    assert "กระดาน" not in lines(long_csv(sample_views.practice(), Options()))[0]


def test_wide_csv_has_a_column_for_each_place() -> None:
    heading, *body = lines(wide_csv(sample_views.practice(), Options()))
    assert heading == ["ปิด", "ปรับปรุง", "เปิด"]
    assert [sum(bool(line[place]) for line in body) for place in range(3)] == [19, 26, 15]


@pytest.mark.parametrize("make", [long_csv, wide_csv])
def test_csv_speaks_english(make: object) -> None:
    heading = lines(make(sample_views.practice("en"), Options(language="en")))[0]  # type: ignore[operator]
    assert "Close" in heading or "Column" in heading


@pytest.mark.parametrize("make", [long_csv, wide_csv])
def test_naughty_texts_come_back_the_same_and_calculate_nothing(make: object) -> None:
    content = make(sample_views.of_texts(naughty.KEPT), Options())  # type: ignore[operator]
    assert [one.text for one in texts_of(cells_of(content))] == list(naughty.KEPT)
    blank = " \u00a0\u200b\ufeff\u2060\u3000"
    assert not any(cell.strip(blank)[:1] in FORMULA for line in lines(content) for cell in line if cell)


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_texts_come_back_from_long_and_wide(texts: list[str]) -> None:
    kept = [one for one in map(clean, texts) if one]
    view = sample_views.of_texts(kept)
    assert [one.text for one in texts_of(cells_of(long_csv(view, Options())))] == kept
    assert [one.text for one in texts_of(cells_of(wide_csv(view, Options())))] == kept


def test_a_table_read_again_knows_where_each_card_lay() -> None:
    view = sample_views.practice()
    found = texts_of(cells_of(long_csv(view, Options())))
    assert found[0] == Found(2, "งดส่งรายงานกระดาษซ้ำกับที่คีย์ในระบบแล้ว", "ปิด", "รายงานซ้ำซ้อน")
    assert {one.column for one in texts_of(cells_of(wide_csv(view, Options())))} == {"ปิด", "ปรับปรุง", "เปิด"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_other_programs_tables_are_read_too(encoding: str, sign: str) -> None:
    content = f"ช่อง{sign}ข้อความ\nปิด{sign}งดรายงาน\n".encode(encoding)
    assert texts_of(cells_of(content)) == [Found(2, "งดรายงาน", "ปิด", "")]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\xef\xbb\xbf\xff"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        texts_of(cells_of(content))


def test_an_empty_file_holds_nothing() -> None:
    assert texts_of(cells_of(b"")) == []
