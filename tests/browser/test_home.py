"""The way in: a code, a new workshop, and where this device has been."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from a_server import Server, until
from a_workshop import BOARD, Workshop
from accessible import axe
from conftest import OpenPage
from playwright.sync_api import Page, expect

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def home(open_page: OpenPage, server: Server) -> Page:
    page = open_page("/")
    expect(page.get_by_role("heading", name="จัดเวทีใหม่")).to_be_visible()
    return page


def test_people_come_in_by_the_code_on_the_wall(home: Page, workshop: Workshop) -> None:
    home.get_by_label("รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง").fill(f"{workshop.code[:4]} {workshop.code[4:]}")
    home.keyboard.press("Enter")
    home.wait_for_url(f"**/j/{workshop.code}")
    until(lambda: workshop.snapshot()["snapshot"]["people"]["joined"] == 1)


def test_a_code_may_be_typed_in_thai_digits_and_is_shown_in_two_groups(home: Page, workshop: Workshop) -> None:
    thai = workshop.code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    field = home.get_by_label("รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง")
    field.press_sequentially(thai)
    expect(field).to_have_value(f"{workshop.code[:4]}-{workshop.code[4:]}")
    assert float(field.evaluate("it => parseFloat(getComputedStyle(it).fontSize)")) >= 32
    assert field.get_attribute("inputmode") == "numeric"
    home.get_by_role("button", name="เข้าร่วม", exact=True).click()
    home.wait_for_url(f"**/j/{workshop.code}")


def test_a_digit_in_the_middle_can_be_corrected(home: Page) -> None:
    field = home.get_by_label("รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง")
    field.press_sequentially("48219030")
    field.evaluate("it => it.setSelectionRange(3, 3)")
    home.keyboard.press("Backspace")
    home.keyboard.type("7")
    expect(field).to_have_value("4871-9030")


def test_a_wrong_code_is_said_and_the_digits_stay(home: Page) -> None:
    field = home.get_by_label("รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง")
    field.fill("12345678")
    home.get_by_role("button", name="เข้าร่วม", exact=True).click()
    expect(home.get_by_role("alert").first).to_have_text("ไม่พบรหัสนี้ ตรวจเลขบนจอหน้าห้อง")
    expect(field).to_have_value("1234-5678")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert axe(home) == []


def test_a_short_code_is_not_even_asked_for(home: Page) -> None:
    home.get_by_label("รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง").fill("4821")
    home.get_by_role("button", name="เข้าร่วม", exact=True).click()
    expect(home.get_by_role("alert").first).to_have_text("รหัสมี 8 ตัว ตรวจอีกครั้ง")


def test_a_resume_code_brings_somebody_back_on_another_device(home: Page, workshop: Workshop, server: Server) -> None:
    joined = server.call("POST", "/api/join", {"code": workshop.code})
    workshop.phase("write")
    workshop.send(joined["token"], "บัตรจากเครื่องเก่า")
    workshop.do("stop_joining")
    field = home.get_by_label("รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง")
    field.fill(workshop.code)
    home.get_by_role("button", name="เข้าร่วม", exact=True).click()
    expect(home.get_by_role("alert").first).to_contain_text("หยุดรับคนเพิ่มแล้ว")
    home.get_by_label("รหัสสำหรับกลับเข้ามาใหม่").fill("00000000")
    home.get_by_role("button", name="เข้าร่วม", exact=True).click()
    expect(home.get_by_role("alert").first).to_contain_text("ไม่พบรหัสสำหรับกลับเข้ามาใหม่นี้")
    home.get_by_label("รหัสสำหรับกลับเข้ามาใหม่").fill(joined["resume_code"])
    home.get_by_role("button", name="เข้าร่วม", exact=True).click()
    home.wait_for_url(f"**/j/{workshop.code}")
    assert workshop.snapshot()["snapshot"]["people"]["joined"] == 1


def test_a_title_and_a_question_are_enough_for_a_workshop(home: Page, server: Server) -> None:
    home.get_by_label("ชื่อเวที").fill("ทบทวนงานสำนักงาน")
    home.get_by_role("button", name="จัดเวที", exact=True).click()
    home.wait_for_url(re.compile(r"/w/[\w-]{16}$"))
    snapshot = facilitators_view(home, server)
    assert snapshot["workshop"]["title"] == "ทบทวนงานสำนักงาน"
    assert str(snapshot["workshop"]["fiscal_year"]) in snapshot[f"board:{BOARD}"]["question"]


def test_every_setting_reaches_the_workshop(home: Page, server: Server) -> None:
    home.get_by_text("ตั้งค่าเพิ่ม").click()
    year = home.get_by_label("ปีงบประมาณ")
    before = int(year.input_value())
    year.select_option(str(before + 1))
    expect(home.get_by_label("ชื่อเวที")).to_have_value(f"ทบทวนงาน ปีงบประมาณ {before + 1}")
    home.get_by_role("textbox", name="คำถาม").fill("ปีหน้าเราจะทำอะไร")
    home.get_by_label("บัตรต่อคน").select_option("5")
    home.get_by_label("บัตรส่งแทนคนข้าง ๆ").select_option("0")
    home.get_by_label("ผู้เขียนเสนอช่อง").select_option("required")
    home.get_by_label("เวลาเขียน").select_option("15")
    home.get_by_label("ลบเวทีเองหลังจาก").select_option("30")
    assert axe(home) == []
    home.get_by_role("button", name="จัดเวที", exact=True).click()
    home.wait_for_url(re.compile(r"/w/[\w-]{16}$"))
    snapshot = facilitators_view(home, server)
    board, made = snapshot[f"board:{BOARD}"], snapshot["workshop"]
    assert made["fiscal_year"] == before + 1
    # Here and in Thailand it may not be the same day.
    kept = date.fromisoformat(str(made["expires_on"])) - date.today()
    assert abs(kept.days - 30) <= 1
    assert (board["question"], board["cards_each"], board["neighbour_cards"]) == ("ปีหน้าเราจะทำอะไร", 5, 0)
    assert (board["proposals"], board["write_seconds"]) == ("required", 900)


def test_what_is_missing_is_said_beside_what_was_typed(home: Page) -> None:
    home.get_by_label("ชื่อเวที").fill("")
    home.get_by_role("textbox", name="คำถาม").fill("คำถามที่พิมพ์ไว้นานแล้ว")
    home.get_by_role("button", name="จัดเวที", exact=True).click()
    expect(home.get_by_role("alert").filter(has_text="ยังไม่ได้เขียนข้อความ")).to_be_visible()
    expect(home.get_by_label("ชื่อเวที")).to_have_attribute("aria-invalid", "true")
    expect(home.get_by_role("textbox", name="คำถาม")).to_have_value("คำถามที่พิมพ์ไว้นานแล้ว")


def test_two_impatient_clicks_and_a_lost_answer_make_one_workshop(home: Page, server: Server) -> None:
    made: list[str] = []
    home.route("**/api/workshops", lambda route: (made.append(route.fetch().json()["workshop"]), route.abort()))
    home.get_by_role("button", name="จัดเวที", exact=True).click()
    expect(home.get_by_role("alert").filter(has_text="ยังติดต่อเครื่องหลักไม่ได้")).to_be_visible()
    home.unroute("**/api/workshops")
    home.get_by_role("button", name="จัดเวที", exact=True).dblclick()
    home.wait_for_url(re.compile(r"/w/[\w-]{16}$"))
    assert home.url.endswith(made[0])


def test_elsewhere_a_password_is_asked_for(open_page: OpenPage, server: Server) -> None:
    page = open_page("/")
    page.route("**/api/start", lambda route: route.fulfill(json=route.fetch().json() | {"free": False}))
    page.route(
        "**/api/workshops",
        lambda route: route.continue_(headers=route.request.headers | {"x-forwarded-for": "10.0.0.9"}),
    )
    page.reload()
    expect(page.get_by_text("ขอรหัสจากผู้ดูแลระบบ")).to_be_visible()
    page.get_by_role("button", name="จัดเวที", exact=True).click()
    expect(page.get_by_role("alert").filter(has_text="การจัดเวทีใหม่ต้องใช้รหัสผ่าน")).to_be_visible()
    page.get_by_label("รหัสผ่านสำหรับจัดเวที").fill("not this one")
    page.get_by_role("button", name="จัดเวที", exact=True).click()
    expect(page.get_by_role("alert").filter(has_text="รหัสผ่านไม่ถูกต้อง")).to_be_visible()
    assert axe(page) == []


def test_on_the_servers_own_machine_nobody_is_asked_for_a_password(home: Page) -> None:
    expect(home.get_by_label("ชื่อเวที")).to_be_visible()
    expect(home.get_by_label("รหัสผ่านสำหรับจัดเวที")).to_have_count(0)


def test_a_rehearsal_is_a_marked_copy_of_its_own(home: Page, server: Server) -> None:
    home.get_by_label("ชื่อเวที").fill("เวทีจริง")
    home.get_by_role("button", name="ซ้อมก่อน").click()
    home.wait_for_url(re.compile(r"/w/[\w-]{16}$"))
    rehearsal = facilitators_view(home, server)
    assert rehearsal["workshop"]["rehearsal"] is True
    home.goto(server.url + "/")
    home.get_by_text("เวทีของฉันในเครื่องนี้ (2)").click()
    expect(home.get_by_role("heading", name="เวทีจริง", exact=True)).to_be_visible()
    expect(home.get_by_role("heading", name="ซ้อม: เวทีจริง")).to_be_visible()


def test_a_backup_becomes_a_workshop_again(home: Page, workshop: Workshop, server: Server, tmp_path: Path) -> None:
    anna = workshop.join()
    workshop.phase("write")
    workshop.send(anna, "บัตรในไฟล์สำรอง")
    backup = tmp_path / "backup.json"
    exported = server.call("GET", f"/api/workshops/{workshop.id}/export.json", token=workshop.token)
    backup.write_text(json.dumps(exported), encoding="utf-8")
    broken = tmp_path / "broken.json"
    broken.write_text("ไม่ใช่ไฟล์สำรอง", encoding="utf-8")
    home.get_by_text("ตั้งค่าเพิ่ม").click()
    with home.expect_file_chooser() as chooser:
        home.get_by_role("button", name="หรือจัดจากไฟล์สำรอง…").click()
    chooser.value.set_files(broken)
    expect(home.get_by_role("alert").filter(has_text="ไฟล์สำรองนี้อ่านไม่ได้")).to_be_visible()
    with home.expect_file_chooser() as chooser:
        home.get_by_role("button", name="หรือจัดจากไฟล์สำรอง…").click()
    chooser.value.set_files(backup)
    home.wait_for_url(re.compile(r"/w/[\w-]{16}$"))
    assert not home.url.endswith(workshop.id)
    token = token_kept(home)
    restored = server.call("GET", f"/api/workshops/{home.url[-16:]}/snapshot?audience=inbox", token=token)
    assert [record["text"] for key, record in restored["snapshot"].items() if key.startswith("card:")] == [
        "บัตรในไฟล์สำรอง"
    ]


def test_my_workshops_are_folded_away_and_can_be_forgotten(home: Page, server: Server) -> None:
    expect(home.get_by_role("heading", name="เขียน")).to_be_visible()
    home.get_by_label("ชื่อเวที").fill("เวทีลับของกอง")
    home.get_by_role("button", name="จัดเวที", exact=True).click()
    home.wait_for_url(re.compile(r"/w/[\w-]{16}$"))
    made = home.url
    home.goto(server.url + "/")
    mine = home.get_by_text("เวทีลับของกอง")
    expect(home.get_by_text("เวทีของฉันในเครื่องนี้ (1)")).to_be_visible()
    expect(mine).to_be_hidden()
    home.get_by_text("เวทีของฉันในเครื่องนี้ (1)").click()
    expect(mine).to_be_visible()
    assert home.get_by_role("link", name="หน้าควบคุม").get_attribute("href") == made
    assert axe(home) == []
    home.get_by_role("button", name="ลืมเครื่องนี้").click()
    home.get_by_role("button", name="ยกเลิก").click()
    expect(mine).to_be_visible()
    home.get_by_role("button", name="ลืมเครื่องนี้").click()
    home.get_by_role("dialog").get_by_role("button", name="ลืมเครื่องนี้").click()
    expect(mine).to_have_count(0)
    assert home.evaluate("Object.keys(localStorage).filter(key => key.includes('identity'))") == []
    expect(home.get_by_role("heading", name="นำกลับ")).to_be_visible()


def test_without_the_server_the_page_says_so_and_recovers(home: Page, server: Server) -> None:
    server.kill()
    home.get_by_label("รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง").fill("48219030")
    home.get_by_role("button", name="เข้าร่วม", exact=True).click()
    expect(home.get_by_role("alert").first).to_have_text("ยังติดต่อเครื่องหลักไม่ได้ ตรวจ Wi-Fi")
    expect(home.get_by_label("รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง")).to_have_value("4821-9030")


def test_the_way_in_is_whole_on_a_phone_and_in_english(open_page: OpenPage) -> None:
    page = open_page("/", **PHONE)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_text("ตั้งค่าเพิ่ม").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="I have a code")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value(re.compile(r"^Review of our work, fiscal year 20\d\d$"))
    assert axe(page) == []
    small = page.evaluate(
        "[...document.querySelectorAll('button, input:not(.visually-hidden), select, summary, a')]"
        ".filter(it => it.offsetHeight > 1 &&"
        " it.getBoundingClientRect().height < 44).map(it => it.outerHTML)"
    )
    assert small == []


def token_kept(page: Page) -> str:
    """The facilitator's token that this device keeps for the workshop it is at."""
    name = f"batkham:identity:{page.url[-16:]}:facilitator"
    kept = page.evaluate("name => localStorage.getItem(name)", name)
    return str(json.loads(kept)["token"])


def facilitators_view(page: Page, server: Server) -> dict[str, dict[str, object]]:
    path = f"/api/workshops/{page.url[-16:]}/snapshot"
    return dict(server.call("GET", path, token=token_kept(page))["snapshot"])
