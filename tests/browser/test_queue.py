"""The queue: several people sort at once, with a thumb, a mouse or keys, and never meet the same card."""

from __future__ import annotations

import re

import pytest
from a_board import Finger, at_rest, card
from a_room import COLUMNS, on_the_server
from a_server import until
from a_workshop import BOARD, Workshop, new_id
from accessible import axe
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Locator, Page, expect

TEXTS = [f"ความคิดที่ {number}" for number in range(1, 13)]


@pytest.fixture
def sorting(workshop: Workshop) -> Workshop:
    workshop.phase("write")
    for text in TEXTS:
        workshop.send(workshop.join(), text, "open")
    workshop.phase("stopped", "show", "sort")
    return workshop


@pytest.fixture
def helper(sorting: Workshop, phone: OpenPhone) -> Page:
    return in_queue(phone(sorting.link("co_facilitator", "ผู้ช่วยหนึ่ง")))


def in_queue(page: Page) -> Page:
    page.get_by_role("button", name="จัดบัตรเป็นคิว").click()
    expect(hand(page)).to_be_visible()
    return page


def hand(page: Page) -> Locator:
    return page.get_by_role("article", name="ใบที่อยู่ในมือ")


def text_in(page: Page) -> str:
    return hand(page).inner_text().strip()


def queue(page: Page) -> Locator:
    return page.get_by_role("region", name="จัดบัตรเป็นคิว")


def to(page: Page, column: str) -> None:
    """Puts the card in hand into a column, and waits until another one is there or none is left."""
    columns = queue(page).get_by_role("group", name="วางลงช่อง")
    out_of_hand(page, columns.get_by_role("button", name=re.compile(rf"^{column}\s")))


def skip(page: Page) -> None:
    out_of_hand(page, queue(page).get_by_role("button", name="ข้าม"))


def out_of_hand(page: Page, button: Locator) -> None:
    before = text_in(page)
    button.click()
    expect(hand(page).filter(has_text=re.compile(rf"^\s*{before}\s*$"))).to_have_count(0)


def reading(page: Page) -> Locator:
    return page.locator("section.reading .paper .text")


def test_two_sorters_and_one_who_reads_never_get_the_same_card(
    helper: Page, sorting: Workshop, phone: OpenPhone, open_page: OpenPage
) -> None:
    laptop = open_page(f"/w/{sorting.id}#key={sorting.key}", width=1024, height=768)
    other = in_queue(phone(sorting.link("co_facilitator", "ผู้ช่วยสอง")))
    wall = open_page(sorting.link("wall"))
    seen: list[str] = []
    for _ in range(3):
        three = [text_in(helper), text_in(other), reading(laptop).inner_text()]
        assert len(set(three)) == 3
        assert not set(three) & set(seen)
        seen += three
        to(helper, "ปิด")
        to(other, "ปรับปรุง")
        laptop.keyboard.press("3")
        expect(reading(laptop)).not_to_have_text(three[2])
    placed = on_the_server(sorting)
    assert {name: len(cards) for name, cards in placed.items()} == dict.fromkeys(COLUMNS, 3)
    for name, cards in placed.items():
        expect(laptop.locator(f"section[data-column={name}] [data-card] .text")).to_have_text(cards)
    until(lambda: wall.locator(".lists [data-card]").count() == 9)


def test_whoever_leaves_gives_the_card_back(helper: Page, sorting: Workshop, phone: OpenPhone) -> None:
    other = phone(sorting.link("co_facilitator", "ผู้ช่วยสอง"))
    in_queue(other)
    held = text_in(other)
    assert held != text_in(helper)
    other.context.close()
    until(lambda: len(sorting.records("hold")) == 1)
    for _ in TEXTS:
        if text_in(helper) == held:
            return
        skip(helper)
    pytest.fail("the card never came back into the queue")


def test_all_that_is_left_is_in_other_hands(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    workshop.send(workshop.join(), "ใบเดียว")
    workshop.phase("stopped", "show", "sort")
    page = phone(workshop.link("co_facilitator", "ผู้ช่วย"))
    page.get_by_role("button", name="จัดบัตรเป็นคิว").click()
    expect(page.get_by_text("คนอื่นกำลังจัดอีก 1 ใบที่เหลือ")).to_be_visible()
    workshop.do("read_card", board=BOARD, card=None)
    expect(hand(page)).to_have_text("ใบเดียว")
    to(page, "เปิด")
    expect(page.get_by_text("จัดครบทุกใบแล้ว ✓")).to_be_visible()


WAYS = {"ปิด": (-130, 0), "ปรับปรุง": (0, -130), "เปิด": (130, 0)}


@pytest.mark.parametrize("column", WAYS)
def test_a_card_is_thrown_to_its_column(helper: Page, sorting: Workshop, column: str) -> None:
    finger, text = Finger(helper), text_in(helper)
    at_rest(hand(helper))
    box = hand(helper).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 20
    across, up = WAYS[column]
    finger.down(x, y)
    for step in (0.3, 0.6, 1):
        finger.move(x + across * step, y + up * step)
    finger.up()
    name = next(one for one, words in COLUMNS.items() if words == column)
    until(lambda: on_the_server(sorting)[name] == [text])
    expect(hand(helper)).not_to_have_text(text)


def test_a_card_that_is_hardly_moved_stays(helper: Page, sorting: Workshop) -> None:
    finger, text = Finger(helper), text_in(helper)
    at_rest(hand(helper))
    box = hand(helper).bounding_box()
    assert box
    finger.down(box["x"] + 100, box["y"] + 60)
    finger.move(box["x"] + 125, box["y"] + 50)
    finger.up()
    expect(hand(helper)).to_have_text(text)
    assert not any(on_the_server(sorting).values())


def test_an_undone_card_comes_back_into_the_hand_and_the_rooms_reading_stays(helper: Page, sorting: Workshop) -> None:
    read = sorting.records("spotlight")[0]["reading"]
    text = text_in(helper)
    to(helper, "ปิด")
    queue(helper).get_by_role("button", name="ย้อนกลับ: วางบัตรลงช่อง").click()
    expect(hand(helper)).to_have_text(text)
    assert not any(on_the_server(sorting).values())
    assert sorting.records("spotlight")[0]["reading"] == read


def test_a_card_joins_a_group_found_by_its_name_or_begins_one(helper: Page, sorting: Workshop) -> None:
    first = text_in(helper)
    queue(helper).get_by_role("button", name="เข้ากลุ่ม…").click()
    chooser = helper.get_by_role("dialog", name="ใบนี้อยู่กลุ่มไหน")
    expect(chooser.get_by_text("ยังไม่มีกลุ่ม")).to_be_visible()
    chooser.get_by_role("searchbox").fill("รายงานให้น้อยลง")
    assert axe(helper) == []
    chooser.get_by_role("button", name="ปรับปรุง").click()
    until(lambda: [group["name"] for group in sorting.records("group")] == ["รายงานให้น้อยลง"])
    expect(hand(helper)).not_to_have_text(first)
    second = text_in(helper)
    queue(helper).get_by_role("button", name="เข้ากลุ่ม…").click()
    chooser.get_by_role("searchbox").fill("รายงาน")
    helper.keyboard.press("Enter")
    until(lambda: sum(card["group"] is not None for card in sorting.records("card")) == 2)
    assert {card["text"] for card in sorting.records("card") if card["group"]} == {first, second}
    assert {card["column"] for card in sorting.records("card") if card["group"]} == {"improve"}


def test_the_chooser_offers_first_the_group_that_holds_a_similar_card(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    ids = [workshop.send(workshop.join(), text) for text in ("สอนขายของ", "ลดกลุ่มไลน์งาน", "ลดกลุ่ม LINE งานลง")]
    workshop.phase("stopped", "show", "sort")
    workshop.do("read_card", board=BOARD, card=None)
    for one, name in zip(ids[:2], ("กลุ่มแรก", "ไลน์มากเกินไป"), strict=True):
        workshop.do("move_cards", cards=[one], column="close")
        workshop.do("group_cards", cards=[one], label=name)
    page = in_queue(phone(workshop.link("co_facilitator", "ผู้ช่วย")))
    queue(page).get_by_role("button", name="เข้ากลุ่ม…").click()
    chooser = page.get_by_role("dialog", name="ใบนี้อยู่กลุ่มไหน")
    expect(chooser.get_by_role("heading", name="อาจเข้ากับกลุ่มนี้")).to_be_visible()
    page.keyboard.press("Enter")
    until(lambda: ids[2] in [card["id"] for card in workshop.records("card") if card["group"]])
    group = {card["id"]: card["group"] for card in workshop.records("card")}
    assert group[ids[2]] == group[ids[1]]


def test_a_name_of_a_hundred_and_twenty_marked_letters_fits_however_it_is_typed(
    helper: Page, sorting: Workshop
) -> None:
    keyboard = helper.context.new_cdp_session(helper)
    queue(helper).get_by_role("button", name="เข้ากลุ่ม…").click()
    name = helper.get_by_role("searchbox")
    helper.keyboard.insert_text("ที่" * 119)
    composed = {"text": "ที่สวัส", "selectionStart": 7, "selectionEnd": 7}
    keyboard.send("Input.imeSetComposition", composed)
    expect(name).to_have_value("ที่" * 120 + "สวัส")
    keyboard.send("Input.insertText", {"text": "ที่สวัสดี"})
    expect(name).to_have_value("ที่" * 120)
    helper.keyboard.press("Home")
    helper.keyboard.insert_text("กข")
    expect(name).to_have_value("ที่" * 120)
    assert name.evaluate("field => [field.selectionStart, field.selectionEnd]") == [0, 0]
    helper.get_by_role("dialog").get_by_role("button", name="ปรับปรุง").click()
    until(lambda: [group["name"] for group in sorting.records("group")] == ["ที่" * 120])


def test_a_new_group_from_the_queue_is_one_step_back(helper: Page, sorting: Workshop) -> None:
    text = text_in(helper)
    queue(helper).get_by_role("button", name="เข้ากลุ่ม…").click()
    helper.get_by_role("searchbox").fill("รายงานให้น้อยลง")
    helper.get_by_role("dialog").get_by_role("button", name="ปรับปรุง").click()
    expect(hand(helper)).not_to_have_text(text)
    assert on_the_server(sorting)["improve"] == [text]
    queue(helper).get_by_role("button", name="ย้อนกลับ: รวมกลุ่ม").click()
    expect(hand(helper)).to_have_text(text)
    assert sorting.records("group") == []
    assert not any(on_the_server(sorting).values())


def test_the_chooser_offers_groups_of_cards_that_came_while_the_queue_was_open(
    workshop: Workshop, phone: OpenPhone
) -> None:
    workshop.phase("write")
    workshop.send(workshop.join(), "ลดกลุ่ม LINE งานลง")
    workshop.phase("stopped", "show", "sort")
    workshop.do("read_card", board=BOARD, card=None)
    page = in_queue(phone(workshop.link("co_facilitator", "ผู้ช่วย")))
    queue(page).get_by_role("button", name="เข้ากลุ่ม…").click()
    chooser = page.get_by_role("dialog", name="ใบนี้อยู่กลุ่มไหน")
    expect(chooser.get_by_text("ยังไม่มีกลุ่ม")).to_be_visible()
    page.keyboard.press("Escape")
    card = new_id()
    workshop.do("add_card", id=card, board=BOARD, text="ลดกลุ่มไลน์งาน", column="close")
    workshop.do("group_cards", cards=[card], label="ไลน์มากเกินไป")
    queue(page).get_by_role("button", name="เข้ากลุ่ม…").click()
    expect(chooser.get_by_role("heading", name="อาจเข้ากับกลุ่มนี้")).to_be_visible()


def test_the_card_being_read_is_grouped_by_a_key(sorting: Workshop, open_page: OpenPage) -> None:
    laptop = open_page(f"/w/{sorting.id}#key={sorting.key}", width=1024, height=768)
    expect(reading(laptop)).to_be_visible()
    text = reading(laptop).inner_text()
    laptop.keyboard.press("g")
    chooser = laptop.get_by_role("dialog", name="ใบนี้อยู่กลุ่มไหน")
    expect(chooser.get_by_role("searchbox")).to_be_focused()
    laptop.keyboard.type("เครื่องมือ")
    chooser.get_by_role("button", name="เปิด", exact=True).click()
    until(lambda: [card["text"] for card in sorting.records("card") if card["group"]] == [text])
    expect(reading(laptop)).not_to_have_text(text)


def test_the_queue_is_sorted_by_keys_on_the_private_desk(sorting: Workshop, open_page: OpenPage) -> None:
    desk = open_page(f"/w/{sorting.id}#key={sorting.key}", width=1024, height=768)
    expect(reading(desk)).to_be_visible()
    desk.keyboard.press("f")
    desk.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    desk.get_by_role("menuitem", name="จัดบัตรเป็นคิว").click()
    expect(hand(desk)).to_be_visible()
    for key in ("1", "2", "3"):
        text = text_in(desk)
        desk.keyboard.press(key)
        expect(hand(desk)).not_to_have_text(text)
    text = text_in(desk)
    desk.keyboard.press("p")
    until(lambda: [card["text"] for card in sorting.records("card") if card["parked"]] == [text])
    assert [len(cards) for cards in on_the_server(sorting).values()] == [1, 1, 1]
    assert axe(desk) == []
    desk.get_by_role("button", name="ออกจากคิว").click()
    until(lambda: sorting.records("hold") == [])


def test_the_desk_names_who_holds_a_card_and_the_projected_layout_does_not(
    helper: Page, sorting: Workshop, open_page: OpenPage
) -> None:
    laptop = open_page(f"/w/{sorting.id}#key={sorting.key}", width=1920, height=1080)
    expect(reading(laptop)).to_be_visible()
    expect(laptop.get_by_text("ผู้ช่วยหนึ่ง")).to_have_count(0)
    laptop.keyboard.press("f")
    held = card(laptop, text_in(helper)).filter(has_text="ผู้ช่วยหนึ่ง ถืออยู่")
    expect(held).to_have_count(1)
    to(helper, "เปิด")
    expect(held).to_have_count(0)
    assert axe(laptop) == []


def test_the_queue_is_accessible(helper: Page) -> None:
    assert axe(helper) == []
