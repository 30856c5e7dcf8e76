"""The facilitator's desk on a second screen: every card, shown or not, to search, to sort and to take in."""

from __future__ import annotations

import pytest
from a_board import Mouse, card, column, expect_shown, middle
from a_server import until, until_none
from a_workshop import BOARD, Workshop
from accessible import axe
from conftest import OpenPage
from playwright.sync_api import Locator, Page, expect

WRITTEN = {"ยกเลิกรายงานซ้ำ": "close", "ประชุม ๒ ชั่วโมงพอ": "improve", "สอนขายออนไลน์": "open", "ไม่มีช่อง": None}
NEXT_STEP = {
    "th": {
        "join": "ลองส่งบัตร",
        "write": "หยุดรับบัตร",
        "stopped": "แสดงบัตร",
        "show": "เริ่มจัดช่อง",
        "sort": "จบกระดาน",
        "finished": "ล็อกกระดาน",
    },
    "en": {"write": "Stop intake", "show": "Start sorting", "finished": "Lock the board"},
}


@pytest.fixture
def cards(workshop: Workshop) -> dict[str, str]:
    """The ids of four cards that nobody has been shown yet."""
    workshop.phase("write")
    return {text: workshop.send(workshop.join(), text, proposed) for text, proposed in WRITTEN.items()}


@pytest.fixture
def desk(workshop: Workshop, cards: dict[str, str], open_page: OpenPage) -> Page:
    page = open_page(f"/w/{workshop.id}#key={workshop.key}", width=1366, height=768, has_touch=True)
    expect(page.get_by_role("heading", name=workshop.title)).to_be_visible()
    page.keyboard.press("f")
    expect(inbox(page).locator("[data-card]")).to_have_count(len(cards))
    return page


def inbox(page: Page) -> Locator:
    return page.locator('section[data-column=""]')


def held(workshop: Workshop, column: str | None) -> list[str]:
    """The texts of a place on the server, in order; cards that lie beside the board are in none."""
    cards = [card for card in workshop.records("card") if not card["parked"] and not card["late"]]
    here = [card for card in cards if card["column"] == column]
    return [card["text"] for card in sorted(here, key=lambda card: (card["rank"], card["id"]))]


def test_a_card_nobody_has_seen_is_marked_and_the_page_warns_against_projecting_it(
    desk: Page, workshop: Workshop
) -> None:
    expect(desk.get_by_text("อย่าฉายขึ้นจอ")).to_be_visible()
    expect(card(desk, "ไม่มีช่อง").get_by_text("ยังไม่แสดง")).to_be_visible()
    workshop.phase("stopped", "show")
    expect(card(desk, "ไม่มีช่อง")).to_be_visible()
    expect(desk.get_by_text("ยังไม่แสดง", exact=True)).to_have_count(0)


def test_leaving_the_desk_takes_every_unshown_word_off_the_page(desk: Page, cards: dict[str, str]) -> None:
    desk.keyboard.press("f")
    expect(desk.get_by_text("อย่าฉายขึ้นจอ")).to_have_count(0)
    for text in cards:
        expect(desk.get_by_text(text)).to_have_count(0)
    desk.keyboard.press("f")
    expect(inbox(desk).locator("[data-card]")).to_have_count(len(cards))


def test_a_card_is_dragged_to_a_column_before_it_is_shown(desk: Page, workshop: Workshop) -> None:
    mouse = Mouse(desk)
    mouse.lift(card(desk, "สอนขายออนไลน์"))
    mouse.over(*middle(column(desk, "open")))
    mouse.drop()
    expect_shown(desk, "open", ["สอนขายออนไลน์"])
    until(lambda: held(workshop, "open") == ["สอนขายออนไลน์"])


def test_the_menu_moves_all_picked_cards_at_once(desk: Page, workshop: Workshop) -> None:
    first, second = inbox(desk).locator(".text").all_text_contents()[:2]
    card(desk, first).click()
    card(desk, second).click(modifiers=["Control"])
    expect(desk.get_by_text("เลือก 2 ใบ")).to_be_visible()
    desk.get_by_role("button", name="ย้ายไป…").click()
    desk.get_by_role("menuitem", name="ปรับปรุง").click()
    expect_shown(desk, "improve", [first, second])
    until(lambda: held(workshop, "improve") == [first, second])


def test_shift_picks_everything_between_and_escape_lets_go(desk: Page) -> None:
    texts = inbox(desk).locator(".text").all_text_contents()
    card(desk, texts[0]).click()
    card(desk, texts[2]).click(modifiers=["Shift"])
    expect(desk.locator("[aria-selected=true]")).to_have_count(3)
    desk.keyboard.press("Escape")
    expect(desk.locator("[aria-selected=true]")).to_have_count(0)


def test_number_keys_sort_one_card_after_the_other(desk: Page, workshop: Workshop) -> None:
    texts = inbox(desk).locator(".text").all_text_contents()
    card(desk, texts[0]).click()
    desk.keyboard.press("1")
    expect_shown(desk, "close", [texts[0]])
    expect(card(desk, texts[1])).to_be_focused()
    desk.keyboard.press("3")
    expect_shown(desk, "open", [texts[1]])
    expect(card(desk, texts[2])).to_be_focused()
    until(lambda: held(workshop, None) == texts[2:])


def test_arrow_keys_walk_and_with_shift_pick_several(desk: Page, workshop: Workshop) -> None:
    texts = inbox(desk).locator(".text").all_text_contents()
    card(desk, texts[0]).click()
    desk.keyboard.press("ArrowDown")
    expect(card(desk, texts[1])).to_be_focused()
    desk.keyboard.press("Shift+ArrowDown")
    expect(desk.locator("[aria-selected=true]")).to_have_count(2)
    desk.keyboard.press("2")
    expect_shown(desk, "improve", texts[1:3])


def test_a_search_finds_without_tone_marks_and_with_either_digits(desk: Page) -> None:
    desk.keyboard.press("/")
    desk.keyboard.type("ประชุม 2 ชัวโมง")
    expect(desk.locator("[data-card] .text")).to_have_text(["ประชุม ๒ ชั่วโมงพอ"])
    expect(desk.get_by_text("พบ 1 ใบ")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.locator("[data-card]")).to_have_count(len(WRITTEN))


def test_a_parked_card_is_hidden_from_the_room_and_brought_back(
    desk: Page, workshop: Workshop, cards: dict[str, str]
) -> None:
    workshop.phase("stopped", "show")
    card(desk, "ไม่มีช่อง").click()
    desk.keyboard.press("p")
    parked = desk.locator("details").filter(has=desk.get_by_role("heading", name="พักบัตรไว้"))
    parked.locator("summary").click()
    expect(parked.get_by_text("ไม่มีช่อง")).to_be_visible()
    assert "ไม่มีช่อง" not in str(workshop.snapshot("facilitator"))
    parked.get_by_role("button", name="นำกลับ: ไม่มีช่อง").click()
    expect(card(desk, "ไม่มีช่อง")).to_be_visible()
    until(lambda: "ไม่มีช่อง" in str(workshop.snapshot("facilitator")))


def test_late_cards_are_taken_in_one_by_one_or_all(desk: Page, workshop: Workshop) -> None:
    people = [workshop.join() for _ in range(3)]
    workshop.phase("stopped", "show")
    for number, token in enumerate(people):
        workshop.send(token, f"มาช้าใบที่ {number}")
    late = desk.locator("details").filter(has=desk.get_by_role("heading", name="บัตรมาช้า"))
    late.get_by_role("button", name="รับ: มาช้าใบที่ 1").click()
    expect(card(desk, "มาช้าใบที่ 1")).to_be_visible()
    late.get_by_role("button", name="รับทั้งหมด 2 ใบ").click()
    expect(late).to_have_count(0)
    expect(inbox(desk).locator("[data-card]")).to_have_count(len(WRITTEN) + 3)


def test_all_cards_go_where_their_writers_proposed_and_that_is_undone_by_name(desk: Page, workshop: Workshop) -> None:
    workshop.phase("stopped", "show")
    desk.get_by_role("button", name="วางทุกใบตามที่เสนอ").click()
    expect_shown(desk, "improve", ["ประชุม ๒ ชั่วโมงพอ"])
    expect(inbox(desk).locator(".text")).to_have_text(["ไม่มีช่อง"])
    desk.get_by_role("button", name="ย้อนกลับ: วางตามที่เสนอ 3 ใบ").click()
    expect(inbox(desk).locator("[data-card]")).to_have_count(len(WRITTEN))
    desk.get_by_role("button", name="ทำซ้ำ: วางตามที่เสนอ 3 ใบ").click()
    expect(inbox(desk).locator("[data-card]")).to_have_count(1)


def test_a_typo_is_fixed_and_the_writers_own_words_are_kept(
    desk: Page, workshop: Workshop, cards: dict[str, str]
) -> None:
    card(desk, "ไม่มีช่อง").click()
    desk.keyboard.press("e")
    expect(desk.get_by_role("dialog").get_by_text("ไม่มีช่อง")).to_be_visible()
    desk.get_by_role("dialog").get_by_role("textbox").fill("ยังไม่มีช่อง")
    desk.get_by_role("button", name="บันทึก").click()
    expect(card(desk, "ยังไม่มีช่อง").get_by_text("แก้คำแล้ว")).to_be_visible()
    fixed = next(one for one in workshop.records("card") if one["id"] == cards["ไม่มีช่อง"])
    assert (fixed["text"], fixed["original"]) == ("ยังไม่มีช่อง", "ไม่มีช่อง")


def test_a_card_for_somebody_without_a_phone_is_marked_as_typed_here(desk: Page) -> None:
    desk.get_by_role("button", name="เพิ่มบัตร").click()
    desk.get_by_role("dialog").get_by_role("textbox").fill("จากกระดาษ")
    desk.get_by_role("dialog").get_by_role("button", name="เพิ่มบัตร").click()
    expect(card(desk, "จากกระดาษ").get_by_text("วิทยากรพิมพ์")).to_be_visible()


def test_a_move_by_somebody_else_touches_that_card_only(desk: Page, workshop: Workshop, cards: dict[str, str]) -> None:
    desk.evaluate(
        """() => {
            window.touched = [];
            const name = node => node.dataset?.card ?? null;
            new MutationObserver(seen => {
                for (const { addedNodes, removedNodes } of seen)
                    touched.push(...[...addedNodes, ...removedNodes].map(name).filter(Boolean));
            }).observe(document.querySelector('main'), { childList: true, subtree: true });
        }"""
    )
    workshop.do("move_cards", cards=[cards["ไม่มีช่อง"]], column="close", before=None)
    expect_shown(desk, "close", ["ไม่มีช่อง"])
    assert set(desk.evaluate("touched")) == {cards["ไม่มีช่อง"]}


@pytest.mark.parametrize("language", ["th", "en"])
def test_everybody_can_use_the_desk_in_every_phase(
    workshop: Workshop, cards: dict[str, str], open_page: OpenPage, language: str
) -> None:
    workshop.do("park_cards", cards=[cards["สอนขายออนไลน์"]])
    page = open_page("/", width=1024, height=768, reduced_motion="reduce")
    page.evaluate("language => localStorage.setItem('batkham:language', language)", language)
    page.goto(f"{workshop.server.url}/w/{workshop.id}#key={workshop.key}")
    expect(page.get_by_role("heading", name=workshop.title)).to_be_visible()
    page.keyboard.press("f")
    expect(page.locator("[data-card]").first).to_be_visible()
    for phase, following in NEXT_STEP[language].items():
        workshop.phase(phase)
        expect(page.locator("footer").get_by_role("button", name=following)).to_be_visible()
        assert axe(page) == [], phase
        until_none(lambda: too_small(page), phase)


def too_small(page: Page) -> list[str]:
    """What a finger would miss."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('button, summary, select, input[type=search], [role=option]')]
            .map(it => [it, it.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
            .map(([it]) => it.outerHTML.slice(0, 120))"""
    )
    return found


def test_offline_the_desk_keeps_its_cards_and_is_not_left(desk: Page, cards: dict[str, str]) -> None:
    desk.context.set_offline(True)
    expect(desk.get_by_text("กระดานยังอยู่ครบ")).to_be_visible()
    desk.keyboard.press("f")
    expect(desk.get_by_role("group", name="ยังกลับหน้าฉายไม่ได้")).to_be_visible()
    expect(inbox(desk).locator("[data-card]")).to_have_count(len(cards))
    desk.context.set_offline(False)
    expect(desk.get_by_text("กระดานยังอยู่ครบ")).to_have_count(0)


def test_the_limit_for_everybody_is_raised_with_one_press(desk: Page, workshop: Workshop) -> None:
    desk.locator("header").get_by_role("button", name="คำสั่งเพิ่มเติม").click()
    desk.get_by_role("menuitem", name="ตั้งค่า").click()
    desk.get_by_role("button", name="คำถามและจำนวนบัตร").click()
    desk.get_by_role("button", name="เพิ่มให้ทุกคนอีก 1 ใบ").click()
    expect(desk.get_by_role("dialog").get_by_text("ทุกคนเขียนได้ 4 ใบแล้ว")).to_be_visible()
    assert workshop.records("board")[0]["id"] == BOARD
    assert workshop.records("board")[0]["cards_each"] == 4
