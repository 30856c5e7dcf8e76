"""Cards from a file or pasted lines: people see what it would be, choose, add, and can take it back in one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from a_workshop import Workshop
from accessible import axe
from conftest import OpenPage
from playwright.sync_api import Locator, Page, expect

TABLE = (
    "ช่อง,ข้อความ\r\n"
    "ปิด,เลิกประชุมซ้ำ\r\n"
    'เปิด,"\'=HYPERLINK(""http://x"")"\r\n'
    "สวน,ปลูกผักสวนครัว\r\n"
    f"ปรับปรุง,{'ก' * 121}\r\n"
    "ปิด,มีอยู่แล้ว\r\n"
)


@pytest.fixture
def desk(workshop: Workshop, open_page: OpenPage) -> Page:
    workshop.do("add_card", board="board-1", text="มีอยู่แล้ว")
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1280, height=800)
    expect(page.get_by_role("button", name="คำสั่งเพิ่มเติม")).to_be_visible()
    page.keyboard.press("f")
    expect(page.get_by_text("อย่าฉายขึ้นจอ")).to_be_visible()
    return page


def bring(desk: Page) -> Locator:
    desk.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    desk.get_by_role("menuitem", name="นำเข้าบัตร").click()
    dialog = desk.get_by_role("dialog", name="นำเข้าบัตร")
    expect(dialog).to_be_visible()
    return dialog


def pick(desk: Page, dialog: Locator, file: Path) -> None:
    with desk.expect_file_chooser() as chooser:
        dialog.get_by_role("button", name="เลือกไฟล์").click()
    chooser.value.set_files(file)


def test_a_table_is_looked_through_row_by_row_and_added_as_one_step(
    desk: Page, workshop: Workshop, tmp_path: Path
) -> None:
    file = tmp_path / "บัตร.csv"
    file.write_text(TABLE, encoding="utf-8-sig")
    dialog = bring(desk)
    assert axe(desk) == []
    pick(desk, dialog, file)
    expect(dialog.get_by_text("จะเพิ่ม 3 ใบ")).to_be_visible()
    expect(dialog.get_by_role("row", name="5 ")).to_contain_text("ยาวเกิน 120 ตัวอักษร")
    expect(dialog.get_by_role("row", name="6 ")).to_contain_text("ซ้ำกับบัตรที่มีแล้ว")
    assert axe(desk) == []
    dialog.get_by_label("ช่อง “สวน” ในไฟล์ ให้ไปอยู่").select_option(label="ปรับปรุง")
    dialog.get_by_role("button", name="เพิ่ม 3 ใบ").click()
    expect(dialog).to_be_hidden()
    placed = {card["text"]: card["column"] for card in workshop.records("card")}
    assert placed == {
        "มีอยู่แล้ว": None,
        "เลิกประชุมซ้ำ": "close",
        '=HYPERLINK("http://x")': "open",
        "ปลูกผักสวนครัว": "improve",
    }
    desk.get_by_role("button", name="ย้อนกลับ: เพิ่ม 3 บัตร").click()
    expect(desk.get_by_text("ปลูกผักสวนครัว")).to_be_hidden()
    assert workshop.texts() == ["มีอยู่แล้ว"]


def test_pasted_lines_become_cards_and_duplicates_only_when_asked_for(desk: Page, workshop: Workshop) -> None:
    dialog = bring(desk)
    dialog.get_by_label("หรือวางข้อความ").fill("หนึ่ง\nสอง\n\nหนึ่ง\nมีอยู่แล้ว\n")
    dialog.get_by_role("button", name="ดูก่อนเพิ่ม").click()
    expect(dialog.get_by_text("จะเพิ่ม 2 ใบ")).to_be_visible()
    dialog.get_by_label("เพิ่มบัตรที่ซ้ำด้วย (2 ใบ)").check()
    dialog.get_by_role("button", name="เพิ่ม 4 ใบ").click()
    expect(dialog).to_be_hidden()
    assert workshop.texts() == sorted(["หนึ่ง", "สอง", "หนึ่ง", "มีอยู่แล้ว", "มีอยู่แล้ว"])


def test_what_cannot_be_read_is_said_and_what_was_pasted_stays(desk: Page, tmp_path: Path) -> None:
    dialog = bring(desk)
    dialog.get_by_label("หรือวางข้อความ").fill("ยังไม่ได้ดู")
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    pick(desk, dialog, broken)
    expect(dialog.get_by_role("alert").filter(has_text="อ่านไฟล์นี้ไม่ได้")).to_be_visible()
    huge = tmp_path / "huge.csv"
    huge.write_bytes(b"x" * (2 * 1024 * 1024 + 1))
    pick(desk, dialog, huge)
    expect(dialog.get_by_role("alert").filter(has_text="ใหญ่เกินไป")).to_be_visible()
    expect(dialog.get_by_label("หรือวางข้อความ")).to_have_value("ยังไม่ได้ดู")


def test_when_the_network_goes_in_between_nothing_is_added_twice(desk: Page, workshop: Workshop) -> None:
    dialog = bring(desk)
    dialog.get_by_label("หรือวางข้อความ").fill("\n".join(f"บัตรที่ {number}" for number in range(700)))
    dialog.get_by_role("button", name="ดูก่อนเพิ่ม").click()
    expect(dialog.get_by_text("ย้อนกลับได้ใน 2 ครั้ง")).to_be_visible()
    asked = 0

    def answer_is_lost(route: object) -> None:
        nonlocal asked
        asked += 1
        if asked == 2:
            route.fetch()  # type: ignore[attr-defined]
            route.abort()  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    desk.route("**/cards", answer_is_lost)
    dialog.get_by_role("button", name="เพิ่ม 700 ใบ").click()
    expect(dialog.get_by_role("alert").filter(has_text="ยังติดต่อเครื่องหลักไม่ได้")).to_be_visible()
    desk.unroute("**/cards")
    dialog.get_by_role("button", name="เพิ่ม 700 ใบ").click()
    expect(dialog).to_be_hidden()
    assert len(workshop.texts()) == 701


def test_it_fits_a_small_laptop_in_english(desk: Page) -> None:
    desk.evaluate("localStorage.setItem('batkham:language', 'en')")
    desk.reload()
    expect(desk.get_by_role("button", name="More actions")).to_be_visible()
    desk.keyboard.press("f")
    desk.get_by_role("button", name="More actions").click()
    desk.get_by_role("menuitem", name="Import cards").click()
    dialog = desk.get_by_role("dialog", name="Import cards")
    dialog.get_by_label("or paste text").fill("one\ntwo")
    dialog.get_by_role("button", name="Look first").click()
    expect(dialog.get_by_text("2 cards will be added")).to_be_visible()
    assert axe(desk) == []
