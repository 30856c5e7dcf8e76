"""How a day rests and ends: a break with the clock of when it goes on, then the frame, the lock and the thanks."""

from __future__ import annotations

import re

from a_board import Mouse, SortingBoard, column, middle
from a_phone import start
from a_room import next_step
from a_server import until
from a_workshop import MakeWorkshop, Workshop
from accessible import axe
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Page, expect

FRAME, CONFIRM = "กรอบการขับเคลื่อนงาน", "ยืนยันกรอบและล็อก"


def test_the_day_ends_with_its_frame_confirmed_locked_and_thanked(workshop: Workshop, open_page: OpenPage) -> None:
    board = SortingBoard(workshop, {"close": ["ประชุมทุกเช้า"], "improve": ["รายงานรายเดือน"], "open": ["ตู้น้ำ"]})
    workshop.do("star_cards", cards=list(board.ids.values()))
    wall = open_page(workshop.link("wall"), width=1920, height=1080)
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768)
    remote = open_page(f"/w/{workshop.id}#key={workshop.key}", width=360, height=740)
    next_step(page, "จบกระดาน")
    next_step(page, FRAME)
    expect(wall.locator(".frame [data-item]")).to_have_count(3)
    page.keyboard.press("Escape")
    expect(wall.locator(".frame")).to_have_count(0)
    next_step(page, FRAME)
    next_step(remote, CONFIRM)
    dialog = remote.get_by_role("dialog", name=CONFIRM)
    expect(dialog.get_by_text("ยังไม่มีผู้รับผิดชอบ 1 เรื่อง")).to_be_visible()
    assert axe(remote) == []
    dialog.get_by_role("button", name=f"{CONFIRM}…").click()
    dialog.get_by_role("button", name=f"ยืนยัน: {CONFIRM}").click()
    thanked(wall)
    assert workshop.snapshot()["snapshot"]["workshop"]["locked"]
    expect(remote.get_by_text("ลิงก์ผลสรุปใช้ได้เฉพาะในห้องนี้")).to_be_visible()
    expect(remote.get_by_role("button", name="ส่งเข้า LINE")).to_be_visible()
    page.get_by_role("button", name="ส่งภาพและข้อความเข้า LINE").click()
    expect(page.get_by_role("dialog").get_by_role("button", name="ส่งเข้า LINE")).to_be_visible()
    expect(remote.locator(".toast")).to_have_count(0)
    assert axe(remote) == []


def thanked(wall: Page) -> None:
    """The QR, the day of deletion and where the link works; nothing to press."""
    expect(wall.locator(".thanks img")).to_be_visible()
    expect(wall.get_by_text("กระดานนี้จะถูกลบวันที่")).to_be_visible()
    expect(wall.get_by_text("ลิงก์นี้ใช้ได้เฉพาะในห้องนี้")).to_be_visible()
    expect(wall.get_by_role("button")).to_have_count(0)
    assert axe(wall) == []


def test_the_room_has_the_break_that_was_planned_and_goes_on_to_the_next_board(
    make_workshop: MakeWorkshop, open_page: OpenPage, phone: OpenPhone
) -> None:
    workshop = make_workshop(templates=["aar", "close-improve-open"])
    first, second = workshop.snapshot()["snapshot"]["workshop"]["boards"]
    ana = start(phone(f"/j/{workshop.code}"))
    wall = open_page(workshop.link("wall"), width=1920, height=1080)
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768)
    workshop.do("plan_board", board=first, minutes=30, break_minutes=20)
    workshop.do("start_phase", board=first, phase="finished")
    next_step(page, "พักเบรก 20 นาที")
    expect(wall.get_by_role("heading", name="พักเบรก")).to_be_visible()
    expect(wall.locator(".break")).to_contain_text("ไปต่อเวลา")
    expect(ana.get_by_text("ไปต่อเวลา")).to_be_visible()
    assert axe(wall) + axe(page) + axe(ana) == []
    before = workshop.snapshot()["snapshot"]["workshop"]["back_at"]
    page.get_by_role("button", name="พักต่ออีก 5 นาที").click()
    expect(wall.get_by_role("timer")).to_contain_text(re.compile("2[45]:"))
    assert workshop.snapshot()["snapshot"]["workshop"]["back_at"] > before
    next_step(page, "ไป ปิด – ปรับปรุง – เปิด")
    expect(wall.locator(".break")).to_have_count(0)
    expect(ana.get_by_text("ไปต่อเวลา")).to_have_count(0)
    seen = workshop.snapshot()["snapshot"]["workshop"]
    assert (seen["active"], seen["paused"]) == (second, False)


def test_a_followed_up_card_has_the_status_of_the_column_it_is_dragged_to(
    make_workshop: MakeWorkshop, open_page: OpenPage
) -> None:
    workshop = make_workshop(templates=["follow-up"])
    board = SortingBoard(workshop, {"not-started": ["ยุบรวมรายงาน"]})
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1280, height=800)
    mouse = Mouse(page)
    mouse.lift(page.locator(f"[data-card='{board.ids['ยุบรวมรายงาน']}']").first)
    mouse.over(*middle(column(page, "under-way")))
    mouse.drop()
    expect(column(page, "under-way")).to_contain_text("ยุบรวมรายงาน")
    until(lambda: [one["status"] for one in workshop.records("decision")] == ["under_way"])
    page.locator(f"[data-card='{board.ids['ยุบรวมรายงาน']}']").first.click()
    page.keyboard.press("c")
    expect(page.get_by_role("radio", name="กำลังดำเนินการ")).to_be_checked()
    note = page.get_by_label("หมายเหตุความคืบหน้า")
    page.context.set_offline(True)
    note.fill("เริ่มแล้วสองกลุ่ม")
    expect(page.get_by_text("เก็บไว้ในเครื่องนี้แล้ว")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("บันทึกแล้ว ✓")).to_be_visible()
    page.get_by_role("radio", name="เสร็จแล้ว").click()
    until(lambda: [one["column"] for one in workshop.records("card")] == ["done"])
    told = [("done", "เริ่มแล้วสองกลุ่ม")]
    until(lambda: [(one["status"], one["status_note"]) for one in workshop.records("decision")] == told)
    assert axe(page) == []
