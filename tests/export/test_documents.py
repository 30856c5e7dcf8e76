"""What goes home as CSV and as text for LINE is what the wall shows, and nothing else."""

from __future__ import annotations

import datetime
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from visitors import Visitor, in_order, joins, opens_a_workshop, rows

from server.assembly import House
from server.export.file_name import disposition
from server.export.formula_guard import FORMULA, guarded, unguarded

FORMULA_STARTS = "=+-@＝＋－＠\t\r\n\0' \u00a0\u200b\ufeff\u2060"


def a_sorted_board(fay: Visitor, ana: Visitor) -> list[str]:
    """Four cards: two to close, one to improve and starred, one waiting."""
    fay.starts("write")
    cards = [ana.writes(text) for text in ("เลิกรายงานซ้ำ", "=1+1", "-ลดประชุม")]
    cards.append(joins(fay).writes("ตลาดออนไลน์"))
    fay.starts("show")
    fay.starts("sort")
    fay.does("move_cards", cards=cards[:2], column="close")
    fay.does("move_cards", cards=[cards[2]], column="improve")
    fay.does("star_cards", cards=[cards[2]])
    return cards


def test_csv_holds_every_card_of_the_wall_in_the_order_of_the_wall(fay: Visitor, ana: Visitor) -> None:
    a_sorted_board(fay, ana)
    wall = fay.link("wall").sees("wall")
    expected = [text for column in ("close", "improve", "open", None) for text in in_order(wall, column)]
    told = rows(fay.takes("csv"))
    assert [unguarded(row["ข้อความ"]) for row in told] == expected
    assert [row["ลำดับ"] for row in told] == ["1", "2", "3", "4"]
    assert [row["ช่อง"] for row in told] == ["ปิด", "ปิด", "ปรับปรุง", "ยังไม่จัดกลุ่ม"]
    assert [row["ดาว"] for row in told] == ["", "", "★", ""]


def test_csv_is_what_excel_reads_right(fay: Visitor, ana: Visitor) -> None:
    a_sorted_board(fay, ana)
    text = fay.takes("csv").data.decode()
    lines = text.removeprefix("\ufeff").split("\r\n")
    assert text.startswith("\ufeff")
    assert lines.pop() == ""
    assert all(re.fullmatch(r'("[^"]*",)+"[^"]*"', line) for line in lines)
    assert len({line.count('","') for line in lines}) == 1
    assert '"\'=1+1"' in text


def test_csv_speaks_english_when_asked(fay: Visitor, ana: Visitor) -> None:
    a_sorted_board(fay, ana)
    told = rows(fay.asks("GET", f"{fay.here}/export.csv?language=en"))
    assert {"No.", "Column", "Group", "Text", "Original text", "Star"} <= set(told[0])
    assert told[0]["Column"] == "Close"


@given(st.text(st.sampled_from(FORMULA_STARTS + "กa1")) | st.text())
def test_a_guarded_cell_calculates_nothing_and_gives_its_text_back(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert cell.strip("\u200b\ufeff\u2060 \u00a0\t\r\n\0")[:1] not in FORMULA


def test_text_for_line_is_short_and_begins_with_stars(house: House) -> None:
    fay = opens_a_workshop(house, title="ทบทวนงาน")
    ana = joins(fay)
    fay.starts("write")
    first, second = ana.writes("ลดประชุม"), ana.writes("งดรายงานกระดาษ")
    fay.starts("show")
    fay.does("move_cards", cards=[first, second], column="close")
    fay.does("star_cards", cards=[second])
    year = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=7)).year + 543
    told = fay.takes("txt").data.decode().splitlines()
    assert told[0] == "ทบทวนงาน"
    assert f" {year} " in told[1]
    columns = told[len(told) - 1 - told[::-1].index("■ ปิด (2)") :]
    assert columns == ["■ ปิด (2)", "★ งดรายงานกระดาษ", "• ลดประชุม", "", "↑ ปรับปรุง (0)", "", "＋ เปิด (0)"]


@pytest.mark.parametrize("kind", ["csv", "txt"])
def test_nothing_goes_home_that_the_room_has_not_seen(kind: str, fay: Visitor, ana: Visitor) -> None:
    fay.starts("write")
    parked = ana.writes("ใบที่พักไว้")
    ana.writes("ใบธรรมดา")
    for phase in ("write", "stopped", "trial", "join"):
        fay.starts(phase)
        assert "ใบ" not in fay.takes(kind).data.decode()
    fay.does("park_cards", cards=[parked])
    fay.starts("show")
    shown = fay.takes(kind).data.decode()
    assert "ใบธรรมดา" in shown
    assert "ใบที่พักไว้" not in shown


def test_late_cards_stay_until_they_are_accepted(fay: Visitor, ana: Visitor) -> None:
    fay.starts("write")
    fay.starts("show")
    late = ana.writes("มาช้าไปหน่อย")
    assert rows(fay.takes("csv")) == []
    fay.does("accept_late_cards", cards=[late])
    assert [row["ข้อความ"] for row in rows(fay.takes("csv"))] == ["มาช้าไปหน่อย"]


def test_only_facilitators_learn_what_the_writer_wrote_before(fay: Visitor, ana: Visitor) -> None:
    cards = a_sorted_board(fay, ana)
    fay.does("fix_card", card=cards[3], text="ตลาดออนไลน์ร่วม")
    fay.starts("finished")
    mine, theirs = rows(fay.takes("csv"))[-1], rows(fay.link("result").takes("csv"))[-1]
    assert (mine["ข้อความ"], mine["ข้อความเดิม"]) == ("ตลาดออนไลน์ร่วม", "ตลาดออนไลน์")
    assert (theirs["ข้อความ"], theirs["ข้อความเดิม"]) == ("ตลาดออนไลน์ร่วม", "")


@pytest.mark.parametrize("kind", ["csv", "txt"])
def test_a_result_link_takes_the_board_only_when_it_is_finished(kind: str, fay: Visitor, ana: Visitor) -> None:
    a_sorted_board(fay, ana)
    reader = fay.link("result")
    assert reader.takes(kind).json["code"] == "forbidden"
    fay.starts("finished")
    assert "ตลาดออนไลน์" in reader.takes(kind).data.decode()


@pytest.mark.parametrize("kind", ["csv", "txt", "json"])
def test_others_take_nothing_home(kind: str, fay: Visitor, ana: Visitor, house: House) -> None:
    a_sorted_board(fay, ana)
    fay.starts("finished")
    stranger = opens_a_workshop(house)
    assert ana.takes(kind).json["code"] == "forbidden"
    assert fay.link("wall").takes(kind).json["code"] == "forbidden"
    assert stranger.asks("GET", f"{fay.here}/export.{kind}").json["code"] == "not_found"
    assert Visitor(house, fay.workshop, "").takes(kind).json["code"] == "bad_token"
    assert fay.link("co_facilitator").takes(kind).status_code == 200


def test_a_download_has_a_thai_name_and_a_plain_one(fay: Visitor) -> None:
    told = fay.takes("csv").headers["Content-Disposition"]
    plain, whole = re.fullmatch(r"attachment; filename=\"([ -~]+)\"; filename\*=UTF-8''([!-~]+)", told).groups()
    assert re.fullmatch(r"board-25\d\d-\d\d-\d\d\.csv", plain)
    assert re.fullmatch(r"กระดานความคิด-ทบทวนงาน 69 70-25\d\d-\d\d-\d\d\.csv", unquote(whole))


@given(st.text(max_size=200))
def test_no_title_makes_a_name_that_a_system_refuses(title: str) -> None:
    told = disposition("csv", title.replace("\ud800", ""), "th", datetime.date(2026, 11, 22), "csv")
    name = unquote(told.partition("UTF-8''")[2])
    assert len(name.encode()) <= 255
    assert not set('\\/:*?"<>|') & set(name)
    assert told.isascii()
    assert "\n" not in told
