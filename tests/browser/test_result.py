"""The finished board, as whoever was given its link sees, prints and passes it on."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from a_server import Server
from a_workshop import BOARD, Workshop, in_half_a_year, new_id
from accessible import axe
from conftest import MakeWorkshop, OpenPage
from playwright.sync_api import Page, expect
from pypdf import PdfReader

TEXTS = {
    "ยกเลิกพิธีเปิดยาว ๆ ก่อนอบรม": "close",
    "ป้ายไวนิล งดได้งด": "close",
    "ประชุมเดือนละครั้ง มีสรุป 1 หน้า": "improve",
    "แดชบอร์ดกลาง ดูข้อมูลทุกอำเภอได้ทันที": "open",
}
STARRED = "ป้ายไวนิล งดได้งด"
PRACTICE = [f"idea-{index:02} ว่าด้วยการทำงานร่วมกันของสำนักงาน" for index in range(45)]


def sorted_out(workshop: Workshop, texts: dict[str, str] = TEXTS) -> dict[str, str]:
    """Everything up to the last step before the end. The ids of the cards by their words."""
    anna, mali = workshop.join(), workshop.join()
    workshop.phase("write")
    sent = {text: workshop.send((anna, mali)[len(text) % 2], text, column) for text, column in texts.items()}
    workshop.phase("stopped", "show", "sort")
    workshop.do("place_as_proposed", board=BOARD)
    return sent


@pytest.fixture
def result(make_workshop: MakeWorkshop, open_page: OpenPage) -> tuple[Workshop, Page]:
    workshop = make_workshop(cards_each=50, title="ทบทวนงานสำนักงาน", fiscal_year=2570)
    return workshop, open_page(workshop.link("result"))


def test_before_the_end_it_waits_and_then_comes_by_itself(result: tuple[Workshop, Page]) -> None:
    workshop, page = result
    expect(page.get_by_role("heading", name="ยังไม่จบกระดาน")).to_be_visible()
    sent = sorted_out(workshop)
    workshop.do("star_cards", cards=[sent[STARRED]])
    assert axe(page) == []
    assert not any(text in page.content() for text in TEXTS)
    workshop.phase("finished")
    expect(page.get_by_text(STARRED)).to_be_visible()
    workshop.phase("sort")
    expect(page.get_by_role("heading", name="ยังไม่จบกระดาน")).to_be_visible()
    assert STARRED not in page.content()


def test_it_tells_the_whole_board_conclusions_first(result: tuple[Workshop, Page]) -> None:
    workshop, page = result
    sent = sorted_out(workshop)
    workshop.do("star_cards", cards=[sent[STARRED]])
    day, in_words = in_half_a_year()
    workshop.do("keep_until", until=day)
    workshop.phase("finished")
    expect(page.get_by_role("heading", name="ทบทวนงานสำนักงาน")).to_be_visible()
    expect(page.get_by_text("ปีงบประมาณ พ.ศ. 2570")).to_be_visible()
    expect(page.get_by_text("4 ความคิด จาก 2 คน")).to_be_visible()
    expect(page.get_by_text("ขอบคุณทุกความคิด")).to_be_visible()
    expect(page.get_by_text(f"กระดานนี้จะถูกลบวันที่ {in_words}")).to_be_visible()
    expect(page.get_by_text("จบกระดานวัน")).to_contain_text("พ.ศ. 25")
    close = page.get_by_role("region", name="ปิด", exact=True).get_by_role("listitem")
    expect(close).to_have_count(2)
    expect(close.first).to_contain_text(STARRED)
    expect(close.first).to_contain_text("★ ข้อสรุป")
    expect(close.last).not_to_contain_text("ข้อสรุป")
    assert axe(page) == []


def test_parked_and_late_cards_and_secrets_stay_out(result: tuple[Workshop, Page]) -> None:
    workshop, page = result
    sent = sorted_out(workshop)
    workshop.do("park_cards", cards=[sent["ประชุมเดือนละครั้ง มีสรุป 1 หน้า"]])
    workshop.phase("finished")
    expect(page.get_by_text("แดชบอร์ดกลาง")).to_be_visible()
    seen = page.content() + page.url
    for secret in ("ประชุมเดือนละครั้ง", workshop.key, workshop.token, workshop.code):
        assert secret not in seen, secret
    expect(page.get_by_role("region", name="ปรับปรุง")).to_contain_text("ยังไม่มีบัตรในช่องนี้")


def test_what_was_not_sorted_is_told_as_such(result: tuple[Workshop, Page]) -> None:
    workshop, page = result
    sent = sorted_out(workshop)
    workshop.do("move_cards", cards=[sent[STARRED]], column=None)
    workshop.phase("finished")
    expect(page.get_by_role("region", name="รอจัดช่อง")).to_contain_text(STARRED)


def test_the_text_for_line_is_copied_on_plain_http(result: tuple[Workshop, Page]) -> None:
    workshop, page = result
    sent = sorted_out(workshop)
    workshop.do("star_cards", cards=[sent[STARRED]])
    workshop.phase("finished")
    # What a plain http address offers: no clipboard at all.
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.evaluate("document.addEventListener('copy', () => { window.copied = document.activeElement.value })")
    page.get_by_role("button", name="ส่งเข้า LINE").click()
    expect(page.get_by_text("คัดลอกข้อความแล้ว ✓")).to_be_visible()
    copied = str(page.evaluate("window.copied"))
    assert copied.startswith("ทบทวนงานสำนักงาน\n")
    assert f"★ {STARRED}" in copied
    assert len(copied.splitlines()) <= 10


def test_where_nothing_can_be_copied_the_text_is_laid_out_for_the_hand(result: tuple[Workshop, Page]) -> None:
    workshop, page = result
    sorted_out(workshop)
    workshop.phase("finished")
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    page.get_by_role("button", name="ส่งเข้า LINE").click()
    field = page.get_by_role("textbox")
    expect(field).to_be_focused()
    assert STARRED in field.input_value()
    assert "\n" in field.input_value()


def test_the_table_that_is_downloaded_holds_what_the_page_shows(result: tuple[Workshop, Page]) -> None:
    workshop, page = result
    sorted_out(workshop)
    workshop.phase("finished")
    page.get_by_text("รูปแบบอื่น").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV แถวละบัตร").click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in csv.reader(content.decode("utf-8-sig").splitlines()) for cell in row]
    assert set(TEXTS) <= set(cells)
    assert download.value.suggested_filename.endswith(".csv")


def test_on_paper_every_page_names_its_column_and_nothing_is_cut(
    make_workshop: MakeWorkshop, open_page: OpenPage, tmp_path: Path
) -> None:
    workshop = make_workshop(cards_each=50, title="ทบทวนงานสำนักงาน")
    sorted_out(workshop, dict.fromkeys(PRACTICE, "improve"))
    workshop.phase("finished")
    page = open_page(workshop.link("result"))
    expect(page.locator("[data-card]")).to_have_count(len(PRACTICE))
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="พิมพ์")).to_be_hidden()
    paper = tmp_path / "result.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    pages = words_of(paper)
    assert len(pages) > 1
    filled = [words for words in pages if "idea-" in words]
    assert len(filled) > 1
    assert all("ปรับปรุง" in words for words in filled)
    printed = re.findall(r"idea-(\d\d)", "".join(pages))
    assert sorted(printed) == [f"{index:02}" for index in range(len(PRACTICE))]


def test_of_a_days_boards_only_the_last_is_its_frame(make_workshop: MakeWorkshop, open_page: OpenPage) -> None:
    workshop = make_workshop(cards_each=50, fiscal_year=2570)
    page = open_page(workshop.link("result"), width=360, height=740)
    workshop.do("duplicate_board", board=BOARD)
    boards = [board["id"] for board in workshop.records("board")]
    for board in boards:
        workshop.do("open_board", board=board)
        workshop.do("start_phase", board=board, phase="sort")
        card = new_id()
        workshop.do("add_card", id=card, board=board, text=f"ลดรายงานซ้ำ {board}", column="close")
        workshop.do("decide_item", item=card, field="conclusion", value=f"ใช้ระบบเดียว {board}")
        workshop.do("start_phase", board=board, phase="finished")
    frames = page.locator("section.frame")
    expect(frames).to_have_count(2)
    expect(frames.get_by_role("heading", level=3)).to_have_text(
        ["ข้อสรุปของกระดานนี้", "กรอบการขับเคลื่อนงาน ปีงบประมาณ พ.ศ. 2570"]
    )
    expect(frames.last).to_contain_text(f"ใช้ระบบเดียว {boards[-1]}")
    # While the room goes on there is no frame yet.
    workshop.do("start_phase", board=boards[-1], phase="sort")
    expect(frames.get_by_role("heading", level=3)).to_have_text(["ข้อสรุปของกระดานนี้"])


def test_a_link_into_this_room_only_says_so(result: tuple[Workshop, Page]) -> None:
    workshop, page = result
    sorted_out(workshop)
    workshop.phase("finished")
    expect(page.get_by_text("ลิงก์นี้ใช้ได้เฉพาะในห้องนี้")).to_be_visible()


def test_it_fits_a_phone_and_speaks_english(result: tuple[Workshop, Page]) -> None:
    workshop, page = result
    sorted_out(workshop)
    workshop.phase("finished")
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_text(STARRED)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Improve")).to_be_visible()
    assert axe(page) == []


def test_the_key_leaves_the_address_bar_and_a_reload_comes_back(result: tuple[Workshop, Page]) -> None:
    workshop, page = result
    expect(page.get_by_role("heading", name="ยังไม่จบกระดาน")).to_be_visible()
    assert page.url.endswith(f"/r/{workshop.id}")
    page.reload()
    expect(page.get_by_role("heading", name="ยังไม่จบกระดาน")).to_be_visible()


def test_without_a_link_or_after_deletion_it_says_what_to_do(
    workshop: Workshop, open_page: OpenPage, server: Server
) -> None:
    page = open_page(f"/r/{workshop.id}")
    expect(page.get_by_text("หน้านี้ต้องใช้ลิงก์ผลสรุป")).to_be_visible()
    page.goto(server.url + workshop.link("result"))
    page.reload()
    expect(page.get_by_role("heading", name="ยังไม่จบกระดาน")).to_be_visible()
    server.call("DELETE", f"/api/workshops/{workshop.id}", {"confirm": workshop.title}, workshop.token)
    expect(page.get_by_text("กระดานนี้ถูกลบแล้ว")).to_be_visible()
    assert axe(page) == []


def words_of(paper: Path) -> list[str]:
    """The words of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(paper).pages]
