"""A workshop on a bad day: the server is killed twice and one phone has no network; nothing is lost or doubled."""

from __future__ import annotations

import time
from datetime import datetime

import pytest
from a_phone import PATIENT_MS, expect_state, own, send
from a_room import (
    COLUMNS,
    LAPTOP,
    PROJECTOR,
    Columns,
    Room,
    come_in,
    next_step,
    on_all_pages,
    on_the_server,
    practice_cards,
)
from a_server import Server, until
from a_workshop import MakeWorkshop, Workshop
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Locator, Page, expect
from watching import Watched

GRACE_SECONDS = 30
CARDS = practice_cards()[:24]
LATE = "บัตรจากมือถือที่ไม่มีสัญญาณ"


@pytest.fixture
def room(make_workshop: MakeWorkshop, open_page: OpenPage, phone: OpenPhone) -> Room:
    """Everybody is in, and the intake is on."""
    workshop = make_workshop(cards_each=10)
    laptop, remote, wall = Watched(open_page("/", **LAPTOP)), Watched(phone("/")), Watched(open_page("/", **PROJECTOR))
    for screen, path in (
        (laptop, f"/w/{workshop.id}#key={workshop.key}"),
        (remote, workshop.link("co_facilitator", "รีโมต")),
        (wall, workshop.link("wall")),
    ):
        screen.page.goto(workshop.server.url + path)
    phones = [come_in(phone, workshop.code) for _ in range(3)]
    workshop.phase("write")
    return Room(workshop, laptop, remote, wall, phones)


def test_a_killed_server_and_a_phone_without_network_lose_and_double_nothing(server: Server, room: Room) -> None:
    the_server_dies_while_phones_send(server, room)
    stopped_at = intake_stops_while_one_phone_is_away(room)
    the_server_dies_while_cards_are_sorted(server, room)
    the_late_card_comes_and_is_taken_in(room, stopped_at)
    every_card_is_there_once_on_every_screen(room)


def the_server_dies_while_phones_send(server: Server, room: Room) -> None:
    arrived = until_half_has_arrived(server, room)
    assert 0 < len(arrived) < len(CARDS)
    for number, one in enumerate(room.phones):
        for text, name in CARDS[number::3][4:]:
            send(one.page, text, COLUMNS[name])
    server.start()
    for one in room.phones:
        expect(one.page.locator(".own-cards [data-state=sent]")).to_have_count(len(CARDS) // 3, timeout=PATIENT_MS)
    assert room.workshop.texts() == sorted(text for text, _ in CARDS)


def until_half_has_arrived(server: Server, room: Room) -> list[str]:
    """The last card before the power cut may be on its way, in the log or acknowledged: that must not matter."""
    for place in range(4):
        for number, one in enumerate(room.phones):
            text, name = CARDS[number::3][place]
            send(one.page, text, COLUMNS[name])
    arrived = room.workshop.texts()
    server.kill()
    return arrived


def intake_stops_while_one_phone_is_away(room: Room) -> datetime:
    away = room.phones[0].page
    away.context.set_offline(True)
    send(away, LATE)
    expect_state(away, LATE, "รอส่ง")
    laptop = room.facilitator.page
    expect(away_strip(laptop)).to_have_count(0, timeout=PATIENT_MS)
    next_step(laptop, "หยุดรับบัตร")
    next_step(laptop, f"แสดงบัตร {len(CARDS)} ใบ")
    stopped = room.workshop.records("board")[0]["stopped_at"]
    next_step(laptop, "เริ่มจัดช่อง")
    return datetime.fromisoformat(stopped)


def the_server_dies_while_cards_are_sorted(server: Server, room: Room) -> None:
    laptop = room.facilitator.page
    for _ in range(8):
        place(laptop)
    # One more, and nobody may know whether it was placed before the power cut or not.
    laptop.keyboard.press("1")
    server.kill()
    expect(away_strip(laptop)).to_be_visible()
    server.start()
    expect(away_strip(laptop)).to_have_count(0, timeout=PATIENT_MS)
    until(lambda: room.facilitator.is_up_to_date(room.workshop))
    assert 8 <= placed(room.workshop) <= 9
    while laptop.locator(".reading .text").count():
        place(laptop)
    assert placed(room.workshop) == len(CARDS)


def away_strip(laptop: Page) -> Locator:
    return laptop.get_by_role("main").get_by_text("กำลังเชื่อมต่อใหม่… กระดานยังอยู่ครบ")


def placed(workshop: Workshop) -> int:
    return sum(len(texts) for texts in on_the_server(workshop).values())


def place(laptop: Page) -> None:
    reading = laptop.locator(".reading .text")
    text = reading.inner_text()
    laptop.keyboard.press(str(list(COLUMNS).index(dict(CARDS)[text]) + 1))
    expect(reading.get_by_text(text, exact=True)).to_have_count(0)


def the_late_card_comes_and_is_taken_in(room: Room, stopped_at: datetime) -> None:
    away, remote = room.phones[0].page, room.remote.page
    wait_until_the_grace_is_over(room, stopped_at)
    away.context.set_offline(False)
    expect_state(away, LATE, "บัตรมาช้า")
    expect(room.facilitator.page.get_by_text("มาช้า 1", exact=True)).to_be_visible()
    assert room.facilitator.met([LATE]) + room.wall.met([LATE]) == []
    remote.get_by_role("button", name="บัตรมาช้า").tap()
    remote.get_by_role("button", name=f"รับ: {LATE}").tap()
    expect_state(away, LATE, "บนกระดาน รอจัดช่อง")
    remote.get_by_role("button", name="กลับไปสั่งงาน").tap()
    remote.get_by_role("button", name="อ่านบัตรที่รออยู่ 1 ใบ").tap()
    remote.get_by_role("region", name="บัตรที่กำลังอ่าน").get_by_role("button", name="เปิด").tap()
    expect(own(away, LATE)).to_contain_text("อยู่ช่อง")


def wait_until_the_grace_is_over(room: Room, stopped_at: datetime) -> None:
    now = datetime.fromisoformat(room.workshop.snapshot()["now"])
    time.sleep(max(0.0, GRACE_SECONDS + 0.5 - (now - stopped_at).total_seconds()))


def every_card_is_there_once_on_every_screen(room: Room) -> None:
    board: Columns = on_the_server(room.workshop)
    texts = [text for column in board.values() for text in column]
    assert sorted(texts) == sorted([LATE, *(text for text, _ in CARDS)])
    assert room.workshop.texts() == sorted(texts)
    assert on_all_pages(room) == (board, board)
    until(lambda: all(screen.is_up_to_date(room.workshop) for screen in room.screens), "every screen to know it all")
    for one in room.phones:
        expect(one.page.locator(".own-cards li")).to_have_count(len(CARDS) // 3 + (one is room.phones[0]))
