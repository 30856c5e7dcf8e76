"""The room decides: written at the laptop, read on the wall, told to the writer, and taken further."""

from __future__ import annotations

from a_board import SortingBoard
from a_phone import expect_state, send, start
from a_server import until
from a_workshop import BOARD, MakeWorkshop, Workshop
from accessible import axe
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Page, expect


def begun(page: Page, workshop: Workshop, item: str, **kind: str) -> None:
    """A card or group stands large, and its conclusion is being written."""
    workshop.do("focus", board=BOARD, **(kind or {"card": item}))
    expect(page.locator(".focused, .alone, .working")).to_be_visible()
    page.keyboard.press("c")
    expect(page.locator(".deciding")).to_be_visible()


def test_what_is_decided_at_the_laptop_is_read_on_the_wall_and_told_to_its_writer(
    workshop: Workshop, open_page: OpenPage, phone: OpenPhone
) -> None:
    workshop.phase("write")
    ana = start(phone())
    text = "รายงานกระดาษรายเดือน"
    send(ana, text)
    expect_state(ana, text, "ส่งแล้ว ✓")
    workshop.phase("sort")
    (card,) = workshop.records("card")
    workshop.do("move_cards", cards=[card["id"]], column="close")
    wall = open_page(workshop.link("wall"), width=1920, height=1080)
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768)
    begun(page, workshop, card["id"])
    page.get_by_label("ข้อสรุป", exact=True).fill("ยุบรวม")
    page.get_by_label("ผู้รับผิดชอบ").fill("กลุ่มอำนวยการ")
    page.get_by_label("กำหนดแล้วเสร็จ").select_option(index=1)
    expect(wall.locator(".decision")).to_contain_text("กลุ่มอำนวยการ")
    expect(wall.locator(".decision")).to_contain_text("ไตรมาส 1")
    expect(page.get_by_text("บันทึกแล้ว ✓")).to_be_visible()
    assert axe(page) == []
    assert axe(wall) == []
    workshop.do("show_view", board=BOARD, view="frame")
    expect(wall.locator(".frame [data-item]")).to_contain_text(["ยุบรวม"])
    expect(page.locator(".frame")).to_be_visible()
    assert axe(wall) == []
    workshop.phase("finished")
    expect(ana.get_by_text("ข้อสรุป: ยุบรวม")).to_be_visible()
    result = open_page(workshop.link("result"), width=360, height=740)
    expect(result.locator(".frame")).to_contain_text("กลุ่มอำนวยการ")
    assert axe(result) == []


def test_two_people_who_write_the_same_field_choose_whose_words_stay(workshop: Workshop, open_page: OpenPage) -> None:
    board = SortingBoard(workshop, {"close": ["ประชุมทุกเช้า"]})
    card = board.ids["ประชุมทุกเช้า"]
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768)
    begun(page, workshop, card)
    owner = page.get_by_label("ผู้รับผิดชอบ")
    board.elsewhere("decide_item", item=card, field="owner", value="กลุ่มแผนงาน")
    expect(owner).to_have_value("กลุ่มแผนงาน")
    page.context.set_offline(True)
    owner.fill("กลุ่มอำนวยการ")
    board.elsewhere("decide_item", item=card, field="owner", value="กลุ่มบุคคล")
    page.context.set_offline(False)
    expect(page.get_by_role("alert")).to_contain_text("กลุ่มบุคคล")
    expect(owner).to_have_value("กลุ่มอำนวยการ")
    page.get_by_role("button", name="ใช้ของเรา").click()
    expect(page.get_by_text("บันทึกแล้ว ✓")).to_be_visible()
    until(lambda: [one["owner"] for one in workshop.records("decision")] == ["กลุ่มอำนวยการ"])


def test_what_the_room_keeps_goes_on_to_the_next_board(make_workshop: MakeWorkshop, open_page: OpenPage) -> None:
    workshop = make_workshop(templates=["aar", "close-improve-open"])
    first, second = sorted(workshop.records("board"), key=lambda one: str(one["id"]))
    workshop.do("start_phase", board=first["id"], phase="sort")
    column = first["columns"][0]["id"]
    workshop.do("add_card", board=first["id"], text="เอกสารช้า", column=column)
    (card,) = workshop.records("card")
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768)
    page.locator(f"[data-card='{card['id']}']").first.click()
    page.get_by_role("toolbar").get_by_role("button", name="เพิ่มเติม").or_(
        page.get_by_role("toolbar").locator("button", has_text="⋯")
    ).first.click()
    page.get_by_role("menuitem", name="นำไปกระดานอื่น").click()
    page.get_by_role("button", name="นำไป", exact=True).click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert [(one["board"], one["column"]) for one in workshop.records("card")] == [(first["id"], column)]
    workshop.do("open_board", board=second["id"])
    assert [(one["board"], one["column"]) for one in workshop.records("card")] == [(second["id"], "improve")]


def test_a_follow_up_is_made_from_the_menu_and_shows_how_far_things_are(
    workshop: Workshop, open_page: OpenPage
) -> None:
    board = SortingBoard(workshop, {"close": ["ประชุมทุกเช้า"], "open": ["ตู้น้ำ"]})
    workshop.do("star_cards", cards=list(board.ids.values()))
    workshop.phase("finished")
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768)
    page.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    page.get_by_role("menuitem", name="เริ่มต่อจากเวทีนี้").click()
    page.get_by_role("button", name="สร้างกระดานติดตามงาน").click()
    link = page.locator("dialog .link").inner_text()
    follow = open_page("/w/" + link.split("/w/")[1], width=1024, height=768)
    expect(follow.get_by_role("heading", name="ติดตาม")).to_be_visible()
