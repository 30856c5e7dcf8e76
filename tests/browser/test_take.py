"""Documents leave by one touch: from the projected page, the desk, the remote and the result; also inside LINE."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from a_server import Server, until
from a_workshop import BOARD, MakeWorkshop, Workshop, new_id
from accessible import axe
from conftest import LINE, OpenPage, OpenPhone
from playwright.sync_api import Browser, Locator, Page, Route, expect

OFFICE = "สำนักงานตัวอย่าง"
OFFICE_PAPER = re.compile("หัวกระดาษของสำนักงานที่เก็บไว้")
FILES = {"Word": ".docx", "Excel": ".xlsx", "PDF": ".pdf", "ภาพ": ".png"}
STARTS = {".docx": b"PK", ".xlsx": b"PK", ".pdf": b"%PDF", ".png": b"\x89PNG"}


@pytest.fixture
def workshop(make_workshop: MakeWorkshop) -> Workshop:
    """Three shown cards in two columns, one of them starred, and one that was set aside."""
    made = make_workshop(title="ทบทวนงาน <b>")
    made.phase("write")
    cards = [made.send(made.join(), text) for text in ("ลดประชุม", "งดกระดาษ", "ตลาดออนไลน์", "ใบที่พักไว้")]
    made.do("park_cards", cards=cards[3:])
    made.phase("show", "sort")
    made.do("move_cards", cards=cards[:2], column="close")
    made.do("move_cards", cards=cards[2:3], column="open")
    made.do("star_cards", cards=cards[:1])
    return made


def link(workshop: Workshop) -> str:
    return f"/w/{workshop.id}#key={workshop.key}"


def export(page: Page) -> Locator:
    """The export menu, from whichever layout this is."""
    page.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    page.get_by_role("menuitem", name="ส่งออก").click()
    dialog = page.get_by_role("dialog", name="ส่งออก")
    expect(dialog.get_by_role("button", name="ส่งเข้า LINE")).to_be_visible()
    return dialog


def saved(page: Page, button: Locator) -> tuple[str, bytes]:
    with page.expect_download() as coming:
        button.click()
    return coming.value.suggested_filename, coming.value.path().read_bytes()


@pytest.mark.parametrize("layout", ["projected", "desk", "remote"])
def test_every_layout_takes_the_office_files_home(layout: str, workshop: Workshop, open_page: OpenPage) -> None:
    width, height = (360, 740) if layout == "remote" else (1024, 768)
    page = open_page(link(workshop), width=width, height=height)
    if layout == "desk":
        expect(page.get_by_role("button", name="คำสั่งเพิ่มเติม")).to_be_visible()
        page.keyboard.press("f")
        expect(page.get_by_text("อย่าฉายขึ้นจอ")).to_be_visible()
    dialog = export(page)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for name, ending in FILES.items():
        file, content = saved(page, dialog.get_by_role("button", name=name, exact=True))
        assert re.search(rf"-ทบทวนงาน b-25\d\d-\d\d-\d\d{re.escape(ending)}$", file)
        assert content.startswith(STARTS[ending])
    expect(dialog.get_by_text("บันทึกไฟล์")).to_be_visible()


def test_every_other_format_is_made_and_the_whole_menu_is_accessible(workshop: Workshop, open_page: OpenPage) -> None:
    workshop.do("start_phase", board=BOARD, phase="finished")
    page = open_page(link(workshop), width=1024, height=768)
    dialog = export(page)
    for fold in ("ตัวเลือกของเอกสาร", "รูปแบบอื่น", "สำรองและสำเนาปลอดภัย"):
        dialog.get_by_text(fold).click()
    assert axe(page) == []
    formats = dialog.locator(".others .row").get_by_role("button").filter(has_not_text="ข้อสรุปหน้าเดียว")
    expect(formats.first).to_be_visible()
    assert formats.count() > 5
    for button in formats.all():
        _, content = saved(page, button)
        assert content, button.inner_text()


def test_what_cannot_be_made_is_said_in_words(workshop: Workshop, open_page: OpenPage) -> None:
    page = open_page(link(workshop), width=1024, height=768)
    dialog = export(page)
    page.route("**/documents", lambda route: route.fulfill(status=503, json={"ok": False, "code": "too_long_to_make"}))
    dialog.get_by_role("button", name="Word", exact=True).click()
    expect(dialog.get_by_text("ใช้เวลาทำนานเกินไป")).to_be_visible()
    page.unroute("**/documents")
    saved(page, dialog.get_by_role("button", name="Word", exact=True))


def test_long_work_shows_that_it_goes_on_and_how_many_are_before_it(workshop: Workshop, open_page: OpenPage) -> None:
    page = open_page(link(workshop), width=1024, height=768)
    dialog = export(page)

    def nobody_makes_it(route: Route) -> None:
        if route.request.method == "GET":
            route.fulfill(json={"ok": True, "waiting": 3})

    page.route("**/documents", nobody_makes_it)
    dialog.get_by_role("button", name="Word", exact=True).click()
    expect(dialog.get_by_text(re.compile(r"กำลังทำ Word · \d+ วินาที · รออีก 2 ไฟล์ก่อนหน้า"))).to_be_visible()
    assert axe(page) == []


def test_choices_reach_the_document(workshop: Workshop, open_page: OpenPage) -> None:
    page = open_page(link(workshop), width=1024, height=768)
    dialog = export(page)
    dialog.get_by_text("ตัวเลือกของเอกสาร").click()
    dialog.get_by_text("รูปแบบอื่น").click()
    csv = dialog.get_by_role("button", name="CSV แถวละบัตร")
    _, plain = saved(page, csv)
    dialog.get_by_label("รวมบัตรที่พักไว้").check()
    dialog.get_by_label("English").check()
    name, chosen = saved(page, csv)
    assert "ใบที่พักไว้" not in plain.decode()
    assert "ใบที่พักไว้" in chosen.decode()
    assert name.startswith("Idea board-")


def test_line_gets_words_and_a_picture_by_the_phones_own_sharing(workshop: Workshop, open_page: OpenPage) -> None:
    page = open_page(link(workshop), width=360, height=740)
    page.evaluate(
        """() => {
          navigator.canShare = () => true;
          navigator.share = async ({ files, text }) => { window.shared = [files[0].name, files[0].type, text]; };
        }"""
    )
    dialog = export(page)
    dialog.get_by_role("button", name="ส่งเข้า LINE").click()
    expect(dialog.get_by_text("ส่งต่อให้แอปแล้ว ✓")).to_be_visible()
    name, kind, text = page.evaluate("window.shared")
    assert name.endswith(".png")
    assert kind == "image/png"
    assert "★ ลดประชุม" in text
    assert "ใบที่พักไว้" not in text


def test_when_the_touch_was_too_long_ago_one_more_touch_sends_it(workshop: Workshop, open_page: OpenPage) -> None:
    page = open_page(link(workshop), width=360, height=740)
    page.evaluate(
        """() => {
          let asked = 0;
          navigator.canShare = () => true;
          navigator.share = async () => { if (asked++ === 0) throw new DOMException('too late', 'NotAllowedError'); };
        }"""
    )
    dialog = export(page)
    dialog.get_by_role("button", name="ส่งเข้า LINE").click()
    dialog.get_by_role("button", name="แตะอีกครั้งเพื่อส่ง").click()
    expect(dialog.get_by_text("ส่งต่อให้แอปแล้ว ✓")).to_be_visible()


def test_inside_line_a_file_goes_to_the_phones_own_browser(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("finished")
    page = phone(workshop.link("result"), accept_downloads=True)
    assert page.evaluate("navigator.userAgent") == LINE
    with page.expect_request(re.compile("openExternalBrowser=1")) as asked, page.expect_download() as coming:
        page.get_by_role("button", name="Excel", exact=True).tap()
    assert workshop.token not in asked.value.url
    assert "authorization" not in asked.value.headers
    assert coming.value.path().read_bytes().startswith(b"PK")


def test_the_result_page_offers_no_backup_and_no_paper_that_lets_people_in(
    workshop: Workshop, open_page: OpenPage
) -> None:
    workshop.phase("finished")
    page = open_page(workshop.link("result"))
    page.get_by_text("รูปแบบอื่น").click()
    expect(page.get_by_role("button", name="Markdown")).to_be_visible()
    assert page.get_by_text("สำรองและสำเนาปลอดภัย").count() == 0
    assert page.get_by_role("button", name="โปสเตอร์ QR").count() == 0
    assert page.get_by_label("รวมบัตรที่พักไว้").count() == 0
    assert axe(page) == []


# The safe copy


def test_a_safe_copy_is_kept_by_itself_and_taken_home_by_the_remote(
    workshop: Workshop, open_page: OpenPage, browser: Browser, tmp_path: Path
) -> None:
    page = open_page(link(workshop), width=360, height=740)
    until(lambda: kept(workshop), "a safe copy in the data folder")
    dialog = export(page)
    dialog.get_by_text("สำรองและสำเนาปลอดภัย").click()
    copies = dialog.get_by_role("button", name=re.compile("นำมาเก็บไว้"))
    name, content = saved(page, copies.first)
    assert name.startswith("สำเนาปลอดภัย-")
    must_show_the_board_without_a_network(content, browser, tmp_path)


def kept(workshop: Workshop) -> bool:
    told = workshop.server.call("GET", f"/api/workshops/{workshop.id}/safe-copies", token=workshop.token)
    return any(copy["phase"] == "sort" for copy in told["copies"])


def must_show_the_board_without_a_network(content: bytes, browser: Browser, folder: Path) -> None:
    file = folder / "safe.html"
    file.write_bytes(content)
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "request", lambda request: said.append(request.url) if not request.url.startswith(("file:", "data:")) else None
    )
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", name="ทบทวนงาน <b>")).to_be_visible()
    close = page.get_by_role("region", name="ปิด", exact=True)
    expect(close.locator(".text")).to_have_text(["ลดประชุม", "งดกระดาษ"])
    assert axe(page) == []
    before_the_cards_were_shown(page)
    plays_to_the_end(page)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("region", name="Close", exact=True).get_by_text("ลดประชุม")).to_be_visible()
    page.get_by_text("Cards that were not on the wall: 1").click()
    expect(page.get_by_text("ใบที่พักไว้")).to_be_visible()
    assert axe(page) == []
    assert said == []
    context.close()


def test_a_safe_copy_shows_what_was_decided_and_chosen_and_when(
    workshop: Workshop, open_page: OpenPage, browser: Browser, tmp_path: Path
) -> None:
    card, vote = next(one["id"] for one in workshop.records("card") if one["text"] == "ลดประชุม"), new_id()
    workshop.do("open_vote", id=vote, board=BOARD, each=2, most_on_one=2)
    workshop.do("cast_ballot", workshop.join(), vote=vote, marks={card: 2})
    for verb in ("close_vote", "show_votes"):
        workshop.do(verb, vote=vote)
    workshop.do("decide_item", item=card, field="conclusion", value="ประชุมเดือนละครั้ง")
    dialog = export(page := open_page(link(workshop), width=1024, height=768))
    dialog.get_by_text("สำรองและสำเนาปลอดภัย").click()
    _, content = saved(page, dialog.get_by_role("button", name=re.compile("^สำเนาปลอดภัย")).first)
    (tmp_path / "safe.html").write_bytes(content)
    context = browser.new_context(offline=True, viewport={"width": 1024, "height": 768})
    copy = context.new_page()
    copy.goto((tmp_path / "safe.html").as_uri())
    expect(copy.locator("section.frame")).to_contain_text("ประชุมเดือนละครั้ง")
    expect(copy.get_by_role("region", name="ปิด", exact=True)).to_contain_text("2 คะแนน")
    expect(copy.get_by_text("บันทึกข้อสรุป")).to_be_visible()
    assert axe(copy) == []
    copy.get_by_role("slider").press("ArrowLeft")
    expect(copy.get_by_text("แสดงผลคะแนน")).to_be_visible()
    expect(copy.locator("section.frame")).to_have_count(0)
    copy.get_by_role("slider").press("ArrowLeft")
    expect(copy.get_by_text("2 คะแนน")).to_have_count(0)
    context.close()


def test_the_office_keeps_its_letterhead_for_the_next_workshop(
    workshop: Workshop, make_workshop: MakeWorkshop, open_page: OpenPage
) -> None:
    dialog = export(page := open_page(link(workshop), width=360, height=740))
    dialog.get_by_text("ตัวเลือกของเอกสาร").click()
    with page.expect_file_chooser() as chooser:
        dialog.get_by_role("button", name="ใช้หัวกระดาษของสำนักงาน (.docx)").click()
    chooser.value.set_files(files=[{"name": "หัวกระดาษ.docx", "mimeType": "", "buffer": a_letterhead()}])
    dialog.get_by_role("button", name="เก็บไว้ใช้ทุกเวที").click()
    expect(dialog.get_by_role("checkbox", name=OFFICE_PAPER)).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe(page) == []
    dialog = export(page := open_page(link(make_workshop()), width=1024, height=768))
    _, content = saved(page, dialog.get_by_role("button", name="Word", exact=True))
    assert docx.Document(io.BytesIO(content)).sections[0].header.paragraphs[0].text == OFFICE
    dialog.get_by_text("ตัวเลือกของเอกสาร").click()
    dialog.get_by_role("button", name="เลิกเก็บหัวกระดาษ").click()
    page.get_by_role("button", name="เลิกเก็บหัวกระดาษ…").click()
    page.get_by_role("button", name="ยืนยัน: เลิกเก็บหัวกระดาษ").click()
    expect(dialog.get_by_role("checkbox", name=OFFICE_PAPER)).to_have_count(0)


def a_letterhead() -> bytes:
    file, document = io.BytesIO(), docx.Document()
    document.sections[0].header.paragraphs[0].text = OFFICE
    document.save(file)
    return file.getvalue()


def before_the_cards_were_shown(page: Page) -> None:
    slider = page.get_by_role("slider")
    slider.fill("0")
    expect(page.locator(".paper-card")).to_have_count(0)
    expect(page.get_by_text("ตอนนั้นยังไม่แสดงบัตร")).to_be_visible()
    slider.press("End")
    expect(page.locator(".paper-card")).to_have_count(3)


def plays_to_the_end(page: Page) -> None:
    page.get_by_role("slider").fill("1")
    page.get_by_role("button", name="เล่นต่อ").click()
    expect(page.get_by_role("button", name="เล่นตั้งแต่ต้น")).to_be_visible()
    expect(page.locator(".paper-card")).to_have_count(3)


def test_a_workshop_is_made_again_from_a_safe_copy_on_the_home_page(
    workshop: Workshop, open_page: OpenPage, server: Server, tmp_path: Path
) -> None:
    page = open_page(link(workshop), width=1024, height=768)
    dialog = export(page)
    dialog.get_by_text("สำรองและสำเนาปลอดภัย").click()
    _, content = saved(page, dialog.get_by_role("button", name="สำเนาปลอดภัย (HTML)"))
    file = tmp_path / "copy.html"
    file.write_bytes(content)
    home = open_page("/")
    home.get_by_text("ตั้งค่าเพิ่ม").click()
    with home.expect_file_chooser() as chooser:
        home.get_by_role("button", name="หรือจัดจากไฟล์สำรอง…").click()
    chooser.value.set_files(file)
    home.wait_for_url(re.compile(r"/w/[\w-]{16}$"))
    expect(home.get_by_text("ตลาดออนไลน์")).to_be_visible()
