"""The remote and the desk tell how the phones in the room are doing; the layout that is projected never does."""

from __future__ import annotations

import re

from a_phone import PATIENT_MS, Sockets, send, start
from a_workshop import Workshop
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Locator, Page, expect


def health(page: Page) -> Locator:
    return page.get_by_role("list", name="สถานะมือถือในห้อง")


def test_the_remote_tells_of_cards_that_wait_on_phones(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    remote = phone(f"/w/{workshop.id}#key={workshop.key}")
    page = phone("/")
    sockets = Sockets(page.context)
    page = start(phone(context=page.context))
    expect(health(remote)).to_have_text("มือถือต่ออยู่ 1 เครื่อง", timeout=PATIENT_MS)
    sockets.no_commands = True
    page.route("**/commands", lambda route: route.abort())
    send(page, "ยังไปไม่ถึง")
    expect(health(remote)).to_contain_text("รอส่ง 1 ใบ", timeout=PATIENT_MS)
    sockets.no_commands = False
    expect(health(remote)).not_to_contain_text("รอส่ง", timeout=PATIENT_MS)
    assert workshop.texts() == ["ยังไปไม่ถึง"]


def test_the_remote_tells_of_phones_that_broke_off_until_they_are_back(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    remote = phone(f"/w/{workshop.id}#key={workshop.key}")
    page = start(phone())
    expect(health(remote)).to_contain_text("มือถือต่ออยู่ 1 เครื่อง", timeout=PATIENT_MS)
    page.context.set_offline(True)
    expect(health(remote)).to_contain_text("กำลังต่อใหม่ 1 เครื่อง", timeout=PATIENT_MS)
    page.context.set_offline(False)
    expect(health(remote)).not_to_contain_text("กำลังต่อใหม่", timeout=PATIENT_MS)
    expect(health(remote)).to_contain_text("มือถือต่ออยู่ 1 เครื่อง")


def test_the_desk_tells_how_slow_the_slowest_phone_is_and_the_presenting_layout_says_nothing(
    workshop: Workshop, phone: OpenPhone, open_page: OpenPage
) -> None:
    workshop.phase("write")
    start(phone())
    facilitator = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1366, height=768)
    expect(facilitator.get_by_role("heading", name=workshop.title)).to_be_visible()
    expect(facilitator.get_by_text("มือถือต่ออยู่")).to_have_count(0)
    facilitator.keyboard.press("f")
    expect(health(facilitator)).to_contain_text("มือถือต่ออยู่ 1 เครื่อง", timeout=PATIENT_MS)
    # How slow it is depends on what else this machine does.
    expect(health(facilitator)).to_contain_text(re.compile(r"ช้าสุด \d+\.\d วินาที"), timeout=PATIENT_MS)
