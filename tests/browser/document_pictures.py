"""Takes the README's pictures of what goes home: the export menu, the progress, and one page of each format.

`python tests/browser/document_pictures.py [FOLDER] [NAME…]` writes them all, or those that are named. Not a test: it
needs Chromium, LibreOffice, poppler and Pillow. Office files are shown as LibreOffice opens them.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "export"), str(ROOT)]

import openpyxl  # noqa: E402
import sample_views  # noqa: E402
from a_room import LAPTOP, PRACTICE  # noqa: E402
from a_server import Server, until  # noqa: E402
from a_workshop import BOARD, Workshop  # noqa: E402
from conftest import CHROMIUM  # noqa: E402
from openpyxl.worksheet.properties import PageSetupProperties  # noqa: E402
from pictures import FOLDER, QUESTION, STILL, TITLE, serving  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, Page, expect, sync_playwright  # noqa: E402

from server.export.formats import FORMATS  # noqa: E402
from server.export.options import Options  # noqa: E402
from server.export.paper import Door, poster, table_tents  # noqa: E402
from server.export.workshop_view import DecisionView, WorkshopView  # noqa: E402
from tests.load.documents import a_board  # noqa: E402

ADDRESS = "http://192.168.1.20:8321"
UTF8_CSV = "Text - txt - csv (StarCalc):44,34,76,1"
MOST_BYTES = 120_000
# The longer side of a page; screens are as they are.
PAGE_PIXELS = 900
# Cards of the board whose document takes long enough to be watched.
MANY = 2_000


def decision(report: str, conclusion: str, owner: str, due: str, first_step: str) -> DecisionView:
    return DecisionView(conclusion=conclusion, owner=owner, due=due, first_step=first_step, report=report)


DECIDED = {
    "close": (
        decision("ลดการรายงานที่ซ้ำซ้อน", "ใช้ระบบเดียว ไม่ส่งกระดาษ", "กลุ่มงานสารสนเทศ", "31 มีนาคม 2570", "รวมแบบรายงานทั้งหมด"),
        decision("ยุบกลุ่มไลน์ที่ไม่จำเป็น", "เหลือกลุ่มงานเดียวต่ออำเภอ", "กลุ่มงานประสาน", "31 มกราคม 2570", "นับกลุ่มที่มีอยู่"),
        decision("เลิกพิธีการที่สิ้นเปลือง", "ใช้ป้ายกลางที่ใช้ซ้ำได้", "ฝ่ายอำนวยการ", "28 กุมภาพันธ์ 2570", "ทำป้ายกลางหนึ่งชุด"),
    ),
    "improve": (
        decision("ประกวดหมู่บ้านด้วยคลิปสั้น", "ส่งคลิป 3 นาทีแทนแฟ้ม", "กลุ่มงานส่งเสริม", "30 เมษายน 2570", "ร่างเกณฑ์ใหม่"),
        decision(
            "เตือนงวดชำระกองทุนทางไลน์", "เตือนก่อนครบกำหนด 30 วัน", "เจ้าหน้าที่กองทุน", "31 ธันวาคม 2569", "ทำข้อความเตือนกลาง"
        ),
        decision("ตรวจข้อมูล จปฐ. กับชุมชน", "ให้ชุมชนตรวจก่อนส่ง", "พัฒนากรทุกตำบล", "31 พฤษภาคม 2570", "ทดลองสองตำบล"),
    ),
    "open": (
        decision("ตลาดออนไลน์ของจังหวัด", "เปิดร้าน OTOP ร่วมกัน", "กลุ่มงานส่งเสริมอาชีพ", "30 มิถุนายน 2570", "คัดสินค้า 20 รายการ"),
        decision("คนรุ่นใหม่กลับบ้าน", "จับคู่กับกลุ่มอาชีพ", "พัฒนาการอำเภอ", "31 กรกฎาคม 2570", "สำรวจผู้สนใจ"),
    ),
}


class Album:
    """Keeps the pictures that are wanted, small."""

    def __init__(self, folder: Path, wanted: set[str]) -> None:
        """No names: all are wanted."""
        self._folder = folder
        self._wanted = wanted

    def wants(self, *names: str) -> bool:
        return not self._wanted or bool(self._wanted.intersection(names))

    def keep(self, name: str, picture: Image.Image) -> None:
        picture = picture.convert("RGB")
        for colours in (256, 128, 64, 32, 16):
            small = io.BytesIO()
            picture.quantize(colours, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
            if small.tell() <= MOST_BYTES:
                break
        path = self._folder / f"{name}.png"
        path.write_bytes(small.getvalue())
        print(f"{path.name}  {picture.size}  {small.tell() / 1000:.0f} kB")  # noqa: T201


# Pages of files


def of_files(album: Album) -> None:
    view, options = decided(sample_views.practice()), Options()
    for name, kind, page in (
        ("page-word", "docx", 1),
        ("page-excel", "xlsx", 1),
        ("page-csv", "csv-wide", 1),
        ("page-pdf", "pdf", 3),
        ("page-board", "board-pdf", 1),
        ("page-frame", "frame-pdf", 1),
        ("page-cards", "word-cards", 1),
    ):
        if album.wants(name):
            form = FORMATS[kind]
            album.keep(name, fit(page_of(form.make(view, options), form.ext, page)))
    if album.wants("page-png"):
        drawn = Image.open(io.BytesIO(FORMATS["png"].make(sample_views.practice(), options)))
        album.keep("page-png", fit(drawn.convert("RGB"), PAGE_PIXELS * 3 // 2))
    door = Door(TITLE, f"{ADDRESS}/j/12345678", ADDRESS, "12345678", "Batkham", "words2570", 4)
    for name, paper in (("page-poster", poster), ("page-tents", table_tents)):
        if album.wants(name):
            album.keep(name, fit(page_of(paper(door, options), "pdf", 1)))


def decided(view: WorkshopView) -> WorkshopView:
    """With what was concluded about the first matters of each column."""
    [board] = view.boards
    columns = []
    for column in board.columns:
        told = [
            dataclasses.replace(item, decision=one) for item, one in zip(column.items, DECIDED[column.id], strict=False)
        ]
        columns.append(dataclasses.replace(column, items=(*told, *column.items[len(told) :])))
    return dataclasses.replace(view, boards=(dataclasses.replace(board, columns=tuple(columns)),))


def page_of(content: bytes, ending: str, page: int) -> Image.Image:
    """One page as another program shows it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / f"made.{ending}"
        file.write_bytes(content)
        if ending == "csv":
            office(file, "xlsx", f"--infilter={UTF8_CSV}")
            file = on_one_page(folder / "made.xlsx")
        if ending != "pdf":
            office(file, "pdf")
        wanted = ("-f", str(page), "-l", str(page), "-singlefile")
        run("pdftoppm", "-png", "-r", "200", *wanted, str(folder / "made.pdf"), str(folder / "page"))
        with Image.open(folder / "page.png") as drawn:
            return drawn.convert("RGB")


def office(file: Path, kind: str, *reading: str) -> None:
    profile = f"-env:UserInstallation=file://{file.parent}/profile"
    run("soffice", "--headless", profile, *reading, "--convert-to", kind, "--outdir", str(file.parent), str(file))


def on_one_page(file: Path) -> Path:
    """What was read from a CSV, its columns as wide as somebody would pull them, printed across one page."""
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    sheet.title = "CSV"
    for letter in ("A", "B", "C"):
        sheet.column_dimensions[letter].width = 42
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.gridLines = True
    book.save(file)
    return file


def run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True, timeout=180)


def fit(picture: Image.Image, side: int = PAGE_PIXELS) -> Image.Image:
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    return picture


# Screens


def of_screens(album: Album, browser: Browser, server: Server) -> None:
    if album.wants("take-menu", "safe-copy"):
        workshop = a_finished_workshop(server)
        page = facilitator(browser, server, workshop.id, workshop.key)
        open_menu(page)
        shoot(album, page, "take-menu")
        of_the_safe_copy(album, browser, page)
    if album.wants("take-progress"):
        made = a_board(server, MANY)
        page = facilitator(browser, server, made["workshop"], made["key"])
        open_menu(page)
        page.get_by_role("button", name="PDF", exact=True).click()
        expect(page.get_by_text(re.compile("กำลังทำ PDF · [2-9] วินาที"))).to_be_visible(timeout=30_000)
        shoot(album, page, "take-progress")


def a_finished_workshop(server: Server) -> Workshop:
    """The practice cards, each in its column, in groups by what they are about."""
    workshop = Workshop(server, title=TITLE, question=QUESTION)
    with PRACTICE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    workshop.phase("write")
    tokens = [workshop.join() for _ in range(20)]
    ids = {
        row["text_th"]: workshop.send(tokens[number % len(tokens)], row["text_th"], row["column"])
        for number, row in enumerate(rows)
    }
    workshop.phase("stopped", "show", "sort")
    workshop.do("place_as_proposed", board=BOARD)
    for (_, label), found in groupby(rows, key=lambda row: (row["column"], row["cluster"])):
        cards = [ids[row["text_th"]] for row in found]
        if len(cards) > 1:
            workshop.do("group_cards", cards=cards, label=label)
    workshop.phase("finished")
    return workshop


def facilitator(browser: Browser, server: Server, workshop: str, key: str) -> Page:
    context = browser.new_context(viewport=LAPTOP, locale="th-TH")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{server.url}/w/{workshop}#key={key}")
    return page


def open_menu(page: Page) -> None:
    page.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    page.get_by_role("menuitem", name="ส่งออก").click()
    expect(page.get_by_role("button", name="ส่งเข้า LINE")).to_be_visible()


def of_the_safe_copy(album: Album, browser: Browser, menu: Page) -> None:
    """As it opens from the disk in a browser that has no network."""
    menu.get_by_text("สำรองและสำเนาปลอดภัย").click()
    with menu.expect_download() as coming:
        menu.get_by_role("button", name="สำเนาปลอดภัย (HTML)").click()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "safe-copy.html"
        coming.value.save_as(file)
        page = browser.new_context(offline=True, viewport=LAPTOP).new_page()  # type: ignore[arg-type]
        page.goto(file.as_uri())
        until(lambda: page.locator(".paper-card").count() == 60)
        shoot(album, page, "safe-copy")


def shoot(album: Album, page: Page, name: str) -> None:
    if album.wants(name):
        page.mouse.move(0, 0)
        page.evaluate(STILL)
        album.keep(name, Image.open(io.BytesIO(page.screenshot())))


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    album = Album(folder, set(sys.argv[2:]))
    of_files(album)
    if not album.wants("take-menu", "take-progress", "safe-copy"):
        return
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with serving(PUBLIC_URL=ADDRESS) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        of_screens(album, browser, server)
        browser.close()


if __name__ == "__main__":
    main()
