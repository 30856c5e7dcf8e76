"""Finding one's way: what the wall shows, searching, history and replay, alike cards, the check of the room."""

from __future__ import annotations

import pytest
from a_phone import start
from a_room import from_menu
from a_server import until
from a_workshop import BOARD, Workshop, new_id
from accessible import axe
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Locator, Page, expect

CARDS = {
    "ลดกลุ่มไลน์งาน": "close",
    "ลดกลุ่ม LINE งานลง": "close",
    "เลิกประชุมยาว": "close",
    "ซ่อมถนนหน้าอำเภอ": "improve",
    "สอนขายออนไลน์ ๓ วัน": "open",
}
PARKED = "บัตรที่ห้องไม่ควรเห็น"


@pytest.fixture
def cards(workshop: Workshop) -> dict[str, str]:
    """Five cards in their columns, two of them a group, and a parked one."""
    workshop.phase("write")
    ids = {text: workshop.send(workshop.join(), text, CARDS.get(text)) for text in (*CARDS, PARKED)}
    workshop.do("park_cards", cards=[ids[PARKED]])
    workshop.phase("stopped", "show", "sort")
    for text, column in CARDS.items():
        workshop.do("move_cards", cards=[ids[text]], column=column)
    workshop.do("read_card", board=BOARD, card=None)
    return ids


@pytest.fixture
def group(workshop: Workshop, cards: dict[str, str]) -> str:
    id_ = new_id()
    names = ("ลดกลุ่มไลน์งาน", "เลิกประชุมยาว")
    workshop.do("group_cards", id=id_, cards=[cards[name] for name in names], label="งานที่กินเวลา")
    return id_


@pytest.fixture
def laptop(workshop: Workshop, cards: dict[str, str], open_page: OpenPage) -> Page:
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768)
    expect(page.locator("main.presenting")).to_be_visible()
    return page


@pytest.fixture
def desk(laptop: Page) -> Page:
    laptop.set_viewport_size({"width": 1366, "height": 768})
    laptop.keyboard.press("f")
    expect(laptop.locator(".desk-card").first).to_be_visible()
    return laptop


def wall_of(workshop: Workshop, open_page: OpenPage, **size: int) -> Page:
    return open_page(workshop.link("wall"), **({"width": 1024, "height": 768} | size))


def shows_only(desk: Page, text: str) -> None:
    expect(desk.locator(".desk-card .text")).to_have_text([text])


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_the_wall_follows_the_laptop_to_the_overview_a_group_and_back(
    workshop: Workshop, laptop: Page, group: str, open_page: OpenPage, size: tuple[int, int]
) -> None:
    wall = wall_of(workshop, open_page, width=size[0], height=size[1])
    laptop.keyboard.press("o")
    for page in (wall, laptop):
        head = page.locator("[data-item]").filter(has_text="งานที่กินเวลา")
        expect(head.locator(".count [aria-hidden]")).to_have_text("2")
        expect(page.get_by_text("บัตรเดี่ยว 1 ใบ").first).to_be_visible()
        assert axe(page) == []
    expect(wall.get_by_role("button", name="ดูทั้งกระดาน")).to_have_count(0)
    workshop.do("focus", board=BOARD, group=group)
    for page in (wall, laptop):
        expect(page.locator(".alone [data-card]")).to_have_count(2)
        assert axe(page) == []
    laptop.keyboard.press("Escape")
    expect(wall.locator(".alone")).to_have_count(0)
    expect(wall.locator(".columns")).to_be_visible()
    assert PARKED not in wall.content()
    assert PARKED not in laptop.content()


def test_a_clicker_turns_pages_blanks_and_never_loads_the_page_anew(workshop: Workshop, laptop: Page) -> None:
    laptop.evaluate("window.stillHere = true")
    laptop.keyboard.press("F5")
    expect(laptop.locator(".overview")).to_be_visible()
    laptop.keyboard.press("F5")
    expect(laptop.locator(".overview")).to_have_count(0)
    laptop.keyboard.press(".")
    expect(laptop.locator("section.blank")).to_be_visible()
    laptop.keyboard.press("F5")
    laptop.keyboard.press(".")
    expect(laptop.locator("section.blank")).to_have_count(0)
    assert laptop.evaluate("window.stillHere")
    assert workshop.snapshot("facilitator")["snapshot"][f"spotlight:{BOARD}"]["view"] == "board"


def test_the_remote_steers_the_wall(workshop: Workshop, group: str, phone: OpenPhone, open_page: OpenPage) -> None:
    wall = wall_of(workshop, open_page)
    remote = phone(f"/w/{workshop.id}#key={workshop.key}")
    remote.get_by_role("button", name="ภาพรวม").tap()
    expect(wall.locator(".overview")).to_be_visible()
    remote.get_by_role("button", name="ช่อง ปิด").tap()
    expect(wall.locator(".focus")).to_be_visible()
    remote.get_by_label("เลือกกลุ่มบัตร…").select_option(group)
    expect(wall.locator(".alone")).to_be_visible()
    remote.get_by_role("button", name="QR เข้าร่วม").tap()
    expect(wall.locator(".alone")).to_have_count(0)
    remote.get_by_role("button", name="ทั้งกระดาน").tap()
    expect(wall.locator(".columns")).to_be_visible()
    assert axe(remote) == []


def test_a_phone_follows_what_stands_on_the_screen(workshop: Workshop, cards: dict[str, str], phone: OpenPhone) -> None:
    page = phone()
    start(page)
    page.get_by_role("button", name="อ่านบัตรที่แสดง").tap()
    page.get_by_role("button", name="ดูตามจอ").tap()
    followed = page.locator(".follow")
    expect(followed.get_by_text("เชิญดูจอหน้าห้อง")).to_be_visible()
    workshop.do("focus", board=BOARD, card=cards["ซ่อมถนนหน้าอำเภอ"])
    expect(followed.get_by_text("ซ่อมถนนหน้าอำเภอ")).to_be_visible()
    workshop.do("show_view", board=BOARD, view="overview")
    expect(followed.get_by_text("บัตรเดี่ยว 3 ใบ")).to_be_visible()
    assert axe(page) == []
    workshop.do("focus", board=BOARD, column="open")
    expect(followed.get_by_text("สอนขายออนไลน์ ๓ วัน")).to_be_visible()


def test_the_search_ignores_tone_marks_and_thai_digits_only_if_asked(desk: Page) -> None:
    search = desk.get_by_role("searchbox")
    search.fill("ออนไลน 3")
    expect(desk.locator(".desk-card")).to_have_count(1)
    desk.get_by_label("ไม่สนวรรณยุกต์และเลขไทย").uncheck()
    expect(desk.locator(".desk-card")).to_have_count(0)
    expect(desk.get_by_role("status").filter(has_text="ไม่พบบัตรที่ค้น")).to_be_visible()
    search.fill("๓ วัน")
    expect(desk.locator(".desk-card")).to_have_count(1)
    desk.get_by_role("button", name="ดูทั้งหมด").click()
    expect(desk.locator(".desk-card")).to_have_count(len(CARDS))


def test_filters_leave_one_column_one_group_parked_or_new_cards(workshop: Workshop, group: str, desk: Page) -> None:
    desk.get_by_label("ดูเฉพาะช่อง").select_option("open")
    shows_only(desk, "สอนขายออนไลน์ ๓ วัน")
    expect(desk.locator("section.desk-list")).to_have_count(1)
    desk.get_by_role("button", name="ดูทั้งหมด").click()
    desk.get_by_label("ดูเฉพาะกลุ่มบัตร").select_option(group)
    expect(desk.locator(".desk-card")).to_have_count(2)
    desk.get_by_role("button", name="ดูทั้งหมด").click()
    only = desk.get_by_label("ดูเฉพาะบัตร")
    only.select_option("parked")
    expect(desk.locator(".desk-card")).to_have_count(0)
    expect(desk.locator(".aside .card")).to_have_count(1)
    only.select_option("new")
    expect(desk.locator(".desk-card")).to_have_count(0)
    workshop.do("add_card", id=new_id(), board=BOARD, text="เพิ่งมาใหม่", column="open")
    shows_only(desk, "เพิ่งมาใหม่")
    desk.get_by_role("button", name="เห็นแล้ว").click()
    expect(desk.locator(".desk-card")).to_have_count(0)
    assert axe(desk) == []


def test_the_history_tells_in_words_who_did_what(workshop: Workshop, cards: dict[str, str], desk: Page) -> None:
    helper = workshop.server.call(
        "POST", "/api/enter", {"key": workshop.link("co_facilitator", "ผู้ช่วย").split("key=")[1]}
    )
    some = [cards[name] for name in ("เลิกประชุมยาว", "ลดกลุ่มไลน์งาน", "ซ่อมถนนหน้าอำเภอ")]
    workshop.do("move_cards", token=helper["token"], cards=some, column="improve")
    desk.keyboard.press("h")
    lines = desk.get_by_role("list", name="ประวัติ")
    expect(lines.locator("li").first).to_contain_text("ผู้ช่วย ย้าย 3 บัตรไป ปรับปรุง")
    expect(lines).to_contain_text("ผู้เข้าร่วม ส่งบัตร 6 ใบ")
    assert PARKED not in lines.inner_text()
    assert axe(desk) == []


def test_the_board_is_seen_as_it_was_and_brought_back_in_one_step(workshop: Workshop, desk: Page) -> None:
    before = places(workshop)
    all_of_them = [card["id"] for card in workshop.records("card", "facilitator")]
    workshop.do("move_cards", cards=all_of_them, column="open")
    desk.keyboard.press("h")
    desk.get_by_role("button", name="ดูย้อนหลัง").click()
    slider = desk.get_by_role("slider", name="ช่วงเวลา")
    now = desk.locator('.past .column[data-colour="open"] .card')
    expect(now).to_have_count(len(CARDS))
    last = int(slider.get_attribute("max") or 0)
    desk.get_by_role("button", name="ขั้นก่อน").click()
    expect(now).to_have_count(1)
    expect(desk.get_by_text(f"ขั้นที่ {last - 1} จาก {last}", exact=True)).to_be_visible()
    assert axe(desk) == []
    desk.get_by_role("button", name="นำกระดานกลับไปเป็นตอนนี้").click()
    expect(desk.get_by_text("นำกระดานกลับแล้ว ย้อนกลับได้")).to_be_visible()
    until(lambda: places(workshop) == before)
    desk.keyboard.press("Escape")
    desk.keyboard.press("z")
    until(lambda: set(places(workshop).values()) == {"open"})


def places(workshop: Workshop) -> dict[str, str | None]:
    return {card["text"]: card["column"] for card in workshop.records("card", "facilitator")}


def test_the_replay_plays_from_nothing_to_now(desk: Page) -> None:
    desk.keyboard.press("h")
    desk.get_by_role("button", name="ดูย้อนหลัง").click()
    slider = desk.get_by_role("slider", name="ช่วงเวลา")
    expect(desk.locator(".past .stage .card")).to_have_count(len(CARDS))
    last = slider.get_attribute("max")
    slider.fill("0")
    expect(desk.locator(".past .stage .card")).to_have_count(0)
    desk.get_by_role("button", name="เล่น", exact=True).click()
    expect(slider).to_have_value(last or "")
    expect(desk.locator(".past .stage .card")).to_have_count(len(CARDS))
    assert PARKED not in desk.locator(".past").inner_text()


def test_alike_cards_are_suggested_and_one_press_makes_the_group(workshop: Workshop, desk: Page) -> None:
    before = places(workshop)
    from_menu(desk, "แนะนำกลุ่มบัตร")
    pile = desk.locator(".pile").filter(has_text="ลดกลุ่ม LINE งานลง")
    expect(pile).to_contain_text("ลดกลุ่มไลน์งาน")
    assert places(workshop) == before
    assert workshop.records("group", "facilitator") == []
    assert axe(desk) == []
    pile.get_by_label("ชื่อกลุ่ม").fill("กลุ่มไลน์มากเกินไป")
    pile.get_by_role("button", name="รวม 2 ใบเป็นกลุ่ม").click()
    until(lambda: [group["name"] for group in workshop.records("group", "facilitator")] == ["กลุ่มไลน์มากเกินไป"])
    expect(pile).to_have_count(0)


def test_a_pair_that_is_not_the_same_is_not_suggested_again(desk: Page) -> None:
    from_menu(desk, "แนะนำกลุ่มบัตร")
    pile = desk.locator(".pile").filter(has_text="ลดกลุ่ม LINE งานลง")
    pile.get_by_role("button", name="ไม่ซ้ำกัน").click()
    expect(pile).to_have_count(0)


def test_the_card_being_read_tells_that_it_may_have_been_said_before(
    workshop: Workshop, laptop: Page, cards: dict[str, str]
) -> None:
    said = cards["ลดกลุ่ม LINE งานลง"]
    workshop.do("move_cards", cards=[said], column=None)
    workshop.do("read_card", board=BOARD, card=said)
    alike, skip = (laptop.get_by_role("button", name=name) for name in ("อาจซ้ำ 1 ใบ", "ข้าม"))
    expect(alike).to_be_visible()
    until(lambda: lower_edge(skip) <= lower_edge(laptop.locator("section.reading")) + 1)
    alike.click()
    dialog = laptop.get_by_role("dialog", name="อาจซ้ำกับใบนี้")
    expect(dialog).to_contain_text("ลดกลุ่มไลน์งาน")
    dialog.get_by_role("button", name="รวมกลุ่มกับ: ลดกลุ่มไลน์งาน").click()
    until(lambda: len(workshop.records("group", "facilitator")) == 1)
    assert {card["column"] for card in workshop.records("card", "facilitator") if card["group"]} == {"close"}


def lower_edge(what: Locator) -> float:
    box = what.bounding_box()
    assert box
    return box["y"] + box["height"]


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (360, 740)])
def test_the_room_is_checked_before_anybody_comes(
    workshop: Workshop, open_page: OpenPage, phone: OpenPhone, size: tuple[int, int]
) -> None:
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=size[0], height=size[1])
    from_menu(page, "ตรวจห้อง")
    dialog = page.get_by_role("dialog", name="ตรวจห้อง")
    expect(dialog.get_by_text("บัตรเล็กสุดเท่านี้")).to_be_visible()
    expect(dialog.get_by_text("บัตรอ่านได้ถึง 9 เมตร")).to_be_visible()
    dialog.get_by_role("button", name="จอสูงกว่านี้").click()
    expect(dialog.get_by_text("บัตรอ่านได้จาก 10 เมตร")).to_be_visible()
    expect(dialog.get_by_text("รอมือถือเครื่องแรก")).to_be_visible()
    phone()
    expect(dialog.get_by_text("เข้าร่วมแล้ว 1 คน ✓")).to_be_visible()
    dialog.get_by_role("button", name="เล่นเสียงทดสอบ").click()
    expect(dialog.get_by_text("เล่นแล้ว")).to_be_visible()
    assert axe(page) == []


def test_the_home_page_leads_to_the_check_of_the_room(workshop: Workshop, open_page: OpenPage) -> None:
    page = open_page(f"/w/{workshop.id}#key={workshop.key}")
    expect(page.locator("main.presenting")).to_be_visible()
    page.goto(page.url.split("/w/")[0] + "/")
    page.locator("details.mine summary").click()
    page.get_by_role("link", name="ตรวจห้อง").click()
    expect(page.get_by_role("dialog", name="ตรวจห้อง")).to_be_visible()
