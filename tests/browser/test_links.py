"""Settings: what the facilitator hands out, takes back, changes and deletes, behind the ⋯ menu."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from a_server import until
from a_workshop import BOARD, Workshop
from accessible import axe
from conftest import OpenPage
from playwright.sync_api import Locator, Page, expect

SUBJECTS = {
    "คำถามและจำนวนบัตร": "คำถามบนกระดาน",
    "ห้องและการเข้าร่วม": "ที่อยู่ที่มือถือใช้",
    "ลิงก์และรีโมต": "ลิงก์ที่มีอยู่",
    "ส่งออก": "ส่งเข้า LINE",
    "ซ้อม": "เริ่มซ้อม",
    "การเก็บ ล็อก และลบ": "ลบเวทีนี้",
    "ปุ่มลัด": "พักจอ",
}


@pytest.fixture
def menu(workshop: Workshop, open_page: OpenPage) -> Page:
    """The owner's settings, on a device that may copy."""
    page = open_page(link(workshop), width=1024, height=768, permissions=["clipboard-read", "clipboard-write"])
    show_settings(page)
    return page


@pytest.fixture
def co_menu(workshop: Workshop, open_page: OpenPage) -> Page:
    page = open_page(workshop.link("co_facilitator", "น้องบอส"), width=1024, height=768)
    show_settings(page)
    return page


def link(workshop: Workshop) -> str:
    return f"/w/{workshop.id}#key={workshop.key}"


def show_settings(page: Page) -> None:
    page.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    page.get_by_role("menuitem", name="ตั้งค่า").click()
    expect(page.get_by_role("dialog", name="ตั้งค่า")).to_be_visible()


def go_to(page: Page, subject: str) -> Locator:
    page.get_by_role("button", name=subject).click()
    dialog = page.get_by_role("dialog", name=subject)
    expect(dialog).to_be_visible()
    return dialog


def path_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}#{parts.fragment}"


def mint(page: Page, role: str, name: str) -> str:
    """The path of a link that is made and copied in the dialog."""
    dialog = go_to(page, "ลิงก์และรีโมต")
    dialog.get_by_role("radio", name=role).check()
    dialog.get_by_label("ชื่อลิงก์").fill(name)
    dialog.get_by_role("button", name="สร้างและคัดลอกลิงก์").click()
    expect(dialog.get_by_text(f"คัดลอกลิงก์ “{name}” แล้ว ✓")).to_be_visible()
    return path_of(str(page.evaluate("navigator.clipboard.readText()")))


def test_revoking_a_copied_link_puts_out_whoever_came_in_by_it_at_once(
    menu: Page, workshop: Workshop, open_page: OpenPage
) -> None:
    other = open_page(mint(menu, "ผู้ช่วยวิทยากร", "น้องบอส"), width=1024, height=768)
    expect(other.get_by_role("heading", name=workshop.title)).to_be_visible()
    token = token_on(other)
    row = menu.get_by_role("listitem").filter(has_text="น้องบอส")
    row.get_by_role("button", name="ยกเลิก: ลิงก์ น้องบอส").click()
    expect(row.get_by_role("alert")).to_contain_text("หลุดทันที")
    row.get_by_role("button", name="ยืนยัน: ยกเลิก").click()
    expect(row.get_by_text("ยกเลิกแล้ว")).to_be_visible()
    expect(other.get_by_text("ลิงก์นี้ถูกยกเลิกแล้ว")).to_be_visible()
    assert workshop.ask("blank_screens", token)["code"] == "revoked"


def test_a_link_for_the_wall_is_listed_by_name_and_date_and_opens_the_wall_only(menu: Page, workshop: Workshop) -> None:
    path = mint(menu, "จอหน้าห้อง", "จอใหญ่")
    expect(menu.get_by_role("listitem").filter(has_text="จอใหญ่")).to_contain_text("จอหน้าห้อง · สร้างเมื่อ")
    menu.get_by_role("button", name="แสดง QR").click()
    expect(menu.get_by_role("img", name="QR ของลิงก์ จอใหญ่")).to_be_visible()
    entered = workshop.server.call("POST", "/api/enter", {"key": path.split("#key=")[1]})
    assert (path.split("#")[0], entered["role"]) == (f"/wall/{workshop.id}", "wall")
    assert workshop.ask("blank_screens", entered["token"])["code"] == "forbidden"


def token_on(page: Page) -> str:
    """What this device came in with; empty until it is in."""
    kept = "() => Object.entries(localStorage).find(([key]) => key.startsWith('batkham:identity:'))?.[1] ?? '{}'"
    return str(page.evaluate(f"JSON.parse(({kept})()).token ?? ''"))


def test_a_copied_link_lets_a_co_facilitator_in_with_fewer_rights(menu: Page, open_page: OpenPage) -> None:
    other = open_page(mint(menu, "ผู้ช่วยวิทยากร", "น้องบอส"), width=1024, height=768)
    show_settings(other)
    links = go_to(other, "ลิงก์และรีโมต")
    expect(links.get_by_text("เฉพาะวิทยากรเจ้าของเวที")).to_be_visible()
    expect(links.get_by_role("button", name="สร้างและคัดลอกลิงก์")).to_have_count(0)
    expect(links.get_by_role("button", name="ยกเลิก")).to_have_count(0)
    expect(links.get_by_role("listitem").filter(has_text="น้องบอส").get_by_text("ลิงก์ของหน้านี้")).to_be_visible()


def test_a_co_facilitator_finds_no_lock_no_deletion_and_no_rehearsal(co_menu: Page, workshop: Workshop) -> None:
    keeping = go_to(co_menu, "การเก็บ ล็อก และลบ")
    expect(keeping.get_by_text("เวทีนี้จะถูกลบวันที่")).to_be_visible()
    expect(keeping.get_by_role("button")).to_have_text(["กลับไปตั้งค่า", "เสร็จ"])
    keeping.get_by_role("button", name="กลับไปตั้งค่า").click()
    expect(go_to(co_menu, "ซ้อม").get_by_role("button", name="เริ่มซ้อม")).to_be_disabled()
    assert workshop.ask("lock_workshop", token_on(co_menu))["code"] == "forbidden"


def test_the_link_of_this_very_page_cannot_be_revoked(menu: Page) -> None:
    own = go_to(menu, "ลิงก์และรีโมต").get_by_role("listitem").filter(has_text="ลิงก์ของหน้านี้")
    expect(own).to_have_count(1)
    expect(own.get_by_role("button")).to_have_count(0)


def test_a_link_is_copied_where_the_browser_offers_no_clipboard(workshop: Workshop, open_page: OpenPage) -> None:
    page = open_page("/", width=1024, height=768)
    # As on plain http: the modern way does not exist, the old one does.
    page.context.add_init_script(
        """Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.addEventListener('copy', () => (window.copied = document.activeElement.value));"""
    )
    page.goto(workshop.server.url + link(workshop))
    show_settings(page)
    dialog = go_to(page, "ลิงก์และรีโมต")
    dialog.get_by_role("button", name="สร้างและคัดลอกลิงก์").click()
    expect(dialog.get_by_text("คัดลอกลิงก์ “ผู้ช่วยวิทยากร” แล้ว ✓")).to_be_visible()
    assert f"/w/{workshop.id}#key=" in page.evaluate("copied")


def test_a_new_code_lets_newcomers_in_and_the_old_one_nobody(menu: Page, workshop: Workshop) -> None:
    inside = workshop.join()
    room = go_to(menu, "ห้องและการเข้าร่วม")
    room.get_by_role("button", name="เปลี่ยนรหัส (คนเดิมไม่หลุด)").click()
    room.get_by_role("button", name="ยืนยัน: เปลี่ยนรหัส").click()
    expect(room.get_by_text("รหัสใหม่คือ")).to_be_visible()
    assert workshop.server.call("POST", "/api/join", {"code": workshop.code})["code"] == "wrong_code"
    assert "snapshot" in workshop.snapshot("participant", inside)


def test_joining_is_stopped_and_allowed_again(menu: Page, workshop: Workshop) -> None:
    room = go_to(menu, "ห้องและการเข้าร่วม")
    room.get_by_role("button", name="หยุดรับคนเพิ่ม").click()
    expect(room.get_by_role("button", name="รับคนเพิ่ม", exact=True)).to_be_visible()
    assert workshop.server.call("POST", "/api/join", {"code": workshop.code})["code"] == "joining_stopped"
    room.get_by_role("button", name="รับคนเพิ่ม", exact=True).click()
    expect(room.get_by_role("button", name="หยุดรับคนเพิ่ม")).to_be_visible()
    assert workshop.join()


def test_the_rooms_wifi_and_address_are_what_the_wall_shows_at_its_door(menu: Page, workshop: Workshop) -> None:
    room = go_to(menu, "ห้องและการเข้าร่วม")
    room.get_by_label("ชื่อ Wi-Fi").fill("ห้องประชุม 2")
    room.get_by_label("รหัสผ่าน Wi-Fi").fill("12345678")
    room.get_by_role("button", name="บันทึก").click()
    expect(room.get_by_text("บันทึกแล้ว ✓")).to_be_visible()
    room.get_by_role("button", name="ดูตัวอย่าง QR").click()
    expect(room.get_by_role("img", name="QR สำหรับต่อ Wi-Fi")).to_be_visible()
    wall = workshop.link("wall").split("#key=")[1]
    token = workshop.server.call("POST", "/api/enter", {"key": wall})["token"]
    assert workshop.snapshot("wall", token)["snapshot"]["door"]["wifi_name"] == "ห้องประชุม 2"


def test_another_address_is_chosen_after_a_warning(menu: Page, workshop: Workshop) -> None:
    # The test's own server knows loopback only, so another address is set from elsewhere first.
    workshop.do("set_room", address="http://192.168.1.5:8000", wifi_name=None, wifi_password=None)
    room = go_to(menu, "ห้องและการเข้าร่วม")
    expect(room.get_by_role("radio", name="http://192.168.1.5:8000")).to_be_checked()
    room.get_by_role("radio", name="เลือกให้อัตโนมัติ").check()
    expect(room.get_by_role("alert")).to_contain_text("รหัสสำหรับกลับเข้ามาใหม่")
    room.get_by_role("button", name="บันทึก").click()
    expect(room.get_by_text("บันทึกแล้ว ✓")).to_be_visible()
    assert workshop.snapshot("inbox")["snapshot"]["door"]["address"] is None


def test_a_title_that_is_too_long_is_kept_in_its_box_and_cannot_be_saved(menu: Page, workshop: Workshop) -> None:
    board = go_to(menu, "คำถามและจำนวนบัตร")
    title = board.get_by_label("ชื่อเวที")
    title.fill("ก" * 121)
    expect(board.get_by_role("button", name="บันทึก")).to_be_disabled()
    expect(title).to_have_value("ก" * 121)
    title.fill("ชื่อใหม่")
    board.get_by_role("button", name="บันทึก").click()
    expect(board.get_by_text("บันทึกแล้ว ✓")).to_be_visible()
    assert workshop.snapshot("inbox")["snapshot"]["workshop"]["title"] == "ชื่อใหม่"


def test_limits_take_effect_at_once(menu: Page, workshop: Workshop) -> None:
    board = go_to(menu, "คำถามและจำนวนบัตร")
    board.get_by_role("button", name="เพิ่มให้ทุกคนอีก 1 ใบ").click()
    expect(board.get_by_text("ทุกคนเขียนได้ 4 ใบแล้ว")).to_be_visible()
    board.get_by_role("radio", name="ต้องเสนอทุกใบ").check()
    board.get_by_role("combobox", name="เวลาเขียนบัตร").select_option("5 นาที")
    until(lambda: limits(workshop) == (4, "required", 300))


def limits(workshop: Workshop) -> tuple[int, str, int]:
    board = workshop.snapshot("inbox")["snapshot"][f"board:{BOARD}"]
    return board["cards_each"], board["proposals"], board["write_seconds"]


def test_the_workshop_is_kept_until_a_day_of_the_buddhist_era(menu: Page, workshop: Workshop) -> None:
    keeping = go_to(menu, "การเก็บ ล็อก และลบ")
    years = keeping.get_by_role("combobox", name="พ.ศ.").locator("option").all_inner_texts()
    assert len(years) > 1
    assert all(2560 < int(year) < 2700 for year in years)
    keeping.get_by_role("combobox", name="เดือน").select_option("กุมภาพันธ์")
    keeping.get_by_role("combobox", name="พ.ศ.").select_option(years[1])
    keeping.get_by_role("combobox", name="วัน", exact=True).select_option("15")
    keeping.get_by_role("button", name="เปลี่ยนวันที่ลบ").click()
    expect(keeping.get_by_role("status")).to_contain_text(f"15 ก.พ. {years[1]}")
    assert workshop.snapshot("inbox")["snapshot"]["workshop"]["expires_on"] == f"{int(years[1]) - 543}-02-15"


def test_locking_is_asked_twice_and_then_nothing_can_be_changed(menu: Page, workshop: Workshop) -> None:
    workshop.phase("finished")
    go_to(menu, "การเก็บ ล็อก และลบ").get_by_role("button", name="ล็อกกระดาน…").click()
    lock = menu.get_by_role("dialog", name="ล็อกกระดาน")
    lock.get_by_role("button", name="ล็อกกระดาน…").click()
    expect(lock.get_by_role("alert")).to_contain_text("ทำกลับไม่ได้")
    assert not workshop.snapshot("inbox")["snapshot"]["workshop"]["locked"]
    lock.get_by_role("button", name="ยืนยัน: ล็อกกระดาน").click()
    until(lambda: workshop.snapshot("inbox")["snapshot"]["workshop"]["locked"])


def test_deleting_needs_the_title_typed_and_then_everything_is_gone(menu: Page, workshop: Workshop) -> None:
    keeping = go_to(menu, "การเก็บ ล็อก และลบ")
    keeping.get_by_role("button", name="ลบเวทีนี้…").click()
    title = keeping.get_by_role("textbox")
    title.fill("ทบทวนงาน")
    expect(keeping.get_by_role("button", name="ลบทั้งหมดเดี๋ยวนี้")).to_be_disabled()
    title.fill(workshop.title)
    keeping.get_by_role("button", name="ลบทั้งหมดเดี๋ยวนี้").click()
    menu.wait_for_url(f"{workshop.server.url}/")
    assert workshop.snapshot("inbox")["code"] in ("gone", "bad_token")
    assert menu.evaluate("Object.keys(localStorage).filter(key => key.includes('identity'))") == []


@pytest.mark.parametrize(("width", "language"), [(360, "th"), (1024, "en")])
def test_everybody_can_use_every_dialog(workshop: Workshop, open_page: OpenPage, width: int, language: str) -> None:
    page = open_page("/", width=width, height=740, reduced_motion="reduce")
    page.evaluate("language => localStorage.setItem('batkham:language', language)", language)
    page.goto(workshop.server.url + link(workshop))
    page.get_by_role("button", name="คำสั่งเพิ่มเติม" if language == "th" else "More").last.click()
    page.get_by_role("menuitem", name="ตั้งค่า" if language == "th" else "Settings").click()
    for index in range(len(SUBJECTS)):
        subject = page.locator("dialog [data-subject]").nth(index)
        subject.click()
        expect(page.locator("dialog [data-subject]")).to_have_count(0)
        assert axe(page) == [], index
        assert page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth"), index
        page.locator("dialog").get_by_role("button").nth(-2).click()
        expect(subject).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_no_name_address_or_key_is_seen_before_a_subject_is_chosen(menu: Page, workshop: Workshop) -> None:
    said = menu.get_by_role("dialog").inner_text()
    assert workshop.code not in said
    assert "http" not in said
    for subject, holds in SUBJECTS.items():
        expect(go_to(menu, subject).get_by_text(holds).first).to_be_visible()
        menu.get_by_role("button", name="กลับไปตั้งค่า").click()


def test_the_board_is_taken_home_as_a_table_a_backup_and_a_text_for_line(menu: Page, workshop: Workshop) -> None:
    workshop.phase("write")
    workshop.send(workshop.join(), "ใบที่พักไว้")
    workshop.do("park_cards", cards=[workshop.records("card")[0]["id"]])
    workshop.send(workshop.join(), "ใบที่แสดง")
    workshop.phase("stopped", "show", "sort", "finished")
    dialog = go_to(menu, "ส่งออก")
    dialog.get_by_text("รูปแบบอื่น").click()
    table = downloaded(menu, dialog.get_by_role("button", name="CSV แถวละบัตร"))
    assert "ใบที่แสดง" in table
    assert "ใบที่พักไว้" not in table
    dialog.get_by_text("สำรองและสำเนาปลอดภัย").click()
    expect(dialog.get_by_text("รวมบัตรที่ยังไม่แสดง")).to_be_visible()
    assert "ใบที่พักไว้" in downloaded(menu, dialog.get_by_role("button", name="ไฟล์สำรองฉบับเต็ม"))
    with menu.expect_download() as picture:
        dialog.get_by_role("button", name="ส่งเข้า LINE").click()
    assert picture.value.path().read_bytes().startswith(b"\x89PNG")
    expect(dialog.get_by_text("คัดลอกข้อความแล้ว ✓")).to_be_visible()
    copied = menu.evaluate("navigator.clipboard.readText()")
    assert workshop.title in copied
    assert "ใบที่พักไว้" not in copied


def downloaded(page: Page, button: Locator) -> str:
    with page.expect_download() as coming:
        button.click()
    return coming.value.path().read_text(encoding="utf-8")


def test_a_rehearsal_is_started_beside_the_workshop_and_cleared(menu: Page, workshop: Workshop) -> None:
    go_to(menu, "ซ้อม").get_by_role("button", name="เริ่มซ้อม").click()
    with menu.context.expect_page() as coming:
        menu.get_by_role("link", name="ไปเวทีซ้อม").click()
    rehearsal = coming.value
    show_settings(rehearsal)
    dialog = go_to(rehearsal, "ซ้อม")
    expect(dialog.get_by_text("เวทีนี้เป็นเวทีซ้อม")).to_be_visible()
    dialog.get_by_role("button", name="ล้างข้อมูลซ้อม").click()
    dialog.get_by_role("button", name="ยืนยัน: ล้างข้อมูลซ้อม").click()
    rehearsal.wait_for_url(f"{workshop.server.url}/")
    assert "snapshot" in workshop.snapshot("inbox")
