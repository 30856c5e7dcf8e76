"""The facilitator's phone: paired once, it steers the room and reads what nobody has been shown."""

from __future__ import annotations

import json
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from a_server import until
from a_workshop import BOARD, Workshop
from accessible import axe
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Page, expect

CARDS = {"ยกเลิกรายงานซ้ำ": "close", "ถ้อยคำไม่สุภาพ": None, "สอนขายออนไลน์": "open"}


@pytest.fixture
def writing(workshop: Workshop) -> Workshop:
    """Three people have written; nobody has seen their cards."""
    workshop.phase("write")
    for text, proposed in CARDS.items():
        workshop.send(workshop.join(), text, proposed)
    return workshop


@pytest.fixture
def remote(writing: Workshop, phone: OpenPhone) -> Page:
    page = phone(f"/w/{writing.id}#key={writing.key}")
    expect(page.get_by_role("button", name="หยุดรับบัตร")).to_be_visible()
    return page


def seen_by_the_room(workshop: Workshop) -> list[str]:
    return [card["text"] for card in workshop.records("card", "facilitator")]


def read_until(remote: Page, text: str) -> None:
    """Keeps each card until this one is up."""
    for number in range(len(CARDS)):
        expect(remote.get_by_text(f"อ่านแล้ว {number} จาก 3 ใบ")).to_be_visible()
        expect(remote.get_by_role("article")).to_be_visible()
        if remote.get_by_role("article").get_by_text(text).is_visible():
            return
        remote.get_by_role("button", name="คงไว้").click()
    raise AssertionError(f"{text} never came up")


def test_a_card_is_read_before_anybody_sees_it_and_parked(remote: Page, writing: Workshop) -> None:
    expect(remote.get_by_text("ถ้อยคำไม่สุภาพ")).to_have_count(0)
    remote.get_by_role("button", name="อ่านก่อนแสดง").click()
    read_until(remote, "ถ้อยคำไม่สุภาพ")
    remote.get_by_role("button", name="พักบัตรไว้").click()
    until(lambda: any(card["parked"] for card in writing.records("card")))
    expect(remote.get_by_role("article").get_by_text("ถ้อยคำไม่สุภาพ")).to_have_count(0)
    while remote.get_by_role("button", name="คงไว้").is_visible():
        remote.get_by_role("button", name="คงไว้").click()
    expect(remote.get_by_text("อ่านครบทุกใบแล้ว ✓")).to_be_visible()
    writing.phase("stopped", "show")
    assert sorted(seen_by_the_room(writing)) == sorted(set(CARDS) - {"ถ้อยคำไม่สุภาพ"})


def test_leaving_the_private_place_takes_unshown_words_off_the_phone(remote: Page) -> None:
    remote.get_by_role("button", name="อ่านก่อนแสดง").click()
    expect(remote.get_by_role("article")).to_be_visible()
    remote.get_by_role("button", name="กลับไปสั่งงาน").click()
    expect(remote.get_by_role("button", name="อ่านก่อนแสดง")).to_be_visible()
    for text in CARDS:
        expect(remote.get_by_text(text)).to_have_count(0)


def test_what_was_read_stays_read_after_a_reload_and_a_card_can_be_read_again(remote: Page) -> None:
    remote.get_by_role("button", name="อ่านก่อนแสดง").click()
    first = remote.get_by_role("article").inner_text()
    remote.get_by_role("button", name="คงไว้").click()
    expect(remote.get_by_text("อ่านแล้ว 1 จาก 3 ใบ")).to_be_visible()
    remote.reload()
    remote.get_by_role("button", name="อ่านก่อนแสดง").click()
    expect(remote.get_by_text("อ่านแล้ว 1 จาก 3 ใบ")).to_be_visible()
    remote.get_by_role("button", name="ใบก่อนหน้า").click()
    expect(remote.get_by_role("article")).to_have_text(first, use_inner_text=True)


def test_parking_by_mistake_is_undone(remote: Page, writing: Workshop) -> None:
    remote.get_by_role("button", name="อ่านก่อนแสดง").click()
    text = remote.get_by_role("article").locator("p").first.inner_text()
    remote.get_by_role("button", name="พักบัตรไว้").click()
    expect(remote.get_by_text("จาก 2 ใบ")).to_be_visible()
    remote.get_by_role("button", name="ย้อนกลับ: พักบัตร 1 ใบ").click()
    expect(remote.get_by_text("จาก 3 ใบ")).to_be_visible()
    expect(remote.get_by_role("article").get_by_text(text)).to_be_visible()
    assert not any(card["parked"] for card in writing.records("card"))


def test_the_next_step_is_one_large_button_that_says_what_follows(remote: Page, writing: Workshop) -> None:
    for button, following in {
        "หยุดรับบัตร": "แสดงบัตร 3 ใบ",
        "แสดงบัตร 3 ใบ": "เริ่มจัดช่อง",
        "เริ่มจัดช่อง": "จบกระดาน",
    }.items():
        remote.get_by_role("button", name=button).click()
        expect(remote.get_by_role("button", name=following)).to_be_visible()
    assert writing.records("board")[0]["phase"] == "sort"
    remote.get_by_role("button", name="กลับไปขั้น แสดงบัตร").click()
    expect(remote.get_by_role("button", name="เริ่มจัดช่อง")).to_be_visible()


def test_the_card_being_read_is_placed_skipped_and_put_back(remote: Page, writing: Workshop) -> None:
    writing.phase("stopped", "show", "sort")
    reading = remote.get_by_role("region", name="บัตรที่กำลังอ่าน")
    expect(reading.get_by_text("รอจัดช่อง 3 ใบ")).to_be_visible()
    first = reading.locator(".card").inner_text()
    reading.get_by_role("button", name="ข้าม").click()
    expect(reading.locator(".card")).not_to_have_text(first)
    second = reading.locator(".card").inner_text()
    reading.get_by_role("button", name="ปรับปรุง").click()
    expect(reading.get_by_text("รอจัดช่อง 2 ใบ")).to_be_visible()
    placed = next(card for card in writing.records("card") if card["text"] == second)
    assert placed["column"] == "improve"
    reading.get_by_role("button", name="ย้อนกลับ: วางบัตรลงช่อง").click()
    expect(reading.get_by_text("รอจัดช่อง 3 ใบ")).to_be_visible()


def test_late_cards_are_read_and_taken_in(remote: Page, writing: Workshop) -> None:
    people = [writing.join() for _ in range(2)]
    writing.phase("stopped", "show")
    for number, token in enumerate(people):
        writing.send(token, f"มาช้าใบที่ {number}")
    remote.get_by_role("button", name="บัตรมาช้า").click()
    remote.get_by_role("button", name="รับ: มาช้าใบที่ 0").click()
    until(lambda: "มาช้าใบที่ 0" in seen_by_the_room(writing))
    expect(remote.get_by_text("มาช้าใบที่ 0")).to_have_count(0)
    remote.get_by_role("button", name="พัก: มาช้าใบที่ 1").click()
    expect(remote.get_by_text("ไม่มีบัตรมาช้าแล้ว")).to_be_visible()
    assert "มาช้าใบที่ 1" not in seen_by_the_room(writing)


def test_the_screens_are_blanked_and_the_timer_is_given_a_minute_more(remote: Page, writing: Workshop) -> None:
    remote.get_by_role("button", name="พักจอ").click()
    expect(remote.get_by_text("พักจออยู่ ทุกจอว่าง")).to_be_visible()
    assert writing.snapshot("facilitator")["snapshot"]["workshop"]["blank"]
    remote.get_by_role("button", name="แสดงจอ").click()
    before = writing.records("board")[0]["timer"]["ends_at"]
    remote.get_by_role("button", name="+1 นาที").click()
    until(lambda: writing.records("board")[0]["timer"]["ends_at"] > before)
    remote.get_by_role("button", name="หยุดจับเวลา").click()
    remote.get_by_role("button", name="เริ่มจับเวลา 3 นาที").click()
    until(lambda: (writing.records("board")[0]["timer"] or {}).get("seconds") == 180)


def test_the_pages_of_the_screens_are_turned(remote: Page, writing: Workshop) -> None:
    for number in range(8):
        writing.do("add_card", board=BOARD, text=f"ใบที่ {number}", column="close")
    writing.phase("stopped", "show")
    remote.get_by_role("button", name="หน้าถัดไปบนจอ").click()
    expect(remote.get_by_text("หน้า 2")).to_be_visible()
    remote.get_by_role("button", name="หน้าก่อนบนจอ").click()
    expect(remote.get_by_role("button", name="หน้าก่อนบนจอ")).to_be_disabled()


def test_a_phone_is_paired_once_by_a_code_that_expires(
    writing: Workshop, open_page: OpenPage, phone: OpenPhone
) -> None:
    laptop = open_page(f"/w/{writing.id}#key={writing.key}", width=1024, height=768)
    laptop.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    laptop.get_by_role("menuitem", name="ตั้งค่า").click()
    laptop.get_by_role("button", name="ลิงก์และรีโมต").click()
    laptop.clock.install()
    with laptop.expect_response("**/pair") as answered:
        laptop.get_by_role("button", name="เพิ่มรีโมต").click()
    link = urlsplit(answered.value.json()["link"])
    expect(laptop.get_by_role("img", name="QR สำหรับเพิ่มรีโมต")).to_be_visible()
    expect(laptop.get_by_text("ใช้ได้ครั้งเดียว อีก")).to_be_visible()
    page = phone(f"{link.path}#{link.fragment}")
    expect(page.get_by_role("button", name="หยุดรับบัตร")).to_be_visible()
    assert "#" not in page.url
    expect(laptop.get_by_text("รีโมตเข้าแล้ว ✓")).to_be_visible()
    expect(laptop.get_by_role("listitem").filter(has_text="รีโมต")).to_be_visible()
    second = phone(f"{link.path}#{link.fragment}")
    expect(second.get_by_text("ลิงก์นี้ใช้ไม่ได้")).to_be_visible()
    laptop.get_by_role("button", name="เพิ่มรีโมต").click()
    expect(laptop.get_by_text("ใช้ได้ครั้งเดียว อีก")).to_be_visible()
    laptop.clock.run_for(61_000)
    expect(laptop.get_by_text("QR นี้หมดอายุแล้ว")).to_be_visible()
    expect(laptop.get_by_role("img", name="QR สำหรับเพิ่มรีโมต")).to_have_count(0)
    laptop.get_by_role("button", name="สร้าง QR ใหม่").click()
    expect(laptop.get_by_role("img", name="QR สำหรับเพิ่มรีโมต")).to_be_visible()


def test_guessed_codes_bring_the_offer_of_a_new_one(remote: Page, writing: Workshop) -> None:
    for guess in range(101):
        guess_a_code(writing, f"127.0.0.{2 + guess // 10}")
    expect(remote.get_by_text("มีคนเดารหัสเข้าร่วมผิดหลายครั้ง")).to_be_visible()
    remote.get_by_role("button", name="เปลี่ยนรหัส (คนเดิมไม่หลุด)").click()
    remote.get_by_role("button", name="ยืนยัน: เปลี่ยนรหัส").click()
    until(lambda: writing.snapshot("inbox")["snapshot"]["door"]["code"] != writing.code)


def guess_a_code(workshop: Workshop, address: str) -> None:
    """Every machine in the network has ten tries before its answers come slower."""
    line = HTTPConnection("127.0.0.1", workshop.server.port, source_address=(address, 0))
    line.request("POST", "/api/join", json.dumps({"code": "00000000"}), {"Content-Type": "application/json"})
    assert json.load(line.getresponse())["code"] == "wrong_code"
    line.close()


@pytest.mark.parametrize("language", ["th", "en"])
def test_everybody_can_use_the_remote_in_every_phase(writing: Workshop, phone: OpenPhone, language: str) -> None:
    page = phone("/", reduced_motion="reduce")
    page.evaluate("language => localStorage.setItem('batkham:language', language)", language)
    page.goto(f"{writing.server.url}/w/{writing.id}#key={writing.key}")
    expect(page.get_by_role("button", name=NEXT[language]["write"])).to_be_visible()
    page.locator(".view").first.click()
    expect(page.get_by_role("article")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="‹").click()
    for phase, following in NEXT[language].items():
        writing.phase(phase)
        expect(page.get_by_role("button", name=following)).to_be_visible()
        assert axe(page) == [], phase
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), phase


NEXT = {
    "th": {
        "join": "ลองส่งบัตร",
        "write": "หยุดรับบัตร",
        "stopped": "แสดงบัตร",
        "show": "เริ่มจัดช่อง",
        "sort": "จบกระดาน",
        "finished": "ล็อกกระดาน",
    },
    "en": {"write": "Stop intake", "show": "Start sorting", "sort": "Finish the board"},
}
