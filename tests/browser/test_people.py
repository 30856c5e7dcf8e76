"""Tables, checking before cards are shown, pauses, questions and paper cards, on every screen they touch."""

from __future__ import annotations

import pytest
from a_phone import PATIENT_MS, Sockets, box, expect_state, send, start
from a_room import from_menu
from a_server import until
from a_workshop import BOARD, Workshop
from accessible import axe
from conftest import MakeWorkshop, OpenPage, OpenPhone
from playwright.sync_api import Page, Route, expect


@pytest.fixture
def remote(workshop: Workshop, phone: OpenPhone) -> Page:
    page = phone(f"/w/{workshop.id}#key={workshop.key}")
    expect(page.get_by_role("button", name="หยุดมือถือชั่วคราว")).to_be_visible()
    return page


def subject(page: Page) -> None:
    from_menu(page, "ตั้งค่า")
    page.get_by_role("button", name="โต๊ะ ตรวจบัตร และมือถือ").click()


def test_a_table_is_chosen_changed_and_left(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.do("set_tables", tables=6, mode="label", table_cards=10)
    page = start(phone())
    tables = page.get_by_role("region", name="โต๊ะ")
    tables.get_by_role("button", name="โต๊ะ 4").tap()
    expect(tables.get_by_role("status")).to_have_text("โต๊ะ 4")
    page.reload()
    expect(tables.get_by_role("status")).to_have_text("โต๊ะ 4")
    tables.get_by_role("button", name="เปลี่ยน").tap()
    assert axe(page) == []
    tables.get_by_role("button", name="โต๊ะ 6").tap()
    expect(tables.get_by_role("status")).to_have_text("โต๊ะ 6")
    tables.get_by_role("button", name="เปลี่ยน").tap()
    tables.get_by_role("button", name="ไม่เลือกโต๊ะ").tap()
    expect(tables.get_by_role("status")).to_have_text("ยังไม่ได้เลือกโต๊ะ")
    until(lambda: [one["seated"] for one in workshop.records("tables")[0]["tables"]] == [0] * 6)


def test_one_phone_writes_for_its_table_with_the_tables_cards(
    workshop: Workshop, phone: OpenPhone, remote: Page
) -> None:
    subject(remote)
    settings = remote.get_by_role("dialog")
    for number in (1, 2):
        settings.get_by_role("button", name="เพิ่ม จำนวนโต๊ะ").click()
        expect(settings.get_by_role("group", name="จำนวนโต๊ะ").locator("output")).to_have_text(str(number))
    until(lambda: workshop.snapshot()["snapshot"]["workshop"]["tables"] == 2)
    settings.get_by_role("radio", name="หนึ่งเครื่องส่งแทนทั้งโต๊ะ").check()
    settings.get_by_role("button", name="ลด บัตรต่อโต๊ะ").click()
    until(lambda: workshop.snapshot()["snapshot"]["workshop"]["table_cards"] == 9)
    workshop.phase("write")
    first, second = start(phone()), start(phone())
    for page in (first, second):
        page.get_by_role("button", name="เลือกโต๊ะ", exact=True).tap()
        page.get_by_role("button", name="โต๊ะ 2", exact=True).tap()
        expect(page.get_by_text("เครื่องนี้พิมพ์แทนทั้งโต๊ะ")).to_be_visible()
    expect(second.get_by_text("เหลืออีก 9 ใบ")).to_be_visible()
    expect(first.get_by_text("เหลืออีก 3 ใบ")).to_be_visible()
    expect(first.get_by_text("ยังไม่ได้เลือกโต๊ะ")).to_be_visible()
    send(second, "จากทั้งโต๊ะ")
    expect_state(second, "จากทั้งโต๊ะ", "ส่งแล้ว")
    assert [card["table"] for card in workshop.records("card")] == [2]
    remote.keyboard.press("Escape")
    remote.locator("[data-view=tables]").click()
    expect(remote.get_by_text("1 ใบ · ส่งแล้ว 1 จาก 1")).to_be_visible()
    assert axe(remote) == []


def test_a_table_of_two_is_never_counted(workshop: Workshop, remote: Page) -> None:
    workshop.do("set_tables", tables=2, mode="label", table_cards=10)
    workshop.phase("write")
    for number in range(5):
        token = workshop.join()
        workshop.do("sit", token, table=1 if number < 3 else 2)
        workshop.send(token, f"ใบที่ {number}")
    remote.locator("[data-view=tables]").click()
    expect(remote.get_by_text("3 ใบ · ส่งแล้ว 3 จาก 3")).to_be_visible()
    expect(remote.get_by_text("น้อยกว่า 3 คน ไม่นับแยก")).to_be_visible()


def test_a_card_is_shown_only_after_it_was_read_and_phones_say_so(
    workshop: Workshop, phone: OpenPhone, remote: Page, open_page: OpenPage
) -> None:
    workshop.phase("write")
    subject(remote)
    remote.get_by_role("dialog").get_by_role("button", name="เริ่มตรวจก่อนขึ้นจอ").click()
    remote.keyboard.press("Escape")
    page = start(phone())
    expect(page.get_by_text("วิทยากรอ่านบัตรก่อนขึ้นจอ")).to_be_visible()
    assert axe(page) == []
    send(page, "อ่านแล้วดี")
    expect_state(page, "อ่านแล้วดี", "ส่งแล้ว")
    remote.get_by_role("button", name="รอตรวจ").click()
    remote.get_by_role("button", name="ให้ผ่าน", exact=True).click()
    expect(remote.get_by_text("ตรวจครบแล้ว ✓")).to_be_visible()
    workshop.send(workshop.join(), "ไม่มีใครอ่าน")
    expect(remote.get_by_text("รอตรวจ 1 ใบ")).to_be_visible()
    wall = open_page(workshop.link("wall"))
    workshop.phase("stopped", "show", "sort")
    expect(wall.get_by_text("อ่านแล้วดี").first).to_be_visible()
    expect(wall.get_by_text("ไม่มีใครอ่าน")).to_have_count(0)
    expect(remote.get_by_role("article").get_by_text("ไม่มีใครอ่าน")).to_be_visible()
    remote.get_by_role("button", name="ให้ผ่าน", exact=True).click()
    expect(remote.get_by_text("ตรวจครบแล้ว ✓")).to_be_visible()
    assert [card["text"] for card in workshop.records("card", "facilitator") if "ไม่มี" in card["text"]]


def test_phones_rest_with_what_was_typed_and_what_waits(workshop: Workshop, phone: OpenPhone, remote: Page) -> None:
    workshop.phase("write")
    page = start(phone())
    sockets = Sockets(page.context)
    page.reload()
    box(page).fill("ส่งตอนไม่มีสัญญาณ")
    sockets.blocked = True
    page.context.set_offline(True)
    sockets.break_all()
    page.get_by_role("button", name="ส่งบัตร").tap()
    box(page).fill("พิมพ์ค้างไว้")
    remote.get_by_role("button", name="หยุดมือถือชั่วคราว").click()
    sockets.blocked = False
    page.context.set_offline(False)
    expect(page.get_by_text("วิทยากรหยุดมือถือชั่วคราว")).to_be_visible(timeout=PATIENT_MS)
    expect(page.get_by_text("มี 1 ใบรออยู่ในเครื่องนี้")).to_be_visible()
    assert axe(page) == []
    assert workshop.texts() == []
    remote.get_by_role("button", name="ใช้มือถือต่อ").click()
    expect(box(page)).to_have_value("พิมพ์ค้างไว้")
    expect_state(page, "ส่งตอนไม่มีสัญญาณ", "ส่งแล้ว")
    assert workshop.texts() == ["ส่งตอนไม่มีสัญญาณ"]


def test_a_question_about_a_card_is_marked_everywhere_and_answered(
    workshop: Workshop, phone: OpenPhone, open_page: OpenPage, remote: Page
) -> None:
    workshop.phase("write")
    card = workshop.send(workshop.join(), "เลิก ขส.4")
    workshop.phase("stopped", "show", "sort")
    workshop.do("place_card", card=card, column="close")
    wall = open_page(workshop.link("wall"), width=1920, height=1080)
    laptop = open_page(workshop.link("co_facilitator"), width=1024, height=768)
    page = start(phone())
    page.get_by_role("button", name="อ่านบัตรที่แสดง").tap()
    page.get_by_role("button", name="ขอคำอธิบาย").tap()
    expect(page.get_by_role("button", name="ขอคำอธิบายแล้ว")).to_be_visible()
    assert axe(page) == []
    for screen in (wall, laptop):
        expect(screen.locator("[data-card]").get_by_text("มีคนขอคำอธิบาย 1 คน")).to_be_attached()
    page.get_by_role("button", name="ขอคำอธิบายแล้ว").tap()
    expect(wall.get_by_text("มีคนขอคำอธิบาย")).to_have_count(0)
    page.get_by_role("button", name="ขอคำอธิบาย").tap()
    remote.locator("[data-view=asked]").click()
    remote.get_by_role("button", name="อธิบายแล้ว").click()
    expect(remote.get_by_text("ไม่มีใครขอคำอธิบาย")).to_be_visible()
    expect(page.get_by_role("button", name="ขอคำอธิบาย", exact=False)).not_to_have_attribute("aria-pressed", "true")
    expect(laptop.get_by_text("มีคนขอคำอธิบาย")).to_have_count(0)
    assert axe(remote) == []


PASTED = "บรรทัดหนึ่ง\n\n  บรรทัดสอง  \r\n" + "ก" * 121 + "\nบรรทัดสี่"
PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  document.activeElement.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.mark.parametrize("at", ["desk", "remote"])
def test_paper_cards_are_typed_one_after_the_other_or_pasted_as_a_list(
    workshop: Workshop, open_page: OpenPage, phone: OpenPhone, at: str
) -> None:
    workshop.phase("write")
    path = f"/w/{workshop.id}#key={workshop.key}"
    page = phone(path) if at == "remote" else open_page(path, width=1024, height=768)
    if at == "desk":
        expect(page.get_by_role("button", name="คำสั่งเพิ่มเติม")).to_be_visible()
        page.keyboard.press("f")
    page.get_by_role("button", name="พิมพ์บัตรกระดาษ").click()
    field = page.get_by_role("textbox", name="ข้อความในบัตร")
    expect(field).to_be_focused()
    for text in ("ใบแรก", "ใบที่สอง", "ใบที่สาม"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(field).to_have_value("")
        expect(field).to_be_focused()
    until(lambda: workshop.texts() == ["ใบที่สอง", "ใบที่สาม", "ใบแรก"])
    page.evaluate(PASTE, PASTED)
    expect(page.get_by_text("วางมา 4 บรรทัด ตรวจก่อนเพิ่ม")).to_be_visible()
    expect(page.get_by_text("บรรทัดที่ 4: ยาวเกิน 120 ตัวอักษร")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="ไม่เอา: บรรทัดสอง").click()
    page.route("**/cards", lose_the_answer)
    page.get_by_role("button", name="เพิ่ม 2 ใบ").click()
    expect(page.get_by_text("ยังไม่ได้เพิ่ม 2 ใบ ลองอีกครั้งได้")).to_be_visible()
    expect(page.get_by_role("button", name="ไม่เอา: บรรทัดสี่")).to_be_disabled()
    page.unroute("**/cards")
    page.get_by_role("button", name="เพิ่ม 2 ใบ").click()
    expect(page.get_by_role("region", name="วางมา 1 บรรทัด")).to_be_visible()
    assert workshop.texts() == sorted(["ใบแรก", "ใบที่สอง", "ใบที่สาม", "บรรทัดหนึ่ง", "บรรทัดสี่"])
    expect(field).to_be_focused()
    workshop.do("undo")
    assert workshop.texts() == sorted(["ใบแรก", "ใบที่สอง", "ใบที่สาม"])


def lose_the_answer(route: Route) -> None:
    route.fetch()
    route.abort()


def test_the_desk_lists_what_to_check_and_what_to_explain(workshop: Workshop, open_page: OpenPage) -> None:
    workshop.phase("write")
    people = [workshop.join() for _ in range(4)]
    workshop.do("start_checking", board=BOARD)
    cards = {text: workshop.send(people[0], text) for text in ("อ่านก่อน", "พักก่อน", "ดีทั้งคู่")}
    desk = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1920, height=1080)
    expect(desk.get_by_role("button", name="คำสั่งเพิ่มเติม")).to_be_visible()
    desk.keyboard.press("f")
    to_check = desk.locator("details").filter(has=desk.get_by_role("heading", name="รอตรวจ"))
    expect(to_check.locator("summary")).to_contain_text("3")
    assert axe(desk) == []
    to_check.get_by_role("button", name="ให้ผ่าน: อ่านก่อน").click()
    to_check.get_by_role("button", name="พัก: พักก่อน").click()
    workshop.send(people[1], "มาอีก")
    to_check.get_by_role("button", name="ให้ผ่านทั้งหมด 2 ใบ").click()
    expect(to_check).to_have_count(0)
    workshop.phase("stopped", "show", "sort")
    assert {card["text"] for card in workshop.records("card", "facilitator")} == {"อ่านก่อน", "ดีทั้งคู่", "มาอีก"}
    for person, text in zip(people, ("อ่านก่อน", "อ่านก่อน", "อ่านก่อน", "ดีทั้งคู่"), strict=True):
        workshop.do("ask_about", person, card=cards[text])
    to_explain = desk.locator("details").filter(has=desk.get_by_role("heading", name="ขอคำอธิบาย"))
    expect(to_explain.locator("li")).to_have_count(2)
    expect(to_explain.locator("li").first).to_contain_text("อ่านก่อน")
    expect(to_explain.locator("li").first).to_contain_text("มีคนขอคำอธิบาย 3 คน")
    assert axe(desk) == []
    to_explain.get_by_role("button", name="แสดงใหญ่บนจอ: อ่านก่อน").click()
    until(lambda: workshop.records("spotlight")[0]["focus"] == {"card": cards["อ่านก่อน"]})
    to_explain.get_by_role("button", name="อธิบายแล้ว: อ่านก่อน").click()
    expect(to_explain.locator("li")).to_have_count(1)
    assert [card["asked"] for card in workshop.records("card") if card["id"] == cards["อ่านก่อน"]] == [0]


def test_helpers_see_who_is_here(workshop: Workshop, open_page: OpenPage, phone: OpenPhone) -> None:
    workshop.phase("write")
    workshop.send(workshop.join(), "ใบเดียว")
    workshop.phase("stopped", "show", "sort")
    phone(workshop.link("co_facilitator", "ผู้ช่วยสมศรี"))
    laptop = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768)
    expect(laptop.get_by_role("button", name="คำสั่งเพิ่มเติม")).to_be_visible()
    expect(laptop.get_by_text("ผู้ช่วยสมศรี")).to_have_count(0)
    laptop.keyboard.press("f")
    expect(laptop.get_by_role("list", name="กำลังช่วยกัน").get_by_text("ผู้ช่วยสมศรี")).to_be_visible()
    assert workshop.records("board")[0]["id"] == BOARD


def test_the_strip_about_the_network_stays_in_sight(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.do("change_limits", board=BOARD, cards_each=12)
    workshop.phase("write")
    page = start(phone())
    for number in range(8):
        send(page, f"ใบที่ {number}")
        expect_state(page, f"ใบที่ {number}", "ส่งแล้ว")
    page.context.set_offline(True)
    page.evaluate("() => window.dispatchEvent(new Event('offline'))")
    strip = page.get_by_text("กำลังเชื่อมต่อใหม่…")
    expect(strip).to_be_visible(timeout=PATIENT_MS)
    page.mouse.wheel(0, 2_000)
    until(lambda: page.evaluate("scrollY") > 300)
    expect(strip).to_be_in_viewport()


def test_a_phone_that_speaks_english_never_begins_in_thai(workshop: Workshop, phone: OpenPhone) -> None:
    page = phone()
    page.evaluate("() => localStorage.setItem('batkham:language', 'en')")
    page.add_init_script(
        """window.seen = [];
        new MutationObserver(() => window.seen.push(document.body?.innerText ?? ''))
          .observe(document, { childList: true, subtree: true, characterData: true });"""
    )
    page.reload()
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    seen = page.evaluate("window.seen")
    assert seen
    assert not any("เริ่ม" in text or "ไม่ระบุชื่อ" in text for text in seen)


def test_questions_come_while_others_are_shown_each_after_it_was_read(
    make_workshop: MakeWorkshop, phone: OpenPhone, open_page: OpenPage
) -> None:
    workshop = make_workshop(templates=["questions"], question=None)
    page = start(phone(f"/j/{workshop.code}"))
    desk, wall = (
        open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768),
        open_page(workshop.link("wall")),
    )
    desk.locator("footer").get_by_role("button", name="เริ่มรับและแสดงบัตร").click()
    expect(page.get_by_role("note")).to_contain_text("วิทยากรอ่านบัตรก่อนขึ้นจอ")
    send(page, "ใครตอบเรื่องงบได้")
    expect_state(page, "ใครตอบเรื่องงบได้", "ส่งแล้ว")
    expect(wall.get_by_text("ใครตอบเรื่องงบได้")).to_have_count(0)
    workshop.do("pass_cards", cards=[workshop.records("card")[0]["id"]])
    expect(wall.get_by_text("ใครตอบเรื่องงบได้").first).to_be_visible()
    expect(page.get_by_role("button", name="ส่งบัตร", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe(page) == []
    send(page, "เริ่มเมื่อใด")
    expect_state(page, "เริ่มเมื่อใด", "ส่งแล้ว")


def test_a_board_planned_without_a_vote_offers_one_last(make_workshop: MakeWorkshop, open_page: OpenPage) -> None:
    offered = {}
    for template in ("aar", "kpt"):
        workshop = make_workshop(templates=[template], question=None)
        workshop.phase("sort")
        column = workshop.records("board")[0]["columns"][0]["id"]
        workshop.do("add_card", board=BOARD, text="สิ่งที่ได้", column=column)
        page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768)
        expect(page.get_by_text("สิ่งที่ได้").first).to_be_visible()
        page.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
        items = page.get_by_role("menuitem")
        expect(items.filter(has_text="ลงคะแนน…")).to_have_count(1)
        names = items.all_inner_texts()
        offered[template] = names.index("ลงคะแนน…") < names.index("ถามท้ายวัน (1–5)")
    assert offered == {"aar": False, "kpt": True}
