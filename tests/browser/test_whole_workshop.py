"""A whole workshop in real browsers: from the home page to the files that go home, with the 60 practice cards."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from a_board import Mouse, card, column, shown, top_of
from a_phone import own, send
from a_room import (
    COLUMNS,
    LAPTOP,
    MadeAtHome,
    Room,
    close_settings,
    come_in,
    hang_up_wall,
    in_the_reader,
    next_step,
    on_all_pages,
    on_the_server,
    pair,
    practice_cards,
    setting,
    to_first_page,
)
from a_server import Server, until
from a_workshop import new_id
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Page, expect
from watching import Watched

TITLE = "ทบทวนงานสำนักงาน ปี 2570"
CARDS_EACH = 20
CARDS = practice_cards()
TEXTS = [text for text, _ in CARDS]
MEANT = dict(CARDS)


@pytest.fixture(scope="module")
def module_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One that phones could reach, so that the wall shows how."""
    server = Server(tmp_path_factory.mktemp("server") / "data", PUBLIC_URL="http://192.168.1.20:8321")
    try:
        server.start()
        yield server
    finally:
        server.stop()


def test_a_whole_workshop(server: Server, open_page: OpenPage, phone: OpenPhone) -> None:
    room = set_up(server, open_page, phone)
    everybody_tries(room)
    three_people_write_sixty_cards(room)
    parked = one_card_is_parked_unread_by_the_room(room)
    nobody_in_the_room_has_met(room, TEXTS)
    cards_are_shown(room, parked)
    cards_are_read_and_placed(room, parked)
    cards_are_moved_starred_and_corrected(room)
    nobody_in_the_room_has_met(room, [parked])
    the_parked_card_comes_back(room, parked)
    board = every_screen_shows_the_same_board(room)
    next_step(room.facilitator.page, "จบกระดาน")
    the_files_hold(room, board)
    phones_say_where_their_cards_ended(room, board)
    until(lambda: all(screen.is_up_to_date(room.workshop) for screen in room.screens), "every screen to know it all")


# Setting up


def set_up(server: Server, open_page: OpenPage, phone: OpenPhone) -> Room:
    laptop = Watched(open_page("/", **LAPTOP, permissions=["clipboard-read", "clipboard-write"]))
    laptop.page.get_by_label("ชื่อเวที").fill(TITLE)
    laptop.page.get_by_role("button", name="จัดเวที", exact=True).click()
    expect(laptop.page.get_by_role("heading", name=TITLE)).to_be_visible()
    wall = hang_up_wall(laptop.page, open_page)
    code = wall.page.get_by_text(re.compile(r"^\d{4}-\d{4}$")).inner_text()
    room = Room(MadeAtHome(server, laptop.identity), laptop, pair(laptop.page, phone), wall)
    room.phones = [come_in(phone, code) for _ in range(3)]
    expect(wall.page.get_by_text("เข้าร่วมแล้ว 3 คน")).to_be_visible()
    return room


def everybody_tries(room: Room) -> None:
    next_step(room.facilitator.page, "ลองส่งบัตร")
    for one in room.phones:
        one.page.get_by_role("textbox", name="ข้อความในบัตร").fill("ส้มตำปูปลาร้า")
        one.page.get_by_role("button", name="ส่งบัตรลอง").tap()
    expect(room.wall.page.get_by_text("ลองแล้ว 3 จาก 3 คน")).to_be_visible()
    assert room.workshop.texts() == []


# Writing


def three_people_write_sixty_cards(room: Room) -> None:
    next_step(room.facilitator.page, "เริ่มรับบัตร")
    for number, one in enumerate(room.phones):
        write(one.page, CARDS[number::3][:3])
        expect(one.page.get_by_text("ส่งครบ 3 ใบแล้ว")).to_be_visible()
    everybody_may_write_more(room.facilitator.page)
    for number, one in enumerate(room.phones):
        write(one.page, CARDS[number::3][3:])
    for one in room.phones:
        expect(one.page.locator(".own-cards [data-state=sent]")).to_have_count(CARDS_EACH)
    expect(room.wall.page.get_by_text("รับแล้ว 60 ใบ จาก 3 คน")).to_be_visible()


def write(phone: Page, cards: list[tuple[str, str]]) -> None:
    for text, name in cards:
        send(phone, text, COLUMNS[name])


def everybody_may_write_more(laptop: Page) -> None:
    dialog = setting(laptop, "คำถามและจำนวนบัตร")
    for number in range(4, CARDS_EACH + 1):
        dialog.get_by_role("button", name="เพิ่ม บัตรต่อคน").click()
        expect(dialog.get_by_role("group", name="บัตรต่อคน").locator("output")).to_have_text(str(number))
    close_settings(laptop)


def one_card_is_parked_unread_by_the_room(room: Room) -> str:
    remote = room.remote.page
    remote.get_by_role("button", name="อ่านก่อนแสดง").tap()
    for number in range(4):
        expect(remote.get_by_text(f"อ่านแล้ว {number} จาก 60 ใบ")).to_be_visible()
        remote.get_by_role("button", name="คงไว้").tap()
    expect(remote.get_by_text("อ่านแล้ว 4 จาก 60 ใบ")).to_be_visible()
    text = remote.get_by_role("article").locator(".text").inner_text()
    remote.get_by_role("button", name="พักบัตรไว้").tap()
    expect(remote.get_by_text("อ่านแล้ว 4 จาก 59 ใบ")).to_be_visible()
    remote.get_by_role("button", name="กลับไปสั่งงาน").tap()
    return text


def nobody_in_the_room_has_met(room: Room, texts: list[str]) -> None:
    assert room.wall.met(texts) == []
    assert room.facilitator.met(texts) == []
    for number, one in enumerate(room.phones):
        assert one.met([text for text in texts if text not in TEXTS[number::3]]) == []


# Showing and sorting


def cards_are_shown(room: Room, parked: str) -> None:
    laptop = room.facilitator.page
    next_step(laptop, "หยุดรับบัตร")
    expect(laptop.get_by_role("button", name="แสดงบัตร 59 ใบ")).to_be_visible()
    nobody_in_the_room_has_met(room, TEXTS)
    next_step(laptop, "แสดงบัตร 59 ใบ")
    # What was given is counted, what is parked is not shown.
    expect(room.wall.page.get_by_role("heading", name="60 ความคิด จาก 3 คน")).to_be_visible()
    everything_shown = [text for text in TEXTS if text != parked]
    for screen in (room.wall, room.facilitator):
        until(lambda screen=screen: screen.met(everything_shown) == everything_shown, "all that is shown")


def cards_are_read_and_placed(room: Room, parked: str) -> None:
    laptop = room.facilitator.page
    reading = laptop.locator(".reading .text")
    next_step(laptop, "เริ่มจัดช่อง")
    skipped = reading.inner_text()
    laptop.keyboard.press("Space")
    expect(reading).not_to_have_text(skipped)
    taken_back = reading.inner_text()
    place(laptop)
    laptop.keyboard.press("z")
    expect(reading).to_have_text(taken_back)
    for _ in range(59):
        place(laptop)
    expect(laptop.locator(".reading")).to_have_count(0)
    # Each in the column it was meant for, in the order of reading, the skipped one last.
    board = on_the_server(room.workshop)
    assert {text: name for name, texts in board.items() for text in texts} == without(MEANT, parked)
    assert board[MEANT[skipped]][-1] == skipped


def without(cards: dict[str, str], text: str) -> dict[str, str]:
    return {one: name for one, name in cards.items() if one != text}


def place(laptop: Page) -> None:
    """The card that is read, by the number of the column it was meant for; the next one comes."""
    reading = laptop.locator(".reading .text")
    text = reading.inner_text()
    laptop.keyboard.press(str(list(COLUMNS).index(MEANT[text]) + 1))
    expect(laptop.locator(".reading .text").get_by_text(text, exact=True)).to_have_count(0)


def cards_are_moved_starred_and_corrected(room: Room) -> None:
    laptop = room.facilitator.page
    to_first_page(laptop)
    for source, goal in (("close", "improve"), ("improve", "open"), ("open", "close")):
        drag_first_card(room, source, goal)
    move_by_menu(room)
    move_two_by_key(room)
    star_two(room)
    correct_one(room)


def drag_first_card(room: Room, source: str, goal: str) -> None:
    """Before the second card of the other column."""
    laptop = room.facilitator.page
    moved, before = shown(laptop, source)[0], shown(laptop, goal)[1]
    mouse = Mouse(laptop)
    mouse.lift(card(laptop, moved))
    mouse.over(*top_of(card(laptop, before)))
    mouse.drop()
    expect(column(laptop, goal).get_by_text(moved, exact=True)).to_be_visible()
    there = on_the_server(room.workshop)[goal]
    assert there[there.index(moved) + 1] == before


def move_by_menu(room: Room) -> None:
    laptop = room.facilitator.page
    moved = shown(laptop, "close")[0]
    card(laptop, moved).click()
    laptop.get_by_role("toolbar").get_by_role("button", name="ย้ายไป…").click()
    laptop.get_by_role("menuitem", name="เปิด").click()
    until(lambda: on_the_server(room.workshop)["open"][-1] == moved)


def move_two_by_key(room: Room) -> None:
    laptop = room.facilitator.page
    to_first_page(laptop)
    first, second = shown(laptop, "open")[:2]
    card(laptop, first).click()
    laptop.keyboard.press("Shift+ArrowDown")
    expect(laptop.get_by_role("toolbar")).to_contain_text("เลือก 2 ใบ")
    laptop.keyboard.press("2")
    until(lambda: on_the_server(room.workshop)["improve"][-2:] == [first, second])


def star_two(room: Room) -> None:
    laptop = room.facilitator.page
    to_first_page(laptop)
    for name in ("close", "open"):
        chosen = card(laptop, shown(laptop, name)[0])
        chosen.click()
        laptop.keyboard.press("s")
        expect(chosen.get_by_text("★")).to_be_visible()
        laptop.keyboard.press("Escape")


def correct_one(room: Room) -> None:
    laptop = room.facilitator.page
    text = shown(laptop, "improve")[0]
    card(laptop, text).click()
    laptop.keyboard.press("e")
    dialog = laptop.get_by_role("dialog")
    dialog.get_by_label("คำที่แก้แล้ว").fill(f"{text} (แก้คำผิดแล้ว)")
    dialog.get_by_role("button", name="บันทึก").click()
    expect(card(laptop, f"{text} (แก้คำผิดแล้ว)")).to_be_visible()
    laptop.keyboard.press("Escape")


def the_parked_card_comes_back(room: Room, parked: str) -> None:
    remote = room.remote.page
    remote.get_by_role("button", name="พักบัตรไว้").tap()
    remote.get_by_role("button", name=f"นำกลับ: {parked}").tap()
    remote.get_by_role("button", name="กลับไปสั่งงาน").tap()
    remote.get_by_role("button", name="อ่านบัตรที่รออยู่ 1 ใบ").tap()
    expect(room.wall.page.get_by_label("บัตรที่กำลังอ่าน")).to_have_text(parked)
    place(room.facilitator.page)
    expect(remote.get_by_text("จัดครบทุกใบแล้ว ✓")).to_be_visible()


# What is left at the end


def every_screen_shows_the_same_board(room: Room) -> dict[str, list[str]]:
    board = on_the_server(room.workshop)
    assert sum(map(len, board.values())) == 60
    on_wall, on_laptop = on_all_pages(room)
    assert on_wall == board
    assert on_laptop == board
    assert [in_the_reader(one.page) for one in room.phones] == [board] * 3
    return board


def the_files_hold(room: Room, board: dict[str, list[str]]) -> None:
    dialog = setting(room.facilitator.page, "ส่งออก")
    dialog.get_by_text("รูปแบบอื่น").click()
    table = downloaded(room.facilitator.page, "CSV แถวละบัตร")
    dialog.get_by_text("สำรองและสำเนาปลอดภัย").click()
    backup = downloaded(room.facilitator.page, "ไฟล์สำรองฉบับเต็ม")
    expect(dialog).to_be_visible()
    close_settings(room.facilitator.page)
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    on_board = [(COLUMNS[name], text) for name, texts in board.items() for text in texts]
    assert [(row["ช่อง"], row["ข้อความ"]) for row in rows] == on_board
    (corrected,) = [row for row in rows if row["ข้อความเดิม"]]
    assert corrected["ข้อความเดิม"] == corrected["ข้อความ"].removesuffix(" (แก้คำผิดแล้ว)")
    assert sum(row["ดาว"] == "★" for row in rows) == 2
    assert restored(room, json.loads(backup)) == board


def downloaded(page: Page, button: str) -> str:
    with page.expect_download() as coming:
        page.get_by_role("dialog").get_by_role("button", name=button).click()
    return coming.value.path().read_text(encoding="utf-8")


def restored(room: Room, backup: object) -> dict[str, list[str]]:
    """The board of the new workshop that the backup makes."""
    made = room.workshop.server.call("POST", "/api/workshops", {"id": new_id(), "backup": backup})
    assert made["ok"], made
    return on_the_server(MadeAtHome(room.workshop.server, made | {"title": TITLE}))


def phones_say_where_their_cards_ended(room: Room, board: dict[str, list[str]]) -> None:
    for number, one in enumerate(room.phones):
        expect(one.page.get_by_role("heading", name="บัตรของฉันจบที่ไหน")).to_be_visible()
        for text in TEXTS[number::3]:
            name = next(name for name, texts in board.items() if any(it.startswith(text) for it in texts))
            expect(own(one.page, text)).to_have_count(1)
            expect(own(one.page, text)).to_contain_text(re.compile(rf"จบที่ช่อง\s*{COLUMNS[name]}"))
