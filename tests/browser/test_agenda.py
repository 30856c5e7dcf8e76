"""Five boards under one code: phones, wall and whoever comes late are where the room is; the agenda is led by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from a_phone import expect_state, own, send, start
from a_room import close_settings, from_menu
from a_server import Json, until
from a_workshop import Workshop
from accessible import axe
from conftest import MakeWorkshop, OpenPage, OpenPhone
from playwright.sync_api import Locator, Page, expect

TITLES = ("สิ่งที่ทำได้สำเร็จ", "สิ่งที่ยังไม่สำเร็จ", "ข้อเสนอแนะ", "ทิศทางในอนาคต", "ปิด – ปรับปรุง – เปิด")


@pytest.fixture
def workshop(make_workshop: MakeWorkshop) -> Workshop:
    return make_workshop(templates=["four-topics"], question=None)


def order(workshop: Workshop) -> list[str]:
    found: Json = workshop.snapshot("facilitator")["snapshot"]
    return [step["board"] for step in found["agenda"]["steps"]]


def next_step(page: Page, says: str) -> None:
    page.locator("footer").get_by_role("button", name=says).click()


def laptop_of(workshop: Workshop, open_page: OpenPage) -> Page:
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1024, height=768)
    expect(page.locator("footer.bottom-bar")).to_be_visible()
    return page


def agenda(page: Page) -> Locator:
    from_menu(page, "กำหนดการ")
    return page.get_by_role("dialog", name="กำหนดการและแม่แบบ")


def test_the_room_goes_through_five_boards_together(workshop: Workshop, open_page: OpenPage, phone: OpenPhone) -> None:
    laptop, wall = laptop_of(workshop, open_page), open_page(workshop.link("wall"))
    one = start(phone())
    for number, title in enumerate(TITLES, 1):
        if number == 1:
            expect(wall.get_by_role("region", name="วิธีเข้าร่วม")).to_be_visible()
            next_step(laptop, "ลองส่ง")
        else:
            # Nobody is let in and taught again: the wall begins with the question.
            expect(wall.get_by_role("heading", name=title)).to_be_visible()
        next_step(laptop, "เริ่มรับบัตร")
        expect(one.locator("p.board")).to_have_text(title)
        send(one, f"ความคิดที่ {number}")
        expect_state(one, f"ความคิดที่ {number}", "ส่งแล้ว")
        expect(own(one, f"ความคิดที่ {number - 1}")).to_have_count(0)
        if number == 3:
            late = start(phone())
            expect(late.locator("p.board")).to_have_text(title)
            send(late, "มาทีหลังแต่ทัน")
            expect_state(late, "มาทีหลังแต่ทัน", "ส่งแล้ว")
        for says in ("หยุดรับบัตร", "แสดงบัตร", "เริ่มจัดช่อง", "จบกระดาน"):
            next_step(laptop, says)
        if number < len(TITLES):
            next_step(laptop, f"ไป {TITLES[number][:8]}")
    expect(laptop.locator("footer").get_by_role("button", name="ล็อกกระดาน")).to_be_visible()
    # Back to the first: its card is still there, for the wall and for its writer.
    workshop.do("open_board", board=order(workshop)[0])
    expect(wall.get_by_role("heading", name=TITLES[0])).to_be_visible()
    expect(wall.get_by_text("1 ความคิด จาก 1 คน")).to_be_visible()
    expect(own(one, "ความคิดที่ 1")).to_have_count(1)
    result = open_page(workshop.link("result"))
    for number, title in enumerate(TITLES, 1):
        expect(result.get_by_role("heading", name=title, exact=True, level=2)).to_be_visible()
        expect(result.get_by_text(f"ความคิดที่ {number}")).to_be_visible()
    assert axe(result) == []


def test_a_reload_and_a_broken_line_lead_back_to_the_same_board(
    workshop: Workshop, open_page: OpenPage, phone: OpenPhone
) -> None:
    wall, one = open_page(workshop.link("wall")), start(phone())
    second = order(workshop)[1]
    workshop.do("open_board", board=second)
    workshop.do("start_phase", board=second, phase="write")
    expect(one.locator("p.board")).to_have_text(TITLES[1])
    one.context.set_offline(True)
    third = order(workshop)[2]
    workshop.do("open_board", board=third)
    workshop.do("start_phase", board=third, phase="write")
    one.context.set_offline(False)
    one.reload()
    expect(one.locator("p.board")).to_have_text(TITLES[2])
    wall.reload()
    expect(wall.get_by_text("อยากให้หน่วยงานปรับเรื่องใด")).to_be_visible()


@pytest.mark.parametrize(("template", "columns"), [("four-topics", 1), ("swot", 4)])
def test_the_columns_of_any_board_share_the_whole_laptop(
    template: str, columns: int, make_workshop: MakeWorkshop, open_page: OpenPage
) -> None:
    workshop = make_workshop(templates=[template], question=None)
    workshop.phase("sort")
    workshop.do("add_card", board="board-1", text="ทำได้ดี")
    page = laptop_of(workshop, open_page)
    sections = page.locator("section.column")
    expect(sections).to_have_count(columns)
    for phase in ("sort", "finished"):
        workshop.phase(phase)
        expect(page.locator(".sort" if phase == "sort" else ".finish")).to_be_visible()
        until(lambda: share_the_width(sections), f"columns side by side: {phase}")


def share_the_width(sections: Locator) -> bool:
    """On one line, from edge to edge."""
    boxes = [box for box in (one.bounding_box() for one in sections.all()) if box]
    first, last = boxes[0], boxes[-1]
    return len({box["y"] for box in boxes}) == 1 and first["x"] < 20 and last["x"] + last["width"] > 1004


def test_a_draft_waits_on_its_board(workshop: Workshop, phone: OpenPhone) -> None:
    first, second, *_ = order(workshop)
    for board in (first, second):
        workshop.do("start_phase", board=board, phase="write")
    one = start(phone())
    one.get_by_role("textbox", name="ข้อความในบัตร").fill("ยังเขียนไม่จบ")
    workshop.do("open_board", board=second)
    expect(one.get_by_role("textbox", name="ข้อความในบัตร")).to_have_value("")
    workshop.do("open_board", board=first)
    expect(one.get_by_role("textbox", name="ข้อความในบัตร")).to_have_value("ยังเขียนไม่จบ")


def test_the_agenda_is_reordered_by_drag_by_menu_and_by_keys(workshop: Workshop, open_page: OpenPage) -> None:
    page = laptop_of(workshop, open_page)
    sheet, first = agenda(page), order(workshop)
    expect(sheet.locator("[data-step]")).to_have_count(5)
    assert axe(page) == []
    grips = sheet.locator(".grip")
    grips.nth(3).hover()
    page.mouse.down()
    target = grips.nth(1).bounding_box()
    assert target
    page.mouse.move(target["x"] + 5, target["y"] + 4, steps=6)
    page.mouse.up()
    moved = [first[0], first[3], first[1], first[2], first[4]]
    until(lambda: order(workshop) == moved)
    sheet.locator(f"[data-step={first[3]}] .grip").focus()
    page.keyboard.press("Alt+ArrowDown")
    until(lambda: order(workshop) == [first[0], first[1], first[3], first[2], first[4]])
    sheet.get_by_role("button", name=f"คำสั่งของ {TITLES[3]}").click()
    page.get_by_role("menuitem", name="เลื่อนลง").click()
    until(lambda: order(workshop) == first)
    # Given up in mid-air: nothing has moved.
    grips.nth(2).hover()
    page.mouse.down()
    page.mouse.move(target["x"] + 5, target["y"] + 4, steps=6)
    page.keyboard.press("Escape")
    page.mouse.up()
    # Whatever that said has come by the time the next thing has.
    grips.nth(2).focus()
    page.keyboard.press("Alt+ArrowDown")
    until(lambda: order(workshop) == [*first[:2], first[3], first[2], first[4]])


def test_boards_are_added_skipped_duplicated_and_removed_while_running(workshop: Workshop, open_page: OpenPage) -> None:
    page = laptop_of(workshop, open_page)
    sheet = agenda(page)
    sheet.get_by_role("button", name=f"คำสั่งของ {TITLES[1]}").click()
    page.get_by_role("menuitem", name="ข้ามกระดานนี้").click()
    expect(sheet.locator("[data-step]").nth(1)).to_contain_text("ข้าม")
    expect(sheet.get_by_role("button", name=f"ไป {TITLES[2]}")).to_be_visible()
    sheet.get_by_role("button", name=f"คำสั่งของ {TITLES[2]}").click()
    page.get_by_role("menuitem", name="ทำสำเนา").click()
    expect(sheet.locator("[data-step]")).to_have_count(6)
    sheet.get_by_role("button", name="+ เพิ่มกระดาน").click()
    sheet.locator(".template").filter(has_text="AAR หลังกิจกรรม").click()
    expect(sheet.locator("[data-step]")).to_have_count(7)
    sheet.get_by_role("button", name="คำสั่งของ AAR").click()
    page.get_by_role("menuitem", name="เอาออก").click()
    expect(sheet.locator("[data-step]")).to_have_count(6)
    workshop.do("add_card", board=order(workshop)[1], text="มีบัตรแล้ว")
    sheet.get_by_role("button", name=f"คำสั่งของ {TITLES[1]}").click()
    page.get_by_role("menuitem", name="เอาออก").click()
    expect(sheet.get_by_text("กระดานนี้มีบัตรอยู่ จึงเอาออกไม่ได้")).to_be_visible()


def test_columns_question_and_plan_of_a_board_are_edited(workshop: Workshop, open_page: OpenPage) -> None:
    page = laptop_of(workshop, open_page)
    sheet, third = agenda(page), order(workshop)[2]
    sheet.locator(f"[data-step={third}] .what").click()
    expect(sheet.get_by_label("คำบนหัวช่อง")).to_have_count(3)
    assert axe(page) == []
    sheet.get_by_label("คำบนหัวช่อง").first.fill("คนของเรา")
    sheet.get_by_role("button", name="+ เพิ่มช่อง").click()
    sheet.get_by_label("คำบนหัวช่อง").nth(3).fill("สถานที่")
    sheet.get_by_role("button", name="บันทึกช่อง").click()
    expect(sheet.get_by_text("บันทึกแล้ว ✓")).to_be_visible()
    board: Json = workshop.snapshot("facilitator")["snapshot"][f"board:{third}"]
    assert [column["name"]["th"] for column in board["columns"]] == ["คนของเรา", "ด้านงาน", "ด้านงบประมาณ", "สถานที่"]
    assert board["columns"][1]["name"]["en"] == "Work"
    assert len({column["colour"] for column in board["columns"]}) == 4
    whatever_else_is_asked(workshop, sheet, third)
    workshop.do("add_card", board=third, text="อยู่ในช่อง", column=board["columns"][1]["id"])
    sheet.get_by_role("button", name="เอาออก ช่อง ด้านงาน").click()
    sheet.get_by_role("button", name="บันทึกช่อง").click()
    expect(sheet.get_by_text("ช่องที่เอาออกยังมีบัตรอยู่")).to_be_visible()


def whatever_else_is_asked(workshop: Workshop, sheet: Locator, id_: str) -> None:
    """Child cards, the numbers of a vote, and what a conclusion should hold."""
    sheet.get_by_label("เรียกว่า").fill("ก้าวต่อไป")
    sheet.get_by_label("เรียกว่า").press("Enter")
    expect(sheet.get_by_label("คำถามบนมือถือ")).to_be_visible()
    sheet.get_by_role("button", name="เพิ่ม คะแนนต่อคน").click()
    expect(sheet.get_by_role("group", name="คะแนนต่อคน").locator("output")).to_have_text("4")
    sheet.get_by_label("ให้ทุกคนวางลงช่องเองก่อน").check()
    sheet.get_by_label("แยกคะแนนตามช่อง").check()
    expect(sheet.get_by_role("group", name="คะแนนในช่องคนของเรา")).to_be_visible()
    sheet.get_by_label("ถามในช่อง").select_option(label="ด้านงาน")
    sheet.get_by_label("ผู้รับผิดชอบ").select_option(label="ควรมี")
    wanted = {"field": "owner", "column": "work", "required": True}
    until(lambda: wanted in workshop.snapshot("facilitator")["snapshot"][f"board:{id_}"]["asks"])
    board: Json = workshop.snapshot("facilitator")["snapshot"][f"board:{id_}"]
    assert board["child"]["label"] == {"th": "ก้าวต่อไป", "en": "ก้าวต่อไป"}
    vote = board["vote"]
    assert (vote["on"], vote["each"], vote["budgets"]["work"]) == ("placing", 4, 2)
    assert axe(sheet.page) == []


def test_an_own_template_is_kept_shared_as_a_file_and_used_again(
    workshop: Workshop, make_workshop: MakeWorkshop, open_page: OpenPage, tmp_path: Path
) -> None:
    page = laptop_of(workshop, open_page)
    sheet = agenda(page)
    sheet.get_by_label("ชื่อแม่แบบ").fill("ทบทวนแบบของเรา")
    sheet.get_by_role("button", name="เก็บเป็นแม่แบบของสำนักงาน").click()
    expect(sheet.get_by_text("เก็บแม่แบบ ทบทวนแบบของเรา แล้ว")).to_be_visible()
    with page.expect_download() as waiting:
        sheet.get_by_role("button", name="บันทึกเป็นไฟล์ส่งให้คนอื่น").click()
    file = tmp_path / "template.json"
    waiting.value.save_as(file)
    told = json.loads(file.read_text(encoding="utf-8"))
    assert [board["title"]["th"] for board in told["boards"]] == list(TITLES)
    other = make_workshop()
    second = laptop_of(other, open_page)
    dialog = agenda(second)
    dialog.get_by_role("button", name="+ เพิ่มกระดาน").click()
    file.write_text(json.dumps(told | {"name": {"th": "แบบของเพื่อน", "en": "A friend"}}), encoding="utf-8")
    dialog.locator("input[type=file]").set_input_files(file)
    dialog.locator(".template").filter(has_text="แบบของเพื่อน").click()
    expect(dialog.locator("[data-step]")).to_have_count(6)
    file.write_text('{"format": "batkham-backup"}', encoding="utf-8")
    dialog.get_by_role("button", name="+ เพิ่มกระดาน").click()
    dialog.locator("input[type=file]").set_input_files(file)
    expect(dialog.get_by_text("ไฟล์นี้ไม่ใช่แม่แบบ")).to_be_visible()
    close_settings(second)


def test_the_remote_says_what_to_say_and_how_late_it_is_and_nobody_else_does(
    workshop: Workshop, open_page: OpenPage, phone: OpenPhone
) -> None:
    first, second, *_ = order(workshop)
    remote = phone(f"/w/{workshop.id}#key={workshop.key}")
    expect(remote.get_by_text("พูดว่า…")).to_be_visible()
    workshop.do("plan_board", board=first, minutes=0)
    workshop.do("start_phase", board=first, phase="write")
    workshop.do("plan_board", board=second, minutes=30)
    workshop.do("open_board", board=second)
    expect(remote.get_by_text("กระดาน 2/5")).to_be_visible()
    expect(remote.get_by_text("ตรงตามแผน")).to_be_visible()
    workshop.do("plan_board", board=first, minutes=20)
    expect(remote.get_by_text("เร็วกว่าแผน 20 นาที")).to_be_visible()
    assert axe(remote) == []
    remote.get_by_role("button", name="กลับไปกระดานก่อน").tap()
    expect(remote.get_by_text("กระดาน 1/5")).to_be_visible()
    for page in (laptop_of(workshop, open_page), open_page(workshop.link("wall"))):
        expect(page.get_by_text("พูดว่า…")).to_have_count(0)
        assert "ตามแผน" not in page.content()


def test_home_offers_four_templates_and_the_rest_in_a_list(workshop: Workshop, open_page: OpenPage) -> None:
    home = open_page("/", width=1280, height=900)
    group = home.get_by_role("group", name="แม่แบบ")
    expect(group.get_by_role("radio")).to_have_count(4)
    assert axe(home) == []
    group.get_by_text("4 ประเด็น").click()
    expect(home.get_by_text("เวทีนี้มี 5 กระดาน")).to_be_visible()
    group.get_by_label("แม่แบบอื่น").select_option(label="DAKI ตัดออก เพิ่ม คงไว้ ปรับปรุง")
    expect(home.get_by_role("textbox", name="คำถาม")).to_have_value("งานใดควรตัดออก เพิ่ม คงไว้ หรือปรับปรุง")
    home.get_by_role("button", name="จัดเวที", exact=True).click()
    home.wait_for_url("**/w/**")
    expect(home.locator("footer.bottom-bar")).to_be_visible()
