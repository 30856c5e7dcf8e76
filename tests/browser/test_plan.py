"""After the cards: rounds below a card, secret votes with a hand count, and how the day was, on every screen."""

from __future__ import annotations

import pytest
from a_phone import start
from a_server import until
from a_workshop import BOARD, MakeWorkshop, Workshop, new_id
from accessible import axe
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Page, expect

LAPTOP = {"width": 1024, "height": 768}
REMOTE = {"width": 360, "height": 740}


@pytest.fixture
def sorted_workshop(make_workshop: MakeWorkshop) -> Workshop:
    """Four cards: two in a group and one alone in a column, one in another."""
    workshop = make_workshop(cards_each=9)
    workshop.phase("write")
    writer = workshop.join()
    texts = ("รายงานซ้ำหลายฉบับ", "รายงานเดือนละสามฉบับ", "ประชุมทุกวัน", "เปิดตลาดชุมชน")
    cards = [workshop.send(writer, text) for text in texts]
    workshop.phase("sort")
    workshop.do("move_cards", cards=cards[:3], column="close")
    workshop.do("move_cards", cards=cards[3:], column="open")
    workshop.do("group_cards", cards=cards[:2], label="ยุบรายงานให้เหลือฉบับเดียว")
    return workshop


def group_of(workshop: Workshop) -> str:
    return str(workshop.records("group")[0]["id"])


def card_of(workshop: Workshop, text: str) -> str:
    return next(str(card["id"]) for card in workshop.records("card") if card["text"] == text)


def lies(workshop: Workshop, text: str) -> str | None:
    return next(card["column"] for card in workshop.records("card") if card["text"] == text)


def facilitator(workshop: Workshop, open_page: OpenPage, **size: int) -> Page:
    page = open_page(workshop.link("facilitator", "วิทยากร"), **size)
    expect(page.locator("main")).to_be_visible()
    return page


def choose(page: Page, says: str) -> None:
    page.get_by_role("button", name="เพิ่มเติม").last.click()
    page.get_by_role("menuitem", name=says).click()


def test_a_secret_vote_with_a_hand_count_from_setting_it_up_to_its_result(
    sorted_workshop: Workshop, open_page: OpenPage, phone: OpenPhone
) -> None:
    workshop = sorted_workshop
    laptop = facilitator(workshop, open_page, **LAPTOP)
    wall = open_page(workshop.link("wall"), **LAPTOP)
    ana, ben = start(phone(f"/j/{workshop.code}")), start(phone(f"/j/{workshop.code}"))

    choose(laptop, "ลงคะแนน…")
    laptop.get_by_role("button", name="เริ่มลงคะแนน").click()
    for screen in (laptop, wall):
        expect(screen.get_by_text("ลงคะแนนแล้ว 0/3 คน")).to_be_visible()
        assert axe(screen) == []

    for page in (ana, ben):
        page.get_by_role("button", name="เพิ่มคะแนน ยุบรายงานให้เหลือฉบับเดียว").tap()
    ana.get_by_role("button", name="เพิ่มคะแนน เปิดตลาดชุมชน").tap()
    ana.get_by_role("button", name="เพิ่มคะแนน เปิดตลาดชุมชน").tap()
    # Two at most on one item: the third tap does nothing.
    ana.get_by_role("button", name="เพิ่มคะแนน เปิดตลาดชุมชน").tap(force=True)
    expect(ana.get_by_text("เหลือ 2 คะแนน")).to_be_visible()
    assert axe(ana) == []
    for page in (ana, ben):
        page.get_by_role("button", name="ส่งคะแนน", exact=True).tap()
        expect(page.get_by_text("ส่งคะแนนแล้ว ✓")).to_be_visible()
    for screen in (laptop, wall):
        expect(screen.get_by_text("ลงคะแนนแล้ว 2/3 คน")).to_be_visible()
    told = workshop.snapshot("facilitator")["snapshot"]
    assert not any("tallies" in record for key, record in told.items() if key.startswith("vote:"))

    # Changed until the end; a reload keeps what was given.
    ana.reload()
    expect(ana.get_by_text("ส่งคะแนนแล้ว ✓")).to_be_visible()
    ana.get_by_role("button", name="ลดคะแนน เปิดตลาดชุมชน").tap()
    ana.get_by_role("button", name="ส่งคะแนนที่แก้ไข").tap()
    expect(ana.get_by_text("ส่งคะแนนแล้ว ✓")).to_be_visible()

    choose(laptop, "นับยกมือ…")
    dialog = laptop.get_by_role("dialog")
    dialog.get_by_role("button", name="เพิ่ม ประชุมทุกวัน").click()
    expect(dialog.get_by_role("group", name="ประชุมทุกวัน").locator("output")).to_have_text("1")
    laptop.keyboard.press("Escape")

    laptop.get_by_role("button", name="จบการลงคะแนน").click()
    expect(ana.get_by_role("heading", name="ลงคะแนน")).to_be_hidden()
    laptop.get_by_role("button", name="แสดงผล").click()
    for screen in (laptop, wall):
        expect(screen.get_by_role("heading", name="ผลการลงคะแนน")).to_be_visible()
        expect(screen.get_by_role("listitem").filter(has_text="ยุบรายงาน")).to_contain_text("2 คะแนน")
        expect(screen.get_by_role("listitem").filter(has_text="เปิดตลาดชุมชน")).to_contain_text("1 คะแนน")
        expect(screen.get_by_role("listitem").filter(has_text="ประชุมทุกวัน")).to_contain_text("ยกมือ 1")
        assert axe(screen) == []
    laptop.get_by_role("button", name="กลับไปกระดาน").click()
    expect(wall.get_by_role("heading", name="ผลการลงคะแนน")).to_be_hidden()


def test_a_round_below_a_group_is_written_on_phones_and_shown_together(
    sorted_workshop: Workshop, open_page: OpenPage, phone: OpenPhone
) -> None:
    workshop = sorted_workshop
    group = group_of(workshop)
    workshop.do("focus", board=BOARD, group=group)
    remote = facilitator(workshop, open_page, **REMOTE)
    wall = open_page(workshop.link("wall"), **LAPTOP)
    ana = start(phone(f"/j/{workshop.code}"))

    remote.get_by_role("button", name="ให้เขียนต่อจากใบนี้").click()
    expect(wall.get_by_text("เขียนต่อจากเรื่องนี้บนมือถือ")).to_be_visible()
    expect(ana.get_by_text("ยุบรายงานให้เหลือฉบับเดียว")).to_be_visible()
    ana.get_by_label("ข้อความในบัตรย่อย").fill("เริ่มจากหนึ่งอำเภอ")
    ana.get_by_role("button", name="ส่งบัตรย่อย").tap()
    expect(ana.get_by_text("ส่งแล้ว ✓", exact=True)).to_be_visible()
    expect(wall.get_by_text("ได้รับแล้ว 1 ใบ")).to_be_visible()
    # Not a word of it is on any screen of the room before the round ends.
    expect(wall.get_by_text("เริ่มจากหนึ่งอำเภอ")).to_have_count(0)
    key = workshop.link("wall").split("#key=")[1]
    another_wall = str(workshop.server.call("POST", "/api/enter", {"key": key})["token"])
    for audience, token in (("facilitator", None), ("wall", another_wall)):
        told = workshop.snapshot(audience, token)["snapshot"]
        assert "เริ่มจากหนึ่งอำเภอ" not in str(told)
    assert axe(ana) == []
    remote.get_by_role("button", name="จบรอบและแสดง").click()
    expect(wall.get_by_role("listitem").filter(has_text="เริ่มจากหนึ่งอำเภอ")).to_be_visible()
    assert axe(wall) == []


def test_nothing_typed_below_is_lost_when_the_net_or_the_page_goes(sorted_workshop: Workshop, phone: OpenPhone) -> None:
    workshop = sorted_workshop
    item = card_of(workshop, "ประชุมทุกวัน")
    workshop.do("open_children", board=BOARD, parent=item)
    page = start(phone(f"/j/{workshop.code}"))
    page.get_by_label("ข้อความในบัตรย่อย").fill("ประชุมสัปดาห์ละครั้ง")
    page.reload()
    expect(page.get_by_label("ข้อความในบัตรย่อย")).to_have_value("ประชุมสัปดาห์ละครั้ง")
    page.context.set_offline(True)
    page.get_by_role("button", name="ส่งบัตรย่อย").tap()
    expect(page.get_by_text("รอส่ง")).to_be_visible()
    page.context.set_offline(False)
    until(lambda: "ประชุมสัปดาห์ละครั้ง" in workshop.texts())


def test_how_the_day_was_is_told_together_and_never_before(
    sorted_workshop: Workshop, open_page: OpenPage, phone: OpenPhone
) -> None:
    workshop = sorted_workshop
    workshop.phase("finished")
    wall = open_page(workshop.link("wall"), **LAPTOP)
    ana = start(phone(f"/j/{workshop.code}"))
    workshop.do("open_check_out")
    expect(wall.get_by_text("ตอบแล้ว 0/2 คน")).to_be_visible()
    ana.get_by_text("5 ดีมาก").tap()
    ana.get_by_label("อยากบอกอะไรสั้น ๆ (ไม่เขียนก็ได้)").fill("ได้พูดทุกคน")
    assert axe(ana) == []
    ana.get_by_role("button", name="ส่งคำตอบ").tap()
    expect(ana.get_by_text("ส่งแล้ว ✓ ขอบคุณ")).to_be_visible()
    expect(wall.get_by_text("ตอบแล้ว 1/2 คน")).to_be_visible()
    expect(wall.get_by_text("ได้พูดทุกคน")).to_have_count(0)
    workshop.do("show_check_out")
    expect(wall.get_by_text("ได้พูดทุกคน")).to_be_visible()
    assert axe(wall) == []


def test_a_ballot_in_english(sorted_workshop: Workshop, phone: OpenPhone) -> None:
    workshop = sorted_workshop
    workshop.do("open_vote", id=new_id(), board=BOARD, each=1, most_on_one=1)
    page = start(phone(f"/j/{workshop.code}"))
    page.get_by_role("button", name="English").tap()
    expect(page.get_by_role("heading", name="Vote")).to_be_visible()
    page.get_by_role("button", name="Vote for ประชุมทุกวัน").tap()
    page.get_by_role("button", name="Send my votes").tap()
    expect(page.get_by_text("Votes sent ✓")).to_be_visible()


NEED = ("รถรับส่งผู้ป่วย", "ตลาดนัดชุมชน", "ห้องประชุมใหม่", "อบรมคอมพิวเตอร์")


def places(page: Page, **columns: str) -> None:
    """Tap a column for each item, by the number of the item."""
    for number, column in columns.items():
        chosen = page.get_by_role("group", name=f"ช่องของ {NEED[int(number[1:])]}").get_by_role("button", name=column)
        chosen.tap()
        expect(chosen).to_have_attribute("aria-pressed", "true")


def test_everybody_places_privately_first_and_what_they_differ_on_comes_first(
    make_workshop: MakeWorkshop, open_page: OpenPage, phone: OpenPhone
) -> None:
    workshop = make_workshop(templates=["moscow"])
    workshop.do("add_cards", board=BOARD, cards=[{"text": text, "column": None} for text in NEED])
    workshop.phase("show")
    laptop = facilitator(workshop, open_page, **LAPTOP)
    wall = open_page(workshop.link("wall"), **LAPTOP)
    remote = facilitator(workshop, open_page, **REMOTE)
    ana, ben = start(phone(f"/j/{workshop.code}")), start(phone(f"/j/{workshop.code}"))

    laptop.get_by_role("button", name="ให้ทุกคนวางเองก่อน").click()
    for screen in (laptop, wall):
        expect(screen.get_by_text("ส่งแล้ว 0/2 คน")).to_be_visible()
        assert axe(screen) == []
    places(ana, n0="ต้องทำ", n1="ต้องทำ", n2="ทำได้ถ้ามีแรง")
    expect(ana.get_by_text("วางแล้ว 3 จาก 4 เรื่อง")).to_be_visible()
    assert axe(ana) == []
    places(ben, n0="ต้องทำ", n1="ปีนี้ยังไม่ทำ")
    ana.get_by_role("button", name="ส่งที่วางไว้").tap()
    expect(ana.get_by_text("แก้ไขได้จนกว่าจะจบการวาง")).to_be_visible()

    # Without a network it waits on the phone, also when the page goes meanwhile.
    ben.context.set_offline(True)
    ben.get_by_role("button", name="ส่งที่วางไว้").tap()
    expect(ben.get_by_text("รอส่ง เก็บไว้ในเครื่องแล้ว")).to_be_visible()
    ben.context.set_offline(False)
    for screen in (laptop, wall):
        expect(screen.get_by_text("ส่งแล้ว 2/2 คน")).to_be_visible()
    ana.reload()
    expect(ana.get_by_text("แก้ไขได้จนกว่าจะจบการวาง")).to_be_visible()
    places(ana, n3="ควรทำ")
    ana.get_by_role("button", name="ส่งที่แก้ไข").tap()
    expect(ana.get_by_text("แก้ไขได้จนกว่าจะจบการวาง")).to_be_visible()
    assert not any("tallies" in record for record in workshop.snapshot("facilitator")["snapshot"].values())

    laptop.get_by_role("button", name="จบการวาง").click()
    expect(ana.get_by_role("heading", name="แต่ละเรื่องควรอยู่ช่องไหน")).to_be_hidden()
    laptop.get_by_role("button", name="แสดงผล").click()
    for screen in (laptop, wall):
        rows = screen.get_by_role("rowheader")
        expect(rows.first).to_contain_text(NEED[1])
        expect(rows.first).to_contain_text("เห็นต่างกันมาก")
        expect(rows.filter(has_text=NEED[0])).to_contain_text("เห็นตรงกัน")
        assert axe(screen) == []

    # The room talks, and one click or key puts an item into the column of the number that was pressed.
    laptop.get_by_role("button", name=f"วาง {NEED[0]} ในช่องต้องทำ").click()
    expect(wall.get_by_role("row").filter(has_text=NEED[0]).get_by_role("cell").first).to_contain_text("อยู่ช่องนี้")
    assert lies(workshop, NEED[0]) == "must"
    laptop.get_by_role("button", name=f"วาง {NEED[1]} ในช่องควรทำ").press("Enter")
    until(lambda: lies(workshop, NEED[1]) == "should")
    remote.get_by_role("button", name="วางตามที่ทุกคนเลือก").click()
    dialog = remote.get_by_role("dialog")
    expect(dialog.get_by_role("listitem").filter(has_text=NEED[1])).to_contain_text("เสียงเท่ากัน")
    dialog.get_by_role("listitem").filter(has_text=NEED[2]).get_by_role("button", name="วางในช่องทำได้ถ้ามีแรง").click()
    until(lambda: lies(workshop, NEED[2]) == "could")
    assert axe(remote) == []
