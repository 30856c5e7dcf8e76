"""A room: one facilitator with a remote, one wall, and phones, all in real browsers; what each shows of the board."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

from a_phone import start
from a_server import Json, Server
from a_workshop import Workshop
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Locator, Page, expect
from watching import Watched

PRACTICE = Path(__file__).resolve().parent.parent.parent / "server" / "practice" / "practice-cards.csv"
COLUMNS = {"close": "ปิด", "improve": "ปรับปรุง", "open": "เปิด"}
LAPTOP = {"width": 1024, "height": 768}
PROJECTOR = {"width": 1366, "height": 768}
Columns = dict[str, list[str]]

PIXELS = """async (image) => {
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 400 });
  const paper = canvas.getContext('2d');
  paper.drawImage(image, 0, 0, 400, 400);
  return [...paper.getImageData(0, 0, 400, 400).data].filter((_, index) => index % 4 === 0);
}"""


def practice_cards() -> list[tuple[str, str]]:
    """The words of the 60 cards, and the column each was written for."""
    with PRACTICE.open(encoding="utf-8", newline="") as file:
        return [(row["text_th"], row["column"]) for row in csv.DictReader(file)]


class MadeAtHome(Workshop):
    """A workshop that somebody made on the home page, in whose hands it is."""

    def __init__(self, server: Server, owner: Json) -> None:
        self.server = server
        self.id, self.token, self.title = owner["workshop"], owner["token"], owner["title"]


@dataclass
class Room:
    workshop: Workshop
    facilitator: Watched
    remote: Watched
    wall: Watched
    phones: list[Watched] = field(default_factory=list)

    @property
    def screens(self) -> list[Watched]:
        return [self.facilitator, self.remote, self.wall, *self.phones]


def next_step(page: Page, says: str) -> None:
    page.locator("footer").get_by_role("button", name=says, exact=True).click()


def from_menu(page: Page, name: str) -> None:
    page.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    page.get_by_role("menuitem", name=name).click()


def setting(page: Page, subject: str) -> Locator:
    """The dialog of one subject of the settings."""
    from_menu(page, "ตั้งค่า")
    page.get_by_role("button", name=subject).click()
    return page.get_by_role("dialog", name=subject)


def close_settings(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def read_qr(image: Locator) -> str:
    """As a phone's camera would."""
    import zxingcpp

    grey = bytes(image.evaluate(PIXELS))
    (code,) = zxingcpp.read_barcodes(memoryview(grey).cast("B", (400, 400)))
    return str(code.text)


def path_of(link: str) -> str:
    return "/" + link.split("/", 3)[3]


def pair(facilitator: Page, phone: OpenPhone) -> Watched:
    """The facilitator's own phone, let in by the QR on the laptop."""
    remote = Watched(phone("/"))
    links = setting(facilitator, "ลิงก์และรีโมต")
    links.get_by_role("button", name="เพิ่มรีโมต").click()
    link = read_qr(links.get_by_role("img", name="QR สำหรับเพิ่มรีโมต"))
    remote.page.goto(f"{remote.page.url.rstrip('/')}{path_of(link)}")
    expect(links.get_by_text("รีโมตเข้าแล้ว ✓")).to_be_visible()
    close_settings(facilitator)
    return remote


def hang_up_wall(facilitator: Page, open_page: OpenPage) -> Watched:
    """The wall, by a link that the facilitator makes for it."""
    wall = Watched(open_page("/", **PROJECTOR))
    links = setting(facilitator, "ลิงก์และรีโมต")
    links.get_by_role("radio", name="จอหน้าห้อง").check()
    links.get_by_role("button", name="สร้างและคัดลอกลิงก์").click()
    expect(links.get_by_text("คัดลอกลิงก์ “จอหน้าห้อง” แล้ว ✓")).to_be_visible()
    link = facilitator.evaluate("navigator.clipboard.readText()")
    close_settings(facilitator)
    wall.page.goto(f"{wall.page.url.rstrip('/')}{path_of(link)}")
    return wall


def come_in(phone: OpenPhone, code: str) -> Watched:
    """Somebody types the code from the wall."""
    one = Watched(phone("/"))
    one.page.get_by_label("รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง").fill(code)
    one.page.get_by_role("button", name="เข้าร่วม", exact=True).tap()
    start(one.page)
    expect(one.page.get_by_text("เข้าร่วมแล้ว ✓")).to_be_visible()
    return one


# What each screen shows of the board


def on_the_server(workshop: Workshop) -> Columns:
    cards = sorted(workshop.records("card", "facilitator"), key=lambda card: (card["rank"], card["id"]))
    return {name: [card["text"] for card in cards if card["column"] == name] for name in COLUMNS}


def on_the_wall(page: Page) -> Columns:
    """The page of the board that the wall shows now."""
    lists: list[list[str]] = page.evaluate(
        "() => [...document.querySelectorAll('.lists > *')].map(list => "
        "[...list.querySelectorAll('[data-card] .text')].map(text => text.textContent.trim()))"
    )
    return dict(zip(COLUMNS, lists, strict=True))


def on_the_laptop(page: Page) -> Columns:
    return {name: page.locator(f"section[data-column={name}] [data-card] .text").all_inner_texts() for name in COLUMNS}


def on_all_pages(room: Room) -> tuple[Columns, Columns]:
    """What wall and laptop show, turned from the first page to the last by the facilitator's clicker."""
    laptop, wall = room.facilitator.page, room.wall.page
    while True:
        to_first_page(laptop)
        counts = page_count(laptop), page_count(wall)
        shown = turn_through(laptop, wall, *counts)
        # While letters still find their size there may come to be more pages, or fewer.
        if counts == (page_count(laptop), page_count(wall)):
            return shown


def turn_through(laptop: Page, wall: Page, count: int, wall_count: int) -> tuple[Columns, Columns]:
    shown: tuple[Columns, Columns] = ({name: [] for name in COLUMNS}, {name: [] for name in COLUMNS})
    for number in range(1, count + 1):
        expect(laptop.get_by_text(re.compile(rf"หน้า {number}/\d"))).to_be_visible()
        expect(wall.get_by_text(re.compile(rf"หน้า {min(number, wall_count)}/\d"))).to_be_visible()
        for columns, page in zip(shown, (on_the_wall(wall), on_the_laptop(laptop)), strict=True):
            add(columns, page)
        laptop.keyboard.press("PageDown")
    return shown


def add(columns: Columns, page: Columns) -> None:
    # A column that has ended keeps its last page up while the others are turned.
    for name, texts in page.items():
        columns[name] += [text for text in texts if text not in columns[name]]


def to_first_page(laptop: Page) -> None:
    """There and back, so that no column stays where a card has just gone."""
    laptop.keyboard.press("Escape")
    # There is nowhere to turn to before all cards are laid out.
    expect(laptop.get_by_text(re.compile(r"หน้า \d+/[2-9]"))).to_be_visible()
    laptop.keyboard.press("PageDown")
    expect(laptop.get_by_text(re.compile(r"หน้า [2-9]/"))).to_be_visible()
    while not laptop.get_by_text(re.compile("หน้า 1/")).is_visible():
        laptop.keyboard.press("PageUp")


def page_count(page: Page) -> int:
    return int(page.get_by_text(re.compile(r"หน้า \d+/\d+")).inner_text().split("/")[1])


def in_the_reader(phone: Page) -> Columns:
    """All shown cards, in large type on a phone that asked for them."""
    phone.get_by_role("button", name="อ่านบัตรที่แสดง").tap()
    reader = phone.locator("dialog.reader")
    expect(reader.get_by_role("heading", level=3).first).to_be_visible()
    shown = {
        name: reader.locator("section").filter(has=phone.get_by_role("heading", name=words, exact=True))
        for name, words in COLUMNS.items()
    }
    texts = {name: section.locator(".shown-card .text").all_inner_texts() for name, section in shown.items()}
    reader.get_by_role("button", name="กลับ").tap()
    return texts
