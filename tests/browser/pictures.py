"""Plays a workshop with the practice cards and takes pictures of it.

`python tests/browser/pictures.py` takes those of the README, `python tests/browser/pictures.py FOLDER` one of every
screen in every phase, to be looked at. Not a test: it needs Chromium, and Pillow to make the pictures small.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent)]

from a_phone import own, send, start  # noqa: E402
from a_room import COLUMNS, LAPTOP, PROJECTOR, practice_cards  # noqa: E402
from a_server import Server, until  # noqa: E402
from a_workshop import BOARD, Workshop, new_id  # noqa: E402
from conftest import CHROMIUM, LINE  # noqa: E402
from playwright.sync_api import Browser, Page, expect, sync_playwright  # noqa: E402

FOLDER = HERE.parent.parent / "client" / "screenshots"
PHONE = {"width": 360, "height": 740}
TITLE = "ทบทวนงานสำนักงาน ปีงบประมาณ 2570"
QUESTION = "งานใดที่เราควรปิด ปรับปรุง หรือเปิดใหม่ ในปีงบประมาณ 2570"
CARDS = practice_cards()
IN_README = {
    *("home", "wall-join", "wall-write", "wall-reveal", "wall-sort", "wall-finish", "wall-sort-en"),
    *("presenting-sort", "desk", "remote-read-ahead", "remote-sort", "result"),
    *("agenda", "wall-below", "wall-votes", "wall-frame", "phone-vote"),
    *("phone-welcome", "phone-write", "phone-write-en", "phone-sent", "phone-offline", "phone-finish"),
}
# What a README page can carry.
MOST_BYTES = 150 * 1024
STILL = """() => Promise.all([document.fonts.ready, ...document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime < 60000).map((one) => one.finished.catch(() => {}))])"""


class Photographer:
    def __init__(self, browser: Browser, server: Server, folder: Path, wanted: set[str] | None) -> None:
        """Takes the pictures that are wanted; None: all."""
        self._browser = browser
        self._server = server
        self._folder = folder
        self._wanted = wanted

    def page(self, path: str, size: dict[str, int], **device: Any) -> Page:
        context = self._browser.new_context(viewport=size, locale="th-TH", **device)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.goto(self._server.url + path)
        return page

    def phone(self, path: str) -> Page:
        return self.page(path, PHONE, user_agent=LINE, has_touch=True, is_mobile=True, device_scale_factor=2)

    def take(self, page: Page, name: str) -> None:
        if self._wanted is not None and name not in self._wanted:
            return
        page.mouse.move(0, 0)
        page.evaluate(STILL)
        path = self._folder / f"{name}.png"
        path.write_bytes(smaller(page.screenshot()))
        print(f"{path}  {path.stat().st_size // 1024} KiB")  # noqa: T201


def smaller(png: bytes) -> bytes:
    try:
        from PIL import Image
    except ImportError:
        return png
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    for colours in (256, 128, 64, 32):
        small = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
        if small.tell() < MOST_BYTES:
            break
    return small.getvalue()


@contextmanager
def serving(**settings: str) -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data", **settings)
        try:
            server.start()
            yield server
        finally:
            server.stop()


def play(studio: Photographer, server: Server) -> None:
    workshop = Workshop(server, title=TITLE, question=QUESTION, cards_each=6, write_seconds=480)
    laptop = studio.page(f"/w/{workshop.id}#key={workshop.key}", LAPTOP)
    wall = studio.page(workshop.link("wall"), PROJECTOR)
    remote = studio.phone(workshop.link("co_facilitator", "รีโมต"))
    one, other = studio.phone(f"/j/{workshop.code}"), studio.phone(f"/j/{workshop.code}")
    people_come_in(studio, workshop, laptop, wall, one, other)
    people_write(studio, workshop, laptop, wall, remote, one, other)
    cards_are_shown_and_sorted(studio, workshop, laptop, wall, remote, one)
    the_board_goes_home(studio, workshop, laptop, wall, remote, one)


def people_come_in(studio: Photographer, workshop: Workshop, laptop: Page, wall: Page, one: Page, other: Page) -> None:
    expect(wall.get_by_text("รอมือถือเครื่องแรก")).to_be_hidden()
    expect(one.get_by_role("button", name="เริ่ม", exact=True)).to_be_visible()
    studio.take(one, "phone-welcome")
    studio.take(wall, "wall-join")
    studio.take(laptop, "presenting-join")
    start(one)
    start(other)
    workshop.phase("trial")
    expect(one.get_by_role("button", name="ส่งบัตรลอง")).to_be_visible()
    studio.take(one, "phone-trial")
    studio.take(wall, "wall-trial")


def people_write(
    studio: Photographer, workshop: Workshop, laptop: Page, wall: Page, remote: Page, one: Page, other: Page
) -> None:
    workshop.phase("write")
    # The two phones in the pictures write the last cards themselves.
    tokens = [workshop.join() for _ in range(19)]
    for index, (text, column) in enumerate(CARDS[:-3]):
        workshop.send(tokens[index % len(tokens)], text, column)
    expect(wall.get_by_text("รับแล้ว 57 ใบ")).to_be_visible()
    studio.take(wall, "wall-write")
    studio.take(laptop, "presenting-write")
    one.get_by_role("textbox", name="ข้อความในบัตร").fill(CARDS[-1][0])
    one.get_by_role("button", name=COLUMNS[CARDS[-1][1]], exact=True).tap()
    studio.take(one, "phone-write")
    one.get_by_role("button", name="ส่งบัตร").tap()
    expect(own(one, CARDS[-1][0])).to_contain_text("ส่งแล้ว ✓")
    write_without_network(studio, other)
    show_own_cards(one)
    studio.take(one, "phone-sent")
    read_ahead(studio, remote)
    one.evaluate("() => scrollTo(0, 0)")
    language_of(one, "English")
    studio.take(one, "phone-write-en")
    language_of(one, "ไทย")
    workshop.phase("stopped")
    expect(one.get_by_role("heading", name="หยุดรับบัตรแล้ว")).to_be_visible()
    studio.take(one, "phone-stopped")
    studio.take(wall, "wall-stopped")


def write_without_network(studio: Photographer, phone: Page) -> None:
    send(phone, CARDS[-2][0], COLUMNS[CARDS[-2][1]])
    expect(own(phone, CARDS[-2][0])).to_contain_text("ส่งแล้ว ✓")
    phone.context.set_offline(True)
    send(phone, CARDS[-3][0], COLUMNS[CARDS[-3][1]])
    expect(phone.get_by_text("เก็บไว้ในเครื่องแล้ว 1 ใบ")).to_be_visible()
    expect(own(phone, CARDS[-3][0])).to_contain_text("รอส่ง")
    studio.take(phone, "phone-offline")
    phone.context.set_offline(False)
    expect(own(phone, CARDS[-3][0])).to_contain_text("ส่งแล้ว ✓", timeout=30_000)


def show_own_cards(phone: Page) -> None:
    phone.locator(".own-cards").evaluate("cards => cards.scrollIntoView({ block: 'end' })")


def read_ahead(studio: Photographer, remote: Page) -> None:
    expect(remote.get_by_role("button", name="หยุดรับบัตร")).to_be_visible()
    studio.take(remote, "remote-write")
    remote.get_by_role("button", name="อ่านก่อนแสดง").tap()
    expect(remote.get_by_role("article")).to_be_visible()
    studio.take(remote, "remote-read-ahead")
    remote.get_by_role("button", name="กลับไปสั่งงาน").tap()


def language_of(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.tap()
    expect(page.get_by_role("button", name=name)).to_have_count(0)


def cards_are_shown_and_sorted(
    studio: Photographer, workshop: Workshop, laptop: Page, wall: Page, remote: Page, one: Page
) -> None:
    workshop.phase("show")
    expect(wall.get_by_role("heading", name="60 ความคิด จาก 21 คน")).to_have_css("opacity", "1", timeout=20_000)
    studio.take(wall, "wall-reveal")
    studio.take(laptop, "presenting-show")
    workshop.phase("sort")
    meant = dict(CARDS)
    cards = {card["id"]: card["text"] for card in workshop.records("card", "facilitator")}
    for _ in range(24):
        reading = str(workshop.records("spotlight", "facilitator")[0]["reading"])
        workshop.do("place_card", card=reading, column=meant[cards[reading]])
    workshop.do("turn_page", board=BOARD, page=1)
    workshop.do("turn_page", board=BOARD, page=0)
    studio.take(laptop, "presenting-sort")
    studio.take(wall, "wall-sort")
    studio.take(remote, "remote-sort")
    studio.take(one, "phone-quiet")
    laptop.locator("[role=option][data-card]").first.click()
    expect(laptop.get_by_role("toolbar")).to_be_visible()
    studio.take(laptop, "presenting-selected")
    laptop.keyboard.press("Escape")
    laptop.keyboard.press("f")
    expect(laptop.get_by_text("อย่าฉายขึ้นจอ")).to_be_visible()
    until(lambda: laptop.locator("[data-card]").count() >= 20)
    laptop.set_viewport_size(PROJECTOR)
    studio.take(laptop, "desk")
    laptop.set_viewport_size(LAPTOP)
    laptop.keyboard.press("f")


def the_board_goes_home(
    studio: Photographer, workshop: Workshop, laptop: Page, wall: Page, remote: Page, one: Page
) -> None:
    workshop.do("place_as_proposed", board=BOARD)
    laptop.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    laptop.get_by_role("menuitem", name="ตั้งค่า").click()
    studio.take(laptop, "presenting-settings")
    laptop.keyboard.press("Escape")
    cards = workshop.records("card", "facilitator")
    starred = [[card["id"] for card in cards if card["column"] == name][:3] for name in COLUMNS]
    workshop.do("star_cards", cards=[card for column in starred for card in column])
    studio.take(wall, "wall-sorted")
    workshop.do("focus", board=BOARD, card=starred[0][0], column=None)
    expect(wall.locator(".focus")).to_be_visible()
    studio.take(wall, "wall-focus")
    workshop.do("focus", board=BOARD, card=None, column=None)
    workshop.phase("finished")
    expect(wall.get_by_role("heading", name="ข้อสรุปของเรา")).to_be_visible()
    studio.take(wall, "wall-finish")
    studio.take(laptop, "presenting-finish")
    studio.take(remote, "remote-finish")
    expect(one.get_by_role("heading", name="บัตรของฉันจบที่ไหน")).to_be_visible()
    studio.take(one, "phone-finish")
    result = studio.page(workshop.link("result"), PROJECTOR)
    expect(result.get_by_text("ขอบคุณทุกความคิด")).to_be_visible()
    studio.take(result, "result")


def home(studio: Photographer) -> None:
    page = studio.page("/", PROJECTOR)
    expect(page.get_by_role("heading", name="จัดเวทีใหม่")).to_be_visible()
    studio.take(page, "home")
    small = studio.phone("/")
    expect(small.get_by_role("heading", name="จัดเวทีใหม่")).to_be_attached()
    studio.take(small, "home-phone")


def a_day_is_planned(studio: Photographer, server: Server) -> None:
    workshop = Workshop(server, title=TITLE, question=None, templates=["four-topics"], fiscal_year=2570)
    laptop = studio.page(f"/w/{workshop.id}#key={workshop.key}", LAPTOP)
    laptop.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    laptop.get_by_role("menuitem", name="กำหนดการ").click()
    expect(laptop.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    studio.take(laptop, "agenda")


# What the room makes of it: a name for each group, how many of its cards, what was decided, by whom and by when.
GROUPS = (
    ("close", "ยุบรายงานให้เหลือฉบับเดียว", 4, "ใช้รายงานในระบบแทน", "กลุ่มอำนวยการ", "2570-Q1"),
    ("close", "งดป้ายและพิธีที่ไม่จำเป็น", 3, "ใช้เงินไปลงพื้นที่แทน", "กลุ่มอำนวยการ", "2570-Q2"),
    ("improve", "ประชุมให้สั้นและมีสรุป", 5, "เดือนละครั้ง สรุปหนึ่งหน้า", "ทุกอำเภอ", "2570-Q1"),
    ("improve", "ช่องทางสื่อสารของจังหวัด", 4, "มีคนดูแลประจำ", "กลุ่มสารสนเทศ", "2570-Q2"),
    ("open", "คนรุ่นใหม่ทำงานกับกลุ่มอาชีพ", 3, "นำร่องสองอำเภอ", "กลุ่มส่งเสริม", "2570-Q3"),
    ("open", "สอนขายออนไลน์", 2, "รุ่นละสามวัน", "กลุ่มส่งเสริม", "2570-Q2"),
)
BELOW = ("เริ่มที่อำเภอที่พร้อม", "ให้รุ่นพี่เป็นพี่เลี้ยง", "เล่าผลในที่ประชุมเดือนหน้า")


def the_room_decides(studio: Photographer, server: Server) -> None:
    workshop = Workshop(server, title=TITLE, question=QUESTION, cards_each=6, fiscal_year=2570)
    tokens = [workshop.join() for _ in range(21)]
    groups = sorted_into_groups(workshop, tokens)
    wall = studio.page(workshop.link("wall"), PROJECTOR)
    phone = start(studio.phone(f"/j/{workshop.code}"))
    cards_below(studio, workshop, wall, groups[4], tokens)
    they_vote(studio, workshop, wall, phone, groups, tokens)
    for group, (_, _, _, conclusion, owner, due) in zip(groups, GROUPS, strict=True):
        for field, value in (("conclusion", conclusion), ("owner", owner), ("due", due)):
            workshop.do("decide_item", item=group, field=field, value=value)
    workshop.do("show_view", board=BOARD, view="frame")
    expect(wall.get_by_text("กลุ่มสารสนเทศ")).to_be_visible()
    studio.take(wall, "wall-frame")


def sorted_into_groups(workshop: Workshop, tokens: list[str]) -> list[str]:
    workshop.phase("write")
    for index, (text, column) in enumerate(CARDS):
        workshop.send(tokens[index % len(tokens)], text, column)
    workshop.phase("sort")
    workshop.do("place_as_proposed", board=BOARD)
    lying = {
        name: [card["id"] for card in workshop.records("card", "facilitator") if card["column"] == name]
        for name in COLUMNS
    }
    groups = []
    for column, label, count, *_ in GROUPS:
        taken = [lying[column].pop() for _ in range(count)]
        workshop.do("group_cards", cards=taken, label=label, id=new_id())
        groups.append(next(one["id"] for one in workshop.records("group", "facilitator") if one["name"] == label))
    return groups


def cards_below(studio: Photographer, workshop: Workshop, wall: Page, group: str, tokens: list[str]) -> None:
    workshop.do("focus", board=BOARD, group=group)
    workshop.do("open_children", board=BOARD, parent=group)
    for token, text in zip(tokens, BELOW, strict=False):
        workshop.do("send_child", token, new_id(), parent=group, text=text)
    workshop.do("close_children", board=BOARD)
    expect(wall.get_by_text(BELOW[-1])).to_be_visible()
    studio.take(wall, "wall-below")
    workshop.do("focus", board=BOARD, group=None)


def they_vote(
    studio: Photographer, workshop: Workshop, wall: Page, phone: Page, groups: list[str], tokens: list[str]
) -> None:
    vote = new_id()
    workshop.do("open_vote", id=vote, board=BOARD, each=3, most_on_one=2)
    for number, token in enumerate(tokens):
        first, second = groups[number * number % 6], groups[number % 4]
        marks = {first: 2, second: 1} if first != second else {first: 2}
        workshop.do("cast_ballot", token, vote=vote, marks=marks)
    plus = phone.get_by_role("button", name="เพิ่มคะแนน")
    plus.first.tap()
    plus.nth(2).tap()
    studio.take(phone, "phone-vote")
    workshop.do("close_vote", vote=vote)
    workshop.do("show_votes", vote=vote)
    expect(wall.get_by_role("heading", name="ผลการลงคะแนน")).to_be_visible()
    studio.take(wall, "wall-votes")
    workshop.do("show_view", board=BOARD, view="board")


def in_english(studio: Photographer, server: Server) -> None:
    workshop = Workshop(
        server,
        title="Yearly review 2027",
        question="What should we close, improve or open next year?",
        language="en",
        cards_each=6,
    )
    english_cards(workshop)
    wall = studio.page(workshop.link("wall"), PROJECTOR)
    expect(wall.get_by_role("heading", name="Improve")).to_be_visible()
    studio.take(wall, "wall-sort-en")


def english_cards(workshop: Workshop) -> None:
    import csv

    from a_room import PRACTICE

    workshop.phase("write")
    with PRACTICE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    tokens = [workshop.join() for _ in range(10)]
    for index, row in enumerate(rows[::3]):
        workshop.send(tokens[index % len(tokens)], row["text_en"], row["column"])
    workshop.phase("stopped", "show", "sort")
    proposed = {card["id"]: card["proposed"] for card in workshop.records("card", "facilitator")}
    for _ in range(9):
        reading = str(workshop.records("spotlight", "facilitator")[0]["reading"])
        workshop.do("place_card", card=reading, column=proposed[reading])


def main() -> None:
    folder, wanted = (Path(sys.argv[1]), None) if len(sys.argv) > 1 else (FOLDER, IN_README)
    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with serving(PUBLIC_URL="http://192.168.1.20:8321") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        studio = Photographer(browser, server, folder, wanted)
        home(studio)
        play(studio, server)
        a_day_is_planned(studio, server)
        the_room_decides(studio, server)
        in_english(studio, server)
        browser.close()


if __name__ == "__main__":
    main()
