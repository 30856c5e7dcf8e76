"""The facilitator's presenting layout: what the room sees, what each key does, and what is never shown."""

from __future__ import annotations

import re

import pytest
from a_board import SortingBoard, card, expect_shown, shown
from a_server import until, until_none
from a_workshop import BOARD, Workshop
from accessible import axe
from conftest import OpenPage
from playwright.sync_api import Page, expect

SMALL = {"width": 819, "height": 614}
LARGE = {"width": 1024, "height": 768}
PHASES = ("join", "trial", "write", "stopped", "show", "sort", "finished")
FLOOR = 0.044

# Every text on the projected part whose letters are smaller than the floor; the control bar is not read by the room.
TOO_SMALL = """(floor) => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const small = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || element.closest('footer, .visually-hidden, [role=toolbar]')) continue;
    const size = parseFloat(getComputedStyle(element).fontSize) / innerHeight;
    if (size < floor - 0.0001) small.push(`${walker.currentNode.textContent.trim()}: ${size}`);
  }
  return small;
}"""

# Every card that sticks out of the room under its column's head.
STICKING_OUT = """() => [...document.querySelectorAll('[role=option][data-card]')].filter((card) => {
  const room = card.closest('[data-cards], [data-flow]').getBoundingClientRect();
  const box = card.getBoundingClientRect();
  return box.bottom > room.bottom + 1 || box.right > room.right + 1;
}).map((card) => card.textContent)"""


def present(open_page: OpenPage, workshop: Workshop, size: dict[str, int] = LARGE) -> Page:
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", **size)
    expect(page.get_by_role("heading", level=1)).to_have_text(workshop.title)
    return page


def next_step(page: Page, says: str) -> None:
    page.locator("footer").get_by_role("button", name=says, exact=True).click()


def many_cards(workshop: Workshop, count: int) -> list[str]:
    texts = [f"บัตรใบที่ {number} {'ยาวขึ้นอีกหน่อยเพื่อให้ขึ้นบรรทัดใหม่' * (number % 3)}".strip() for number in range(count)]
    workshop.phase("write")
    for start in range(0, count, 3):
        token = workshop.join()
        for text in texts[start : start + 3]:
            workshop.send(token, text)
    return texts


def test_the_big_button_leads_through_the_whole_workshop(workshop: Workshop, open_page: OpenPage) -> None:
    page = present(open_page, workshop)
    expect(page.get_by_text(f"{workshop.code[:4]}-{workshop.code[4:]}")).to_be_visible()
    next_step(page, "ลองส่งบัตร")
    next_step(page, "เริ่มรับบัตร")
    expect(page.get_by_role("heading", name=workshop.question)).to_be_visible()
    workshop.send(workshop.join(), "ปิดตู้เอกสาร")
    expect(page.get_by_text("รับแล้ว 1 ใบ จาก 1 คน")).to_be_visible()
    next_step(page, "หยุดรับบัตร")
    expect(page.get_by_role("heading", name="รับทั้งหมด 1 ใบ")).to_be_visible()
    next_step(page, "แสดงบัตร 1 ใบ")
    expect(card(page, "ปิดตู้เอกสาร")).to_be_visible()
    next_step(page, "เริ่มจัดช่อง")
    expect(page.locator(".reading .text")).to_have_text("ปิดตู้เอกสาร")
    page.keyboard.press("1")
    expect_shown(page, "close", ["ปิดตู้เอกสาร"])
    next_step(page, "จบกระดาน")
    expect(page.get_by_text("1 ความคิด จาก 1 คน")).to_be_visible()
    next_step(page, "ล็อกกระดาน")
    page.get_by_role("dialog").get_by_role("button", name="ล็อกกระดาน…").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("ยืนยัน")).click()
    expect(page.get_by_text("ล็อกกระดานแล้ว").first).to_be_visible()
    assert workshop.snapshot()["snapshot"]["workshop"]["locked"]


def test_neither_a_double_click_nor_the_next_key_reaches_the_step_that_follows(
    workshop: Workshop, open_page: OpenPage
) -> None:
    many_cards(workshop, 3)
    page = present(open_page, workshop)
    next_step(page, "หยุดรับบัตร")
    page.get_by_role("button", name="แสดงบัตร 3 ใบ").dispatch_event("click", {"detail": 2})
    next_step(page, "แสดงบัตร 3 ใบ")
    next_step(page, "เริ่มจัดช่อง")
    first = page.locator(".reading .text").inner_text()
    page.keyboard.press("Space")
    expect(page.locator(".reading .text")).not_to_have_text(first)
    assert workshop.records("board")[0]["phase"] == "sort"


def test_nothing_unshown_no_key_and_no_address_is_on_the_screen(workshop: Workshop, open_page: OpenPage) -> None:
    page = present(open_page, workshop)
    assert workshop.key not in page.url
    texts = many_cards(workshop, 3)
    for phase in ("trial", "write", "stopped"):
        workshop.phase(phase)
        expect(page.locator(f"section.{phase}")).to_be_visible()
        seen = page.content()
        assert not [text for text in texts if text in seen]
        assert workshop.code not in seen
        assert f"{workshop.code[:4]}-{workshop.code[4:]}" not in seen
    workshop.phase("show")
    workshop.do("park_cards", cards=[workshop.records("card")[0]["id"]])
    expect(page.locator("[role=option]")).to_have_count(2)
    assert workshop.key not in page.content()


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=["1024", "819"])
def test_everything_projected_can_be_read_from_the_back_row(
    workshop: Workshop, open_page: OpenPage, size: dict[str, int]
) -> None:
    page = present(open_page, workshop, size)
    many_cards(workshop, 24)
    for phase in PHASES:
        workshop.phase(phase)
        expect(page.locator(f".{'finish' if phase == 'finished' else phase}").first).to_be_visible()
        until_none(lambda: page.evaluate(TOO_SMALL, FLOOR) + page.evaluate(STICKING_OUT), phase)
        until(lambda: page.evaluate("() => document.documentElement.scrollHeight <= innerHeight"), f"{phase} to fit")


def test_pages_hold_every_card_once_and_never_shrink_them(workshop: Workshop, open_page: OpenPage) -> None:
    texts = many_cards(workshop, 30)
    workshop.phase("stopped", "show")
    page = present(open_page, workshop, SMALL)
    seen: list[str] = []
    # How many fit is known when the letters are there.
    page.evaluate("() => document.fonts.ready.then(() => true)")
    until_none(lambda: page.evaluate(STICKING_OUT), "the first page")
    pages = int(page.locator("footer").get_by_text(re.compile("หน้า 1/")).inner_text().split("/")[1])
    for number in range(1, pages + 1):
        expect(page.get_by_text(f"หน้า {number}/{pages}")).to_be_visible()
        until_none(lambda: page.evaluate(STICKING_OUT), f"page {number}")
        seen += page.locator("[role=option] .text").all_inner_texts()
        page.keyboard.press("PageDown")
    assert pages > 2
    assert sorted(seen) == sorted(texts)


@pytest.fixture
def board(workshop: Workshop) -> SortingBoard:
    return SortingBoard(workshop, {"close": ["ก หนึ่ง", "ก สอง"], "improve": ["ข หนึ่ง"]})


def read_two(board: SortingBoard) -> None:
    board.add("ค หนึ่ง", None)
    board.add("ค สอง", None)
    board.workshop.do("read_card", board=BOARD, card=board.ids["ค หนึ่ง"])


def test_reading_places_skips_and_takes_back(board: SortingBoard, open_page: OpenPage) -> None:
    read_two(board)
    page = present(open_page, board.workshop)
    expect(page.locator(".reading .text")).to_have_text("ค หนึ่ง")
    page.keyboard.press("Space")
    expect(page.locator(".reading .text")).to_have_text("ค สอง")
    page.keyboard.press("3")
    expect_shown(page, "open", ["ค สอง"])
    expect(page.locator(".reading .text")).to_have_text("ค หนึ่ง")
    page.keyboard.press("z")
    expect(page.get_by_role("group", name="ย้อนกลับแล้ว: วางบัตรลงช่อง")).to_be_visible()
    expect_shown(page, "open", [])
    page.keyboard.press("Shift+Z")
    expect_shown(page, "open", ["ค สอง"])


def test_a_column_head_takes_the_card_being_read(board: SortingBoard, open_page: OpenPage) -> None:
    read_two(board)
    page = present(open_page, board.workshop)
    page.get_by_role("button", name="วางบัตรที่กำลังอ่านลงช่อง ปรับปรุง").click()
    expect_shown(page, "improve", ["ข หนึ่ง", "ค หนึ่ง"])
    expect(page.get_by_role("status").filter(has_text="ย้าย 1 ใบ ไปช่อง ปรับปรุง")).to_be_attached()


def test_the_keys_are_the_same_on_a_thai_keyboard(board: SortingBoard, open_page: OpenPage) -> None:
    read_two(board)
    page = present(open_page, board.workshop)
    press = "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))"
    page.evaluate(press, ["ๅ", "Digit1"])
    expect_shown(page, "close", ["ก หนึ่ง", "ก สอง", "ค หนึ่ง"])
    page.evaluate(press, ["ผ", "KeyZ"])
    expect_shown(page, "close", ["ก หนึ่ง", "ก สอง"])


def test_several_cards_go_by_number_menu_and_park(board: SortingBoard, open_page: OpenPage) -> None:
    page = present(open_page, board.workshop)
    card(page, "ก หนึ่ง").click()
    page.keyboard.press("Shift+ArrowDown")
    expect(page.get_by_role("toolbar")).to_contain_text("เลือก 2 ใบ")
    page.keyboard.press("2")
    expect_shown(page, "improve", ["ข หนึ่ง", "ก หนึ่ง", "ก สอง"])
    card(page, "ก สอง").click()
    page.get_by_role("toolbar").get_by_role("button", name="ย้ายไป…").click()
    page.get_by_role("menuitem", name="เปิด").click()
    expect_shown(page, "open", ["ก สอง"])
    card(page, "ก สอง").click()
    page.get_by_role("toolbar").get_by_role("button", name="พัก").click()
    expect_shown(page, "open", [])
    assert [one["text"] for one in board.workshop.records("card") if one["parked"]] == ["ก สอง"]


def test_a_step_that_somebody_built_on_can_be_skipped(board: SortingBoard, open_page: OpenPage) -> None:
    page = present(open_page, board.workshop)
    card(page, "ก หนึ่ง").click()
    page.keyboard.press("3")
    expect_shown(page, "open", ["ก หนึ่ง"])
    board.elsewhere("move_cards", cards=[board.ids["ก หนึ่ง"]], column="improve")
    expect_shown(page, "open", [])
    page.keyboard.press("z")
    page.get_by_role("button", name="ข้ามขั้นนี้").click()
    expect(page.get_by_role("button", name="ย้อนกลับ", exact=True)).to_have_attribute("title", re.compile("เพิ่มบัตร"))


def test_a_star_is_what_the_end_shows(board: SortingBoard, open_page: OpenPage) -> None:
    page = present(open_page, board.workshop)
    card(page, "ก สอง").click()
    page.keyboard.press("s")
    expect(card(page, "ก สอง")).to_contain_text("★")
    board.workshop.phase("finished")
    expect_shown(page, "close", ["ก สอง"])
    expect_shown(page, "improve", [])
    expect(page.get_by_text("กระดานนี้จะถูกลบวันที่")).to_be_visible()


def test_a_card_and_a_column_are_shown_large(board: SortingBoard, open_page: OpenPage) -> None:
    page = present(open_page, board.workshop)
    card(page, "ก สอง").click()
    page.keyboard.press("Enter")
    large = page.locator(".focused .text")
    expect(large).to_have_text("ก สอง")
    size = "it => parseFloat(getComputedStyle(it).fontSize) / innerHeight"
    until(lambda: large.evaluate(size) == pytest.approx(0.12), "large letters")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="ดูช่องนี้เต็มจอ: ปิด").click()
    expect(page.locator(".focused [role=option]")).to_have_count(2)
    page.get_by_role("button", name="ดูทั้งกระดาน").click()
    expect_shown(page, "improve", ["ข หนึ่ง"])


def test_wording_is_corrected_and_the_writers_words_stay(board: SortingBoard, open_page: OpenPage) -> None:
    page = present(open_page, board.workshop)
    card(page, "ก สอง").click()
    page.keyboard.press("e")
    box = page.get_by_role("dialog")
    box.get_by_label("คำที่แก้แล้ว").fill("ก สอง ที่ถูก")
    box.get_by_role("button", name="บันทึก").click()
    expect_shown(page, "close", ["ก หนึ่ง", "ก สอง ที่ถูก"])
    expect(box).to_have_count(0)
    page.keyboard.press("e")
    expect(page.get_by_role("dialog").get_by_text("ก สอง", exact=True)).to_be_visible()


def test_a_card_is_added_for_somebody_without_a_phone(board: SortingBoard, open_page: OpenPage) -> None:
    page = present(open_page, board.workshop)
    page.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    page.get_by_role("menuitem", name="เพิ่มบัตรแทน").click()
    box = page.get_by_role("dialog")
    box.get_by_label("ข้อความในบัตร").fill("ขอที่จอดรถ")
    box.get_by_label("ลงช่อง").select_option(label="เปิด")
    box.get_by_role("button", name="เพิ่มบัตร").click()
    expect_shown(page, "open", ["ขอที่จอดรถ"])


def test_late_cards_are_a_number_until_they_are_accepted(workshop: Workshop, open_page: OpenPage) -> None:
    workshop.phase("write")
    late = workshop.join()
    workshop.phase("stopped", "show", "sort")
    workshop.send(late, "มาไม่ทัน")
    page = present(open_page, workshop)
    expect(page.get_by_text("มาช้า 1")).to_be_visible()
    assert "มาไม่ทัน" not in page.content()
    page.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    page.get_by_role("menuitem", name="รับบัตรมาช้า 1 ใบ").click()
    expect(page.get_by_text("มาช้า 1", exact=True)).to_have_count(0)
    until(lambda: [one["late"] for one in workshop.records("card")] == [False])


def test_all_cards_are_placed_as_their_writers_proposed(workshop: Workshop, open_page: OpenPage) -> None:
    workshop.phase("write")
    for text, column in (("ก", "close"), ("ข", "open"), ("ค", None)):
        workshop.send(workshop.join(), text, column)
    workshop.phase("stopped", "show", "sort")
    page = present(open_page, workshop)
    page.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    page.get_by_role("menuitem", name="วางทุกใบตามที่เสนอ").click()
    expect_shown(page, "close", ["ก"])
    expect_shown(page, "open", ["ข"])
    expect(page.locator(".reading .text")).to_have_text("ค")


def test_the_board_goes_back_to_an_earlier_phase_and_keeps_its_cards(board: SortingBoard, open_page: OpenPage) -> None:
    page = present(open_page, board.workshop)
    page.get_by_role("button", name="ขั้นตอน: จัดช่อง").click()
    page.get_by_role("menuitem", name="เขียนบัตร").click()
    expect(page.get_by_role("heading", name=board.workshop.question)).to_be_visible()
    assert "ก หนึ่ง" not in page.content()
    board.workshop.phase("sort")
    expect_shown(page, "close", ["ก หนึ่ง", "ก สอง"])


def test_the_screens_are_blanked_and_come_back(board: SortingBoard, open_page: OpenPage) -> None:
    page = present(open_page, board.workshop)
    page.keyboard.press("b")
    expect(page.locator(".blank")).to_be_visible()
    until(lambda: board.workshop.snapshot()["snapshot"]["workshop"]["blank"])
    page.keyboard.press("b")
    expect(page.locator(".blank")).to_have_count(0)


def test_without_the_server_the_board_stays_and_the_next_step_says_why(
    board: SortingBoard, open_page: OpenPage
) -> None:
    page = present(open_page, board.workshop)
    page.context.set_offline(True)
    expect(page.get_by_text("กำลังเชื่อมต่อใหม่… กระดานยังอยู่ครบ")).to_be_visible()
    assert shown(page, "close") == ["ก หนึ่ง", "ก สอง"]
    button = page.get_by_role("button", name="จบกระดาน")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_have_accessible_description("ไปขั้นต่อไปไม่ได้ ขณะกำลังเชื่อมต่อใหม่")
    page.context.set_offline(False)
    expect(button).not_to_have_attribute("aria-disabled", "true")


def test_no_layout_has_a_link_it_was_not_given(workshop: Workshop, open_page: OpenPage) -> None:
    page = open_page(f"/w/{workshop.id}", **LARGE)
    expect(page.get_by_role("heading", name="หน้านี้ต้องใช้ลิงก์วิทยากร")).to_be_visible()


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_phase_keeps_the_rules_of_accessibility(workshop: Workshop, open_page: OpenPage, language: str) -> None:
    page = open_page("/", **LARGE)
    page.evaluate("language => localStorage.setItem('batkham:language', language)", language)
    page.goto(f"{workshop.server.url}/w/{workshop.id}#key={workshop.key}")
    page.emulate_media(reduced_motion="reduce")
    many_cards(workshop, 9)
    for phase in PHASES:
        workshop.phase(phase)
        expect(page.locator(f".{'finish' if phase == 'finished' else phase}").first).to_be_visible()
        assert (phase, axe(page)) == (phase, [])
    workshop.phase("sort")
    expect(page.locator(".reading .text")).to_be_visible()
    page.keyboard.press("2")
    page.locator("[role=option]").first.click()
    expect(page.get_by_role("toolbar")).to_be_visible()
    assert axe(page) == []
    page.keyboard.press("Enter")
    expect(page.locator(".focused")).to_be_visible()
    assert axe(page) == []
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert axe(page) == []
