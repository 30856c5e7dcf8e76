"""The whole day in real browsers: five boards under one code, from the first card to the frame and the report."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import docx
import pytest
from a_day import (
    BOARDS,
    FAILURES,
    FRAME,
    SUCCESSES,
    SUGGESTIONS,
    TITLES,
    Day,
    cards_are_shown_and_grouped,
    everybody_writes,
    open_next_board,
    topics,
)
from a_phone import PATIENT_MS, own
from a_room import COLUMNS, LAPTOP, come_in, next_step, on_all_pages, to_first_page
from a_server import Server, until
from a_workshop import MakeWorkshop, new_id
from conftest import OpenPage, OpenPhone
from docx.oxml.ns import qn
from playwright.sync_api import Locator, Page, expect
from watching import Watched

YEAR = 2570
BELOW_LABELS = {SUCCESSES: "การพัฒนาต่อยอด", FAILURES: "แนวทางแก้ไข"}
PAGES = re.compile(r"หน้า \d+/\d+")
CONCLUSION, OWNER = "ทำต่อและขยายไปอีกสองอำเภอ", "กลุ่มงานส่งเสริม"
REPAIR, STOP = "ทำทะเบียนกลางและติดตามทุกเดือน", "เลิกตั้งแต่ไตรมาสแรก"


@pytest.fixture
def day(make_workshop: MakeWorkshop, open_page: OpenPage, phone: OpenPhone) -> Day:
    """Everybody is in, one phone for a whole table."""
    workshop = make_workshop(title="ทบทวนงานสำนักงาน", templates=["four-topics"], question=None, fiscal_year=YEAR)
    workshop.do("set_tables", tables=2, mode="table", table_cards=10)
    laptop, scribe, wall = Watched(open_page("/", **LAPTOP)), Watched(phone("/")), Watched(open_page("/", **LAPTOP))
    for screen, path in (
        (laptop, f"/w/{workshop.id}#key={workshop.key}"),
        (scribe, workshop.link("co_facilitator", "คุณลิขิต")),
        (wall, workshop.link("wall")),
    ):
        screen.page.goto(workshop.server.url + path)
    phones = [come_in(phone, workshop.code) for _ in range(6)]
    phones[5].page.get_by_role("button", name="โต๊ะ 1", exact=True).tap()
    expect(phones[5].page.get_by_text("เครื่องนี้พิมพ์แทนทั้งโต๊ะ")).to_be_visible()
    next_step(laptop.page, "ลองส่งบัตร")
    return Day(workshop, laptop, scribe, wall, phones)


def test_a_whole_day(server: Server, day: Day) -> None:
    everybody_writes(day)
    cards_are_shown_and_grouped(day)
    the_room_adds_next_steps(day)
    the_scribe_writes_what_was_decided(day, {topic.name: CONCLUSION for topic in topics(day.board)})
    open_next_board(day)
    everybody_writes(day)
    cards_are_shown_and_grouped(day)
    the_room_adds_fixes(day)
    the_scribe_writes_what_was_decided(day, {topic.name: REPAIR for topic in topics(day.board)})
    failures_become_candidates_for_improving(day)
    open_next_board(day)
    everybody_writes(day)
    cards_are_shown_and_grouped(day)
    a_vote_is_opened(day)
    everybody_votes(day)
    the_vote_is_shown(day)
    open_next_board(day)
    everybody_writes(day)
    cards_are_shown_and_grouped(day)
    open_next_board(day)
    everybody_writes(day)
    cards_are_shown_and_grouped(day)
    a_vote_is_opened(day)
    the_server_dies_while_people_vote(server, day)
    the_vote_is_shown(day)
    what_is_closed_improved_and_opened_is_decided(day)
    the_wall_shows_what_the_file_holds(day)
    people_say_how_the_day_was(day)
    phones_say_what_became_of_their_cards(day)
    the_frame_is_shown(day)
    the_frame_is_confirmed_and_locked(day)
    until(lambda: all(screen.is_up_to_date(day.workshop) for screen in day.screens), "every screen to know it all")
    the_report_holds_it_all(day)


# Below a card


def the_room_adds_next_steps(day: Day) -> None:
    """From the laptop: the group is chosen, then a round is opened below it."""
    first, *others = topics(day.board)
    to_first_page(day.laptop)
    head(day.laptop, first.name).click()
    day.laptop.get_by_role("toolbar").get_by_role("button", name="คำสั่งอื่น").click()
    day.laptop.get_by_role("menuitem", name="ให้เขียนต่อจากใบนี้").click()
    phones_write_below(day, first.name, first.below)
    next_step(day.laptop, "จบรอบและแสดง")
    expect(day.wall.page.get_by_role("listitem").filter(has_text=first.below[0])).to_be_visible()
    day.laptop.keyboard.press("Escape")
    for topic in others:
        a_round_from_the_scribes_phone(day, topic.name, topic.below)


def the_room_adds_fixes(day: Day) -> None:
    for topic in topics(day.board):
        a_round_from_the_scribes_phone(day, topic.name, topic.below)


def a_round_from_the_scribes_phone(day: Day, name: str, texts: list[str]) -> None:
    put_on_the_wall(day, name)
    day.scribe.get_by_role("button", name="ให้เขียนต่อจากใบนี้").tap()
    phones_write_below(day, name, texts)
    next_step(day.scribe, "จบรอบและแสดง")
    expect(day.wall.page.get_by_role("listitem").filter(has_text=texts[0])).to_be_visible()


def phones_write_below(day: Day, name: str, texts: list[str]) -> None:
    """One by hand; not a word on any screen of the room before the round is over."""
    page = day.phones[1].page
    for screen in (page, day.wall.page):
        expect(screen.get_by_role("heading", name=BELOW_LABELS[day.board])).to_be_visible()
    expect(page.locator("section.below").get_by_text(name)).to_be_visible()
    page.get_by_label("ข้อความในบัตรย่อย").fill(texts[0])
    page.get_by_role("button", name="ส่งบัตรย่อย").tap()
    for number, text in enumerate(texts[1:]):
        day.workshop.do("send_child", day.token(2 + number % 4), new_id(), parent=day.ids[name], text=text)
    expect(day.wall.page.get_by_text(f"ได้รับแล้ว {len(texts)} ใบ")).to_be_visible()
    expect(day.wall.page.get_by_text(PAGES)).to_have_count(0)
    assert day.wall.met(texts) == []
    assert day.facilitator.met(texts) == []


# Deciding


def the_scribe_writes_what_was_decided(day: Day, conclusions: dict[str, str]) -> None:
    """One by hand on a phone, while the wall shows it; the others as quickly."""
    first, *others = conclusions
    put_on_the_wall(day, first)
    day.scribe.get_by_role("button", name="ข้อสรุป…").tap()
    dialog = day.scribe.get_by_role("dialog")
    dialog.get_by_label("ข้อสรุป", exact=True).fill(conclusions[first])
    expect(day.wall.page.locator(".decision")).to_contain_text(conclusions[first])
    expect(dialog.get_by_text("บันทึกแล้ว ✓")).to_be_visible()
    day.scribe.keyboard.press("Escape")
    for name in others:
        decide(day, name, conclusion=conclusions[name])
    day.scribe.get_by_role("button", name="ทั้งกระดาน").tap()


def decide(day: Day, name: str, **fields: str) -> None:
    token = str(day.remote.identity["token"])
    for field, value in fields.items():
        day.workshop.do("decide_item", token, item=day.ids[name], field=field, value=value)


def failures_become_candidates_for_improving(day: Day) -> None:
    """Everything the room keeps goes on to the last board of the day."""
    choose(day.laptop, "นำไปกระดานอื่น…")
    dialog = day.laptop.get_by_role("dialog", name="นำไปกระดานอื่น")
    dialog.get_by_label("กระดาน").select_option(TITLES[-1])
    expect(dialog.get_by_label("ช่อง").locator("option:checked")).to_have_text("ปรับปรุง")
    dialog.get_by_role("button", name="นำไป", exact=True).click()
    expect(dialog).to_have_count(0)


def decided_at_the_end() -> dict[str, str]:
    """One topic of each column, and one that was carried here, with what was concluded."""
    first = {topic.column: topic.name for topic in reversed(topics(FRAME))}
    carried = topics(FAILURES)[0].name
    return {first["close"]: STOP, carried: REPAIR, first["improve"]: "ปรับวิธีเตือน", first["open"]: "เริ่มหนึ่งช่อง"}


def what_is_closed_improved_and_opened_is_decided(day: Day) -> None:
    """The first on the laptop, where the room watches."""
    (first, conclusion), *others = decided_at_the_end().items()
    head(day.laptop, first).click()
    day.laptop.keyboard.press("c")
    day.laptop.get_by_label("ข้อสรุป", exact=True).fill(conclusion)
    day.laptop.get_by_label("ผู้รับผิดชอบ").fill(OWNER)
    day.laptop.get_by_label("กำหนดแล้วเสร็จ").select_option(label=f"ไตรมาส 1/{YEAR}")
    expect(day.wall.page.locator(".decision")).to_contain_text("ไตรมาส 1")
    expect(day.laptop.get_by_text("บันทึกแล้ว ✓")).to_be_visible()
    day.laptop.get_by_role("button", name="เสร็จ", exact=True).click()
    for name, told in others:
        decide(day, name, conclusion=told, owner=OWNER, due=f"{YEAR}-Q2")


# Voting


def a_vote_is_opened(day: Day) -> None:
    choose(day.laptop, "ลงคะแนน…")
    day.laptop.get_by_role("button", name="เริ่มลงคะแนน").click()
    expect(day.wall.page.get_by_text("ลงคะแนนแล้ว 0/6 คน")).to_be_visible()


def everybody_votes(day: Day) -> None:
    """Two by hand, the others by what phones send: all for the first topic, two for the last."""
    first, last = topics(day.board)[0].name, topics(day.board)[-1].name
    look_at_the_cards_and_come_back(day.phones[1].page)
    for one in day.phones[:2]:
        give(one.page, first)
        give(one.page, last)
        one.page.get_by_role("button", name="ส่งคะแนน", exact=True).tap()
        expect(one.page.get_by_text("ส่งคะแนนแล้ว ✓")).to_be_visible()
    for number in range(2, 6):
        marks = {day.ids[first]: 1}
        day.workshop.do("cast_ballot", day.token(number), vote=day.vote()["id"], marks=marks)
    expect(day.wall.page.get_by_text("ลงคะแนนแล้ว 6/6 คน")).to_be_visible()


def look_at_the_cards_and_come_back(page: Page) -> None:
    """What is asked stands first; it is still there after reading."""
    expect(page.get_by_role("heading", level=1)).to_have_text("ลงคะแนน")
    page.get_by_role("button", name="อ่านบัตรที่แสดง").tap()
    page.locator("dialog.reader").get_by_role("button", name="กลับ").tap()


def the_server_dies_while_people_vote(server: Server, day: Day) -> None:
    first, last = topics(day.board)[0].name, topics(day.board)[-1].name
    vote, waiting = day.vote()["id"], day.phones[0].page
    for number in range(1, 6):
        day.workshop.do("cast_ballot", day.token(number), vote=vote, marks={day.ids[first]: 1})
    give(waiting, first)
    give(waiting, last)
    server.kill()
    waiting.get_by_role("button", name="ส่งคะแนน", exact=True).tap()
    expect(waiting.get_by_text("รอส่งคะแนน")).to_be_visible()
    server.start()
    expect(waiting.get_by_text("ส่งคะแนนแล้ว ✓")).to_be_visible(timeout=PATIENT_MS)
    expect(day.wall.page.get_by_text("ลงคะแนนแล้ว 6/6 คน")).to_be_visible(timeout=PATIENT_MS)


def give(page: Page, name: str) -> None:
    page.get_by_role("button", name=f"เพิ่มคะแนน {name}", exact=True).tap()


def the_vote_is_shown(day: Day) -> None:
    """With the raised hands of those without a phone beside it; no number stood anywhere before."""
    first, last = topics(day.board)[0].name, topics(day.board)[-1].name
    choose(day.laptop, "นับยกมือ…")
    dialog = day.laptop.get_by_role("dialog")
    dialog.get_by_role("button", name=f"เพิ่ม {last}", exact=True).click()
    expect(dialog.get_by_role("group", name=last, exact=True).locator("output")).to_have_text("1")
    day.laptop.keyboard.press("Escape")
    assert "tallies" not in day.vote()
    next_step(day.laptop, "จบการลงคะแนน")
    next_step(day.laptop, "แสดงผล")
    for screen in (day.laptop, day.wall.page):
        expect(screen.get_by_role("listitem").filter(has_text=first)).to_contain_text("6 คะแนน")
        expect(screen.get_by_role("listitem").filter(has_text=last)).to_contain_text("ยกมือ 1")
    next_step(day.laptop, "กลับไปกระดาน")


# The end of the day


def the_wall_shows_what_the_file_holds(day: Day) -> None:
    rows = [row for row in table_of(day) if row["กระดาน"] == TITLES[-1]]
    on_wall, on_laptop = on_all_pages(day)
    assert on_wall == on_laptop == {name: texts_in(rows, words) for name, words in COLUMNS.items()}


def texts_in(rows: list[dict[str, str]], column: str) -> list[str]:
    return [row["ข้อความ"] for row in rows if row["ช่อง"] == column]


def people_say_how_the_day_was(day: Day) -> None:
    next_step(day.laptop, "จบกระดาน")
    choose(day.laptop, "ถามท้ายวัน (1–5)")
    page = day.phones[3].page
    page.get_by_text("5 ดีมาก").tap()
    page.get_by_label("อยากบอกอะไรสั้น ๆ (ไม่เขียนก็ได้)").fill("ได้พูดทุกคน")
    page.get_by_role("button", name="ส่งคำตอบ").tap()
    for number in (0, 1, 2, 4, 5):
        day.workshop.do("check_out", day.token(number), mood=4)
    expect(day.wall.page.get_by_text("ตอบแล้ว 6/6 คน")).to_be_visible()
    next_step(day.laptop, "แสดงคำตอบ")
    expect(day.wall.page.get_by_text("ได้พูดทุกคน")).to_be_visible()
    next_step(day.laptop, "กลับไปกระดาน")


def phones_say_what_became_of_their_cards(day: Day) -> None:
    """To the writer alone: the group, and what was concluded."""
    mine = topics(FRAME)[0]
    expect(own(day.phones[0].page, mine.texts[0])).to_contain_text(f"ข้อสรุป: {STOP}")


def the_frame_is_shown(day: Day) -> None:
    next_step(day.laptop, "กรอบการขับเคลื่อนงาน")
    for screen in (day.laptop, day.wall.page):
        expect(screen.get_by_role("heading", name=f"กรอบการขับเคลื่อนงาน ปีงบประมาณ พ.ศ. {YEAR}")).to_be_visible()
        expect(screen.locator(".frame [data-item]")).to_have_count(4)


def the_frame_is_confirmed_and_locked(day: Day) -> None:
    next_step(day.laptop, "ยืนยันกรอบและล็อก")
    dialog = day.laptop.get_by_role("dialog", name="ยืนยันกรอบและล็อก")
    dialog.get_by_role("button", name="ยืนยันกรอบและล็อก…").click()
    dialog.get_by_role("button", name="ยืนยัน: ยืนยันกรอบและล็อก").click()
    for screen in (day.laptop, day.wall.page):
        expect(screen.get_by_role("heading", name="ขอบคุณทุกความคิด")).to_be_visible()


def the_report_holds_it_all(day: Day) -> None:
    lines = report_of(day)
    frame = part(lines, f"กรอบการขับเคลื่อนงาน ปีงบประมาณ พ.ศ. {YEAR}", "1. ความเป็นมา")
    # What the last board decided stands first.
    assert frame[4].endswith("ปิด (1 เรื่อง)")
    for name in decided_at_the_end():
        assert frame[frame.index(name) + 1] == OWNER
    results = part(lines, "6. ผลการระดมความคิด", "7. ผลการลงคะแนน")
    headings = [f"6.{number} {title}" for number, title in enumerate(TITLES, 1)]
    for board, heading, after in zip(BOARDS, headings, [*headings[1:], None], strict=True):
        findings_and_what_follows(part(results, heading, after), board)
    votes = part(lines, "7. ผลการลงคะแนน", "8. ข้อสรุปและแผนการดำเนินงาน")
    for board in (SUGGESTIONS, FRAME):
        first, *_, last = (topic.name for topic in topics(board))
        assert votes[votes.index(first) + 2] == "6"
        assert votes[votes.index(last) + 3] == "1"
    plan = part(lines, "8. ข้อสรุปและแผนการดำเนินงาน", "9. ปัญหา อุปสรรค และข้อเสนอแนะ")
    assert [plan.count(f"ข้อสรุป: {words}") for words in (CONCLUSION, REPAIR)] == [3, 4]
    assert "– ได้พูดทุกคน" in lines


def findings_and_what_follows(lines: list[str], board: str) -> None:
    """Each finding with its cards under its name, and then what follows from it."""
    for topic in topics(board):
        assert set(topic.texts) <= set(lines)
        if label := BELOW_LABELS.get(board):
            # Each row is a number, words, and a count.
            rows = lines[lines.index(topic.name) + 3 :: 3]
            count = len(topic.texts)
            assert rows[:count] == topic.texts
            assert set(rows[count : count + len(topic.below)]) == {f"{label}: {text}" for text in topic.below}


def part(lines: list[str], after: str, before: str | None) -> list[str]:
    begun = lines[lines.index(after) :]
    return begun if before is None else begun[: begun.index(before)]


# What is done in several places


def head(laptop: Page, name: str) -> Locator:
    return laptop.locator("[role=option]").filter(has_text=name).first


def choose(page: Page, says: str) -> None:
    page.get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    page.get_by_role("menuitem", name=says).click()


def put_on_the_wall(day: Day, name: str) -> None:
    day.scribe.get_by_label("เลือกกลุ่มบัตร…").select_option(day.ids[name])
    expect(day.wall.page.get_by_text(name).first).to_be_visible()
    # What the scribe does next is about what their own phone was told of last.
    until(lambda: focus_on(day.remote, day.board) == {"group": day.ids[name]}, f"the scribe's phone to know of {name}")


def focus_on(screen: Watched, board: str) -> object:
    screen.page.evaluate("() => new Promise(requestAnimationFrame)")
    return screen.knows().records[f"spotlight:{board}"].get("focus")


def table_of(day: Day) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(saved(day, "CSV แถวละบัตร").decode("utf-8-sig"))))


def report_of(day: Day) -> list[str]:
    document: Any = docx.Document(io.BytesIO(saved(day, "Word")))
    return [docx.text.paragraph.Paragraph(one, document).text for one in document.element.body.iter(qn("w:p"))]


def saved(day: Day, format_: str) -> bytes:
    choose(day.laptop, "ส่งออก")
    dialog = day.laptop.get_by_role("dialog", name="ส่งออก")
    dialog.get_by_text("รูปแบบอื่น").click()
    with day.laptop.expect_download() as coming:
        dialog.get_by_role("button", name=format_, exact=True).click()
    day.laptop.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    return coming.value.path().read_bytes()
