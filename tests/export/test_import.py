"""What a file of cards would bring: every text exactly, every fault named by its row, and nothing that harms."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from naughty import KEPT
from visitors import BOARD, Visitor, in_order, opens_a_workshop

from server.assembly import House
from server.export.reading import MOST_ROWS, Place, preview
from server.thai import graphemes
from server.workshop import Refused

PLACES = tuple(
    Place(id_, names)
    for id_, names in (("close", ("ปิด", "Close")), ("improve", ("ปรับปรุง", "Improve")), ("open", ("เปิด", "Open")))
)


def look(content: str | bytes, name: str = "", there: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    raw = content.encode() if isinstance(content, str) else content
    found: list[dict[str, Any]] = preview(name, raw, PLACES, there)["rows"]
    return found


def workbook(*sheets: list[list[object]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, lines in enumerate(sheets):
        sheet = book.create_sheet(f"แผ่น {number}")
        for line in lines:
            sheet.append(line)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def brief(found: list[dict[str, Any]]) -> list[tuple[int, str, str | None, str | None]]:
    return [(row["row"], row["text"], row["column"], row["problem"]) for row in found]


def test_pasted_lines_are_cards_with_their_line_numbers() -> None:
    assert brief(look("หนึ่ง\r\n\r\n  สอง \n- สาม")) == [
        (1, "หนึ่ง", None, None),
        (3, "สอง", None, None),
        (4, "- สาม", None, None),
    ]


def test_a_long_table_says_which_column_a_card_goes_to_in_either_language() -> None:
    told = look("Column,Text\nClose,a\n■ ปิด,b\nสวน,c\nรอจัดช่อง,d\n", "x.csv")
    assert [(row["text"], row["column"], row["named"]) for row in told] == [
        ("a", "close", ""),
        ("b", "close", ""),
        ("c", None, "สวน"),
        ("d", None, ""),
    ]


def test_a_wide_table_has_a_column_for_each_place() -> None:
    told = look("ปิด;เปิด\nก;ข\n;ค\n", "x.csv")
    assert [(row["row"], row["text"], row["column"]) for row in told] == [
        (2, "ก", "close"),
        (2, "ข", "open"),
        (3, "ค", "open"),
    ]


def test_cells_pasted_from_a_spreadsheet_are_a_table() -> None:
    told = look("ข้อความ\tช่อง\nลดประชุม\tปิด\n")
    assert brief(told) == [(2, "ลดประชุม", "close", None)]


def test_a_table_of_one_column_without_a_heading_loses_no_card() -> None:
    assert [row["text"] for row in look("ลดประชุม\nงดกระดาษ\n", "x.csv")] == ["ลดประชุม", "งดกระดาษ"]
    assert [row["text"] for row in look(workbook([["ลดประชุม"], ["งดกระดาษ"]]), "x.xlsx")] == ["ลดประชุม", "งดกระดาษ"]


def test_what_is_wrong_is_said_by_row() -> None:
    told = look("ก" * 120 + "\n" + "ก" * 121 + "\nซ้ำ\nซ้ำ \nมีแล้ว\n", there=frozenset({"มีแล้ว"}))
    assert [row["problem"] for row in told] == [None, "too_long", None, "doubled", "doubled"]


def test_excel_gives_values_and_never_formulas() -> None:
    told = look(workbook([["ข้อความ", "ช่อง"], ["ซื้อรถ 2 คัน", "เปิด"], [25, "ปิด"], ["=1+1", "ปิด"]]), "x.xlsx")
    # A formula that was never calculated has no value, and so is no card.
    assert brief(told) == [(2, "ซื้อรถ 2 คัน", "open", None), (3, "25", "close", None)]


def test_the_sheet_with_the_texts_is_found_wherever_it_lies() -> None:
    told = look(workbook([["สรุป"], ["รวม", 3]], [[""], ["ลำดับ", "ข้อความ"], [1, "ลดประชุม"]]), "x.xlsx")
    assert brief(told) == [(3, "ลดประชุม", None, None)]


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04broken", workbook([[]])[:-30], b"{", b'{"format": "batkham-backup", "version": 1}', b"\xff\xfe\x00"],
)
def test_what_is_no_file_of_cards_is_refused(fay: Visitor, content: bytes) -> None:
    assert brings(fay, content, "x.xlsx").json["code"] == "unreadable_file"


def test_a_bomb_is_refused_before_it_is_unpacked(fay: Visitor) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * (80 * 1024 * 1024))
    assert len(made.getvalue()) < 2 * 1024 * 1024
    assert brings(fay, made.getvalue(), "x.xlsx").json["code"] == "unreadable_file"


def test_more_than_two_thousand_rows_or_two_megabytes_are_refused(fay: Visitor) -> None:
    assert len(brings(fay, "\n".join(map(str, range(MOST_ROWS)))).json["rows"]) == MOST_ROWS
    answer = brings(fay, "\n".join(map(str, range(MOST_ROWS + 1)))).json
    assert (answer["code"], answer["limit"]) == ("too_many_rows", MOST_ROWS)
    assert brings(fay, b"x" * (2 * 1024 * 1024 + 1)).json["code"] == "too_large"
    assert brings(fay, b" \n").json["code"] == "empty"


def brings(who: Visitor, content: str | bytes, name: str = "") -> Any:
    return who.sends(f"{who.here}/import?board={BOARD}&name={name}", content)


def adds(who: Visitor, cards: list[dict[str, Any]], id: str) -> Any:
    body = {"id": id, "name": "add_cards", "board": BOARD, "cards": cards}
    return who.asks("POST", f"{who.here}/cards", body)


def test_five_hundred_cards_come_in_one_command_and_asking_again_adds_none(fay: Visitor) -> None:
    cards = [{"text": f"บัตรที่มีข้อความยาวพอสมควรเพื่อให้คำสั่งใหญ่ ใบที่ {number}", "column": "open"} for number in range(500)]
    first, again = adds(fay, cards, "the-added-cards1").json, adds(fay, cards, "the-added-cards1").json
    assert first["seq"] == again["seq"]
    assert in_order(fay.sees("inbox"), "open") == [card["text"] for card in cards]
    assert adds(fay, [*cards, {"text": "เกิน"}], "the-added-cards2").json["code"] == "malformed"


def test_only_that_command_may_be_long(fay: Visitor) -> None:
    body = {"id": "the-added-cards1", "name": "rename_workshop", "title": "x"}
    assert fay.asks("POST", f"{fay.here}/cards", body).json["code"] == "malformed"


def test_a_participant_learns_nothing_about_what_is_there(fay: Visitor, ana: Visitor) -> None:
    assert brings(ana, "มีแล้วหรือยัง").json["code"] == "forbidden"


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_is_read_or_refused_and_is_never_a_bug(lines: list[str]) -> None:
    refused, problems = "", set[Any]()
    try:
        problems = {row["problem"] for row in look("\n".join(lines).encode("utf-8", "replace"))}
    except Refused as said:
        refused = said.code
    assert problems <= {None, "too_long", "doubled", "empty"}
    # Text can look like the beginning of a backup, and be none.
    assert refused in ("", "unreadable_file")


@given(st.binary(max_size=400), st.sampled_from(["", "x.csv", "x.xlsx", "x.json", "x.txt"]))
def test_any_bytes_are_read_or_refused_and_are_never_a_bug(content: bytes, name: str) -> None:
    refused = ""
    try:
        preview(name, content, PLACES, frozenset())
    except Refused as said:
        refused = said.code
    assert refused in ("", "unreadable_file", "too_many_rows")


# There and back again.

FITTING = [text for text in dict.fromkeys(KEPT) if graphemes(text) <= 120 and len(text.encode()) <= 2_000]
COLUMNS = ("close", "improve", "open")


@pytest.mark.parametrize(("kind", "name"), [("csv", "x.csv"), ("csv-wide", "x.csv"), ("xlsx", "x.xlsx"), ("json", "")])
def test_what_goes_home_comes_back_the_same(kind: str, name: str, fay: Visitor, house: House) -> None:
    fay.starts("sort")
    cards = [{"text": text, "column": COLUMNS[number % 3]} for number, text in enumerate(FITTING)]
    assert adds(fay, cards, "the-added-cards1").json["ok"]
    before = {column: in_order(fay.sees("inbox"), column) for column in COLUMNS}
    assert sum(map(len, before.values())) == len(FITTING) > 100
    told = brings(opens_a_workshop(house), fay.takes(kind).data, name).json["rows"]
    assert {column: [row["text"] for row in told if row["column"] == column] for column in COLUMNS} == before
    assert {row["problem"] for row in told} <= {None, "doubled"}
