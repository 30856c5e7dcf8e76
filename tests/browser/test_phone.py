"""A participant's phone, in a real browser against the real server: coming in, writing, seeing what became of it."""

import re

import pytest
from a_phone import box, expect_state, own, send, start
from a_server import Server, until
from a_workshop import BOARD, MakeWorkshop, Workshop
from accessible import axe
from conftest import OpenPhone
from playwright.sync_api import Page, expect


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name)).to_be_visible()


# Coming in


def test_somebody_joins_by_the_code_in_the_address(workshop: Workshop, phone: OpenPhone) -> None:
    page = phone()
    heading(page, workshop.title)
    start(page)
    expect(page.get_by_text("เข้าร่วมแล้ว ✓")).to_be_visible()
    heading(page, workshop.question)
    assert workshop.snapshot()["snapshot"]["people"] == {"joined": 1}


def test_a_reload_is_the_same_person_and_asks_nothing_again(workshop: Workshop, phone: OpenPhone) -> None:
    page = start(phone())
    page.reload()
    expect(page.get_by_text("เข้าร่วมแล้ว ✓")).to_be_visible()
    assert workshop.snapshot()["snapshot"]["people"] == {"joined": 1}


def test_the_welcome_promises_anonymity_and_tells_the_day_of_deletion(
    make_workshop: MakeWorkshop, phone: OpenPhone
) -> None:
    workshop = make_workshop(retention_days=10)
    page = phone(f"/j/{workshop.code}")
    expect(page.get_by_text("อย่าเขียนสิ่งที่บอกตัวผู้เขียน")).to_be_visible()
    year, _, day = workshop.snapshot()["snapshot"]["workshop"]["expires_on"].split("-")
    deletion = re.compile(rf"กระดานนี้จะถูกลบวันที่ {int(day)} .+ {int(year) + 543}")
    expect(page.get_by_text(deletion)).to_be_visible()


def test_a_wrong_code_keeps_the_digits_and_thai_digits_are_as_good(workshop: Workshop, phone: OpenPhone) -> None:
    page = phone("/j/00000000")
    expect(page.get_by_text("ไม่พบรหัสนี้ ตรวจเลขบนจอหน้าห้อง")).to_be_visible()
    code = page.get_by_label("รหัสเข้าร่วม")
    expect(code).to_have_value("0000-0000")
    code.fill("12")
    page.get_by_role("button", name="เข้าร่วม").tap()
    expect(page.get_by_text("รหัสมี 8 หลัก")).to_be_visible()
    code.fill("".join("๐๑๒๓๔๕๖๗๘๙"[int(digit)] for digit in workshop.code))
    page.get_by_role("button", name="เข้าร่วม").tap()
    heading(page, workshop.title)
    expect(page).to_have_url(re.compile(f"/j/{workshop.code}$"))


def test_who_comes_after_joining_stopped_is_told_and_who_was_here_comes_back(
    workshop: Workshop, phone: OpenPhone
) -> None:
    page = start(phone())
    resume_code = page.locator(".resume-code .digits").inner_text()
    workshop.phase("write")
    send(page, "บัตรจากเครื่องเก่า")
    expect_state(page, "บัตรจากเครื่องเก่า", "ส่งแล้ว ✓")
    workshop.do("stop_joining")
    other = phone()
    expect(other.get_by_text("หยุดรับคนเพิ่มแล้ว")).to_be_visible()
    other.get_by_label("รหัสสำหรับกลับเข้ามาใหม่").fill("1111-1111")
    other.get_by_role("button", name="กลับเข้ามา").tap()
    expect(other.get_by_role("alert")).to_contain_text("ไม่พบรหัสสำหรับกลับเข้ามาใหม่นี้")
    other.get_by_label("รหัสสำหรับกลับเข้ามาใหม่").fill(resume_code)
    other.get_by_role("button", name="กลับเข้ามา").tap()
    expect_state(start(other), "บัตรจากเครื่องเก่า", "ส่งแล้ว ✓")


def test_line_offers_the_phones_own_browser_where_it_is_the_same_person(workshop: Workshop, phone: OpenPhone) -> None:
    page = start(phone())
    way = page.get_by_role("link", name="ใช้เบราว์เซอร์ของเครื่อง").get_attribute("href")
    assert way
    other = phone(way.removeprefix(workshop.server.url))
    expect(other.get_by_role("button", name="เริ่ม", exact=True)).to_be_visible()
    # Having been there once, nobody is sent round in a circle; and the secret has left the address.
    expect(other.get_by_role("link", name="ใช้เบราว์เซอร์ของเครื่อง")).to_have_count(0)
    expect(other).to_have_url(re.compile(rf"/j/{workshop.code}\?openExternalBrowser=1$"))
    assert workshop.snapshot()["snapshot"]["people"] == {"joined": 1}


def test_a_phone_the_server_does_not_know_any_more_comes_in_again(workshop: Workshop, phone: OpenPhone) -> None:
    page = start(phone())
    expect(page.get_by_text("เข้าร่วมแล้ว ✓")).to_be_visible()
    page.evaluate(f"""() => {{
        const key = 'batkham:identity:{workshop.id}:participant';
        localStorage.setItem(key, JSON.stringify({{ ...JSON.parse(localStorage.getItem(key)), token: 'worn-out' }}));
    }}""")
    page.reload()
    workshop.phase("write")
    send(page, "กลับมาแล้ว")
    expect_state(page, "กลับมาแล้ว", "ส่งแล้ว ✓")


def test_a_deleted_workshop_says_so_on_an_open_phone(workshop: Workshop, phone: OpenPhone) -> None:
    page = start(phone())
    expect(page.get_by_text("เข้าร่วมแล้ว ✓")).to_be_visible()
    deleted = workshop.server.call(
        "DELETE", f"/api/workshops/{workshop.id}", {"confirm": workshop.title}, workshop.token
    )
    assert deleted["ok"]
    expect(page.get_by_text("กระดานนี้ถูกลบแล้ว")).to_be_visible()


# Trying


def test_the_trial_card_is_thrown_away(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("trial")
    page = start(phone())
    box(page).fill("ข้าวเหนียวกับส้มตำ")
    page.get_by_role("button", name="ส่งบัตรลอง").tap()
    expect(page.get_by_text("ส่งแล้ว ✓").first).to_be_visible()
    assert workshop.texts() == []
    assert workshop.records("counts")[0]["tried"] == 1
    workshop.phase("write")
    expect(page.get_by_text("เหลืออีก 3 ใบ")).to_be_visible()


def test_the_trial_can_be_skipped(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("trial")
    page = start(phone())
    page.get_by_role("button", name="ข้าม").tap()
    heading(page, "พร้อมเขียนจริงแล้ว")
    assert workshop.records("counts")[0]["tried"] == 0


# Writing


def test_a_card_is_sent_edited_and_withdrawn(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    send(page, "เลิกรายงานซ้ำ", "ปิด")
    expect_state(page, "เลิกรายงานซ้ำ", "ส่งแล้ว ✓")
    expect_state(page, "เลิกรายงานซ้ำ", "เสนอช่องปิด")
    assert [(card["text"], card["proposed"]) for card in workshop.records("card")] == [("เลิกรายงานซ้ำ", "close")]
    expect(box(page)).to_have_value("")

    own(page, "เลิกรายงานซ้ำ").get_by_role("button", name="แก้ไข").tap()
    own_box = page.locator(".own-cards").get_by_role("textbox")
    own_box.fill("ลดรายงานเหลือแผ่นเดียว")
    page.locator(".own-cards").get_by_role("button", name="ปรับปรุง").tap()
    page.get_by_role("button", name="บันทึกการแก้ไข").tap()
    expect_state(page, "ลดรายงานเหลือแผ่นเดียว", "ส่งแล้ว ✓")
    edited = until(lambda: [card for card in workshop.records("card") if card["proposed"] == "improve"])
    assert edited[0]["text"] == "ลดรายงานเหลือแผ่นเดียว"

    own(page, "ลดรายงาน").get_by_role("button", name="ถอนบัตร").tap()
    page.get_by_role("button", name="ยกเลิก").tap()
    expect_state(page, "ลดรายงาน", "ส่งแล้ว ✓")
    own(page, "ลดรายงาน").get_by_role("button", name="ถอนบัตร").tap()
    page.get_by_role("dialog").get_by_role("button", name="ถอนบัตร").tap()
    expect(own(page, "ลดรายงาน")).to_have_count(0)
    until(lambda: workshop.texts() == [], "the card to be withdrawn")
    expect(page.get_by_text("เหลืออีก 3 ใบ")).to_be_visible()


def test_a_person_has_so_many_cards_and_may_be_given_more(make_workshop: MakeWorkshop, phone: OpenPhone) -> None:
    workshop = make_workshop(cards_each=1, neighbour_cards=0)
    workshop.phase("write")
    page = start(phone(f"/j/{workshop.code}"))
    send(page, "ใบเดียว")
    expect(page.get_by_text("ส่งครบ 1 ใบแล้ว")).to_be_visible()
    expect(box(page)).to_have_count(0)
    workshop.do("change_limits", board=BOARD, cards_each=2)
    expect(page.get_by_text("ได้เพิ่มอีก 1 ใบ", exact=True).last).to_be_visible()
    send(page, "ใบที่สอง")
    expect_state(page, "ใบที่สอง", "ส่งแล้ว ✓")


def test_a_neighbour_without_a_phone_has_cards_of_their_own(make_workshop: MakeWorkshop, phone: OpenPhone) -> None:
    workshop = make_workshop(cards_each=1, neighbour_cards=2)
    workshop.phase("write")
    page = start(phone(f"/j/{workshop.code}"))
    send(page, "ของฉันเอง")
    expect(box(page)).to_have_count(0)
    page.get_by_role("checkbox", name="ส่งแทนคนข้าง ๆ").check()
    send(page, "ของคนข้าง ๆ")
    expect_state(page, "ของคนข้าง ๆ", "แทนคนข้าง ๆ")
    expect_state(page, "ของคนข้าง ๆ", "ส่งแล้ว ✓")
    expect(page.get_by_text("อีก 1 ใบ").first).to_be_visible()
    assert {card["text"]: card["neighbour"] for card in workshop.records("card")} == {
        "ของฉันเอง": False,
        "ของคนข้าง ๆ": True,
    }


def test_a_card_that_cannot_be_sent_says_why_and_keeps_its_words(make_workshop: MakeWorkshop, phone: OpenPhone) -> None:
    workshop = make_workshop(proposals="required")
    workshop.phase("write")
    page = start(phone(f"/j/{workshop.code}"))
    page.get_by_role("button", name="ส่งบัตร").tap()
    expect(page.get_by_role("alert")).to_have_text("ยังไม่ได้เขียนข้อความ")
    send(page, "ก" * 121)
    expect(page.get_by_role("alert")).to_have_text("ยาวเกินไป ย่อให้ไม่เกิน 120 ตัวอักษร")
    expect(box(page)).to_have_value("ก" * 121)
    send(page, "ปั๊มน้ำกู้")
    expect(page.get_by_role("alert")).to_have_text("เลือกช่องที่จะเสนอก่อนส่ง")
    send(page, "ปั๊มน้ำกู้", "เปิด")
    expect_state(page, "ปั๊มน้ำกู้", "ส่งแล้ว ✓")


def test_letters_are_counted_as_people_see_them(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    box(page).fill("ที่นี้น้ำ")
    expect(page.get_by_text("3 จาก 45 ตัวอักษร")).to_be_attached()
    box(page).fill("ก" * 45)
    expect(page.get_by_text("เริ่มยาว")).to_be_visible()


def test_a_second_tap_on_send_is_no_mistake(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    box(page).fill("แตะสองครั้ง")
    page.get_by_role("button", name="ส่งบัตร").dblclick()
    expect_state(page, "แตะสองครั้ง", "ส่งแล้ว ✓")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert workshop.texts() == ["แตะสองครั้ง"]


def test_without_proposals_there_are_no_columns_to_choose(make_workshop: MakeWorkshop, phone: OpenPhone) -> None:
    workshop = make_workshop(proposals="off")
    workshop.phase("write")
    page = start(phone(f"/j/{workshop.code}"))
    send(page, "ไม่เสนอช่อง")
    expect_state(page, "ไม่เสนอช่อง", "ส่งแล้ว ✓")
    expect(page.get_by_role("button", name="ปรับปรุง", exact=True)).to_have_count(0)


def test_a_draft_survives_a_reload_and_so_does_a_half_made_change(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    send(page, "ใบแรก")
    expect_state(page, "ใบแรก", "ส่งแล้ว ✓")
    own(page, "ใบแรก").get_by_role("button", name="แก้ไข").tap()
    page.locator(".own-cards").get_by_role("textbox").fill("ใบแรกที่แก้ค้างไว้")
    box(page).first.fill("ยังเขียนไม่จบ")
    page.get_by_role("button", name="เปิด", exact=True).first.tap()
    page.reload()
    expect(box(page).first).to_have_value("ยังเขียนไม่จบ")
    expect(page.get_by_role("button", name="เปิด", exact=True).first).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".own-cards").get_by_role("textbox")).to_have_value("ใบแรกที่แก้ค้างไว้")


def test_the_facilitator_may_change_the_question_under_the_writers_hands(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    box(page).fill("กำลังเขียนอยู่")
    workshop.do("change_question", board=BOARD, question="ปีหน้าควรเริ่มอะไร")
    workshop.do("rename_workshop", title="เวทีใหม่")
    heading(page, "ปีหน้าควรเริ่มอะไร")
    expect(page).to_have_title("เวทีใหม่")
    expect(box(page)).to_have_value("กำลังเขียนอยู่")


@pytest.mark.parametrize(("width", "text"), [(360, "100%"), (320, "100%"), (360, "200%"), (320, "200%")])
def test_the_send_button_is_in_sight_and_nothing_runs_over_the_edge(
    workshop: Workshop, phone: OpenPhone, width: int, text: str
) -> None:
    workshop.phase("write")
    page = start(phone(width=width, height=568))
    page.evaluate("size => (document.documentElement.style.fontSize = size)", text)
    box(page).fill("ย้ายการอบรมครึ่งหนึ่งไปออนไลน์")
    button = page.get_by_role("button", name="ส่งบัตร")
    expect(button).to_be_in_viewport(ratio=1)
    size = button.bounding_box()
    assert size
    assert size["height"] >= 56
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


# After writing


def test_what_is_in_the_box_when_intake_stops_can_still_be_sent(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    box(page).fill("ค้างอยู่ในกล่อง")
    workshop.phase("stopped")
    expect(page.get_by_text("ส่งใบที่ค้าง?")).to_be_visible()
    page.get_by_role("button", name="ส่งใบที่ค้าง").tap()
    heading(page, "หยุดรับบัตรแล้ว")
    expect_state(page, "ค้างอยู่ในกล่อง", "ส่งแล้ว ✓")
    assert [card["late"] for card in workshop.records("card")] == [False]


def test_what_could_not_be_sent_any_more_stays_to_be_copied(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    box(page).fill("เขียนไม่ทัน")
    workshop.phase("show")
    heading(page, "เชิญดูจอหน้าห้อง")
    expect(page.get_by_text("เขียนไม่ทัน")).to_be_visible()
    expect(page.get_by_role("button", name="คัดลอกข้อความ")).to_be_visible()
    workshop.phase("write")
    expect(box(page)).to_have_value("เขียนไม่ทัน")


def test_after_half_a_minute_the_box_can_only_be_copied(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    page.clock.install()
    page.reload()
    box(page).fill("ช้าไปนิด")
    workshop.phase("stopped")
    expect(page.get_by_text("ส่งใบที่ค้าง?")).to_be_visible()
    page.clock.fast_forward(31_000)
    heading(page, "หยุดรับบัตรแล้ว")
    expect(box(page)).to_have_count(0)
    expect(page.get_by_text("ช้าไปนิด")).to_be_visible()


def test_when_time_is_up_cards_are_still_taken(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    expect(page.get_by_role("timer")).to_contain_text("เหลือเวลา")
    workshop.do("start_timer", board=BOARD, seconds=5)
    expect(page.get_by_text("หมดเวลาแล้ว ยังส่งได้จนกว่าวิทยากรจะหยุดรับบัตร")).to_be_visible()
    send(page, "หลังหมดเวลา")
    expect_state(page, "หลังหมดเวลา", "ส่งแล้ว ✓")


def test_with_an_empty_box_intake_is_simply_over(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    expect(box(page)).to_be_visible()
    workshop.phase("stopped")
    heading(page, "หยุดรับบัตรแล้ว")
    expect(box(page)).to_have_count(0)


def test_the_shown_cards_are_read_only_while_somebody_asks_for_them(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    card = workshop.send(workshop.join(), "บัตรของคนอื่น", "close")
    page = start(phone())
    send(page, "บัตรของฉันเอง")
    expect_state(page, "บัตรของฉันเอง", "ส่งแล้ว ✓")
    workshop.phase("stopped", "show", "sort")
    heading(page, "เชิญดูจอหน้าห้อง")
    expect_state(page, "บัตรของฉันเอง", "บนกระดาน รอจัดช่อง")
    expect(page.get_by_text("บัตรของคนอื่น")).to_have_count(0)

    page.get_by_role("button", name="อ่านบัตรที่แสดง").tap()
    shown = page.get_by_role("dialog")
    expect(shown.get_by_text("บัตรของคนอื่น").first).to_be_visible()
    workshop.do("move_cards", cards=[card], column="improve")
    workshop.do("star_cards", cards=[card])
    expect(shown.get_by_role("heading", name="ปรับปรุง")).to_be_visible()
    expect(shown.get_by_text("★ ข้อสรุป").first).to_be_visible()
    page.go_back()
    expect(page.get_by_text("บัตรของคนอื่น")).to_have_count(0)
    heading(page, "เชิญดูจอหน้าห้อง")

    workshop.do("blank_screens")
    heading(page, "พักสักครู่")
    expect(page.get_by_role("button", name="อ่านบัตรที่แสดง")).to_have_count(0)
    workshop.do("unblank_screens")
    heading(page, "เชิญดูจอหน้าห้อง")


def test_at_the_end_everybody_sees_where_their_own_cards_ended(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    for text, column in [("งานที่ปิด", "ปิด"), ("งานที่พัก", "เปิด")]:
        send(page, text, column)
        expect_state(page, text, "ส่งแล้ว ✓")
    cards = {card["text"]: card["id"] for card in workshop.records("card")}
    workshop.do("park_cards", cards=[cards["งานที่พัก"]])
    workshop.phase("stopped", "show", "sort")
    workshop.do("move_cards", cards=[cards["งานที่ปิด"]], column="improve")
    expect_state(page, "งานที่ปิด", "อยู่ช่อง ปรับปรุง")
    workshop.phase("finished")
    heading(page, "จบกระดานแล้ว")
    expect_state(page, "งานที่ปิด", "จบที่ช่อง ปรับปรุง")
    expect_state(page, "งานที่พัก", "ไม่ได้ขึ้นกระดาน")

    # The server forgets whose cards they were; the phone does not.
    workshop.do("lock_workshop")
    heading(page, "ล็อกกระดานแล้ว")
    page.reload()
    heading(page, "ล็อกกระดานแล้ว")
    ended = page.locator(".paper-card").filter(has_text="งานที่ปิด")
    expect(ended).to_contain_text("จบที่ช่อง ปรับปรุง")
    expect(page.locator(".paper-card").filter(has_text="งานที่พัก")).to_contain_text("ไม่ได้ขึ้นกระดาน")


# For everybody


def test_somebody_reads_english_and_goes_back_to_thai(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    page.get_by_role("button", name="English").tap()
    expect(page.get_by_role("button", name="Send card")).to_be_visible()
    expect(page.get_by_role("button", name="Improve")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Send card")).to_be_visible()
    page.get_by_role("button", name="ไทย").tap()
    expect(page.get_by_role("button", name="ส่งบัตร")).to_be_visible()


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_phase_is_accessible(server: Server, workshop: Workshop, phone: OpenPhone, language: str) -> None:
    page = phone("/j/00000000")
    page.evaluate("language => localStorage.setItem('batkham:language', language)", language)
    page.reload()
    broken = {}

    def look(name: str, sign: str) -> None:
        expect(page.locator(sign).first).to_be_visible()
        broken[name] = axe(page)

    look("wrong code", "#code")
    page.goto(f"{server.url}/j/{workshop.code}")
    look("welcome", ".promise")
    page.locator(".start button").tap()
    look("join", ".resume-code")
    workshop.phase("trial")
    look("trial", "textarea")
    workshop.phase("write")
    look("write", ".chips")
    page.locator("textarea").fill("เลิกงานซ้ำ")
    page.locator(".send-bar button").tap()
    look("sent", ".own-cards [data-state=sent]")
    page.locator(".own-cards button").first.tap()
    look("edit", ".edit")
    page.locator(".edit .buttons button").first.tap()
    page.locator(".own-cards button").last.tap()
    look("withdraw", "dialog[open]")
    page.locator("dialog[open] button").first.tap()
    page.locator("textarea").fill("ค้าง")
    workshop.phase("stopped")
    look("grace", ".held")
    workshop.phase("sort")
    look("quiet", ".look")
    page.locator("main > button").tap()
    look("reader", ".shown-card")
    page.go_back()
    workshop.phase("finished")
    look("finished", ".ended")
    assert {name: rules for name, rules in broken.items() if rules} == {}
