"""Groups and stacks made by mouse, finger and keys, while other people change the same board."""

from __future__ import annotations

import pytest
from a_board import Finger, Mouse, SortingBoard, card, column, expect_shown, middle, top_of
from a_server import until
from a_workshop import BOARD, Workshop
from accessible import axe
from conftest import OpenPage
from playwright.sync_api import Locator, Page, expect

CLOSE = ["ก หนึ่ง", "ก สอง", "ก สาม"]
IMPROVE = ["ข หนึ่ง", "ข สอง"]
OPEN = ["ค หนึ่ง"]


@pytest.fixture
def board(workshop: Workshop) -> SortingBoard:
    return SortingBoard(workshop, {"close": CLOSE, "improve": IMPROVE, "open": OPEN})


@pytest.fixture
def page(board: SortingBoard, open_page: OpenPage) -> Page:
    page = open_page(f"/w/{board.workshop.id}#key={board.workshop.key}", width=1366, height=768, has_touch=True)
    expect_shown(page, "improve", IMPROVE)
    return page


@pytest.fixture
def mouse(page: Page) -> Mouse:
    return Mouse(page)


def head(page: Page, name: str) -> Locator:
    return page.locator("[data-head]").filter(has_text=name)


def target(page: Page) -> Locator:
    return page.locator(".drop-onto")


def bar(page: Page) -> Locator:
    return page.get_by_role("toolbar", name="บัตรที่เลือก")


def test_a_card_dropped_on_the_middle_of_another_becomes_a_group_with_it(
    page: Page, board: SortingBoard, mouse: Mouse
) -> None:
    mouse.lift(card(page, "ก สอง"))
    mouse.over(*middle(card(page, "ข หนึ่ง")))
    expect(target(page)).to_have_text("รวมกลุ่ม")
    expect(mouse.line).to_be_hidden()
    mouse.drop()
    expect(head(page, "ยังไม่มีชื่อกลุ่ม")).to_have_attribute("aria-selected", "true")
    assert board.groups() == {"": ["ข หนึ่ง", "ก สอง"]}
    expect_shown(page, "improve", ["ข หนึ่ง", "ก สอง", "ข สอง"])


def test_the_edge_of_a_card_is_a_place_in_the_order_and_never_a_group(
    page: Page, board: SortingBoard, mouse: Mouse
) -> None:
    mouse.lift(card(page, "ก สอง"))
    mouse.over(*top_of(card(page, "ข สอง")))
    expect(mouse.line).to_be_visible()
    expect(target(page)).to_be_hidden()
    mouse.drop()
    expect_shown(page, "improve", ["ข หนึ่ง", "ก สอง", "ข สอง"])
    assert board.groups() == {}


def test_a_mis_drop_is_one_undo(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    mouse.lift(card(page, "ก สอง"))
    mouse.over(*middle(card(page, "ข หนึ่ง")))
    mouse.drop()
    expect(page.locator("[data-head]")).to_have_count(1)
    page.keyboard.press("z")
    expect(page.locator("[data-head]")).to_have_count(0)
    expect_shown(page, "close", CLOSE)
    expect_shown(page, "improve", IMPROVE)
    assert board.groups() == {}


def test_a_card_goes_into_a_group_by_its_head_and_to_a_place_among_its_cards(
    page: Page, board: SortingBoard, mouse: Mouse
) -> None:
    board.group("ของใหม่", "ข หนึ่ง", "ข สอง")
    mouse.lift(card(page, "ก หนึ่ง"))
    mouse.over(*middle(head(page, "ของใหม่")))
    expect(target(page)).to_have_text("ใส่กลุ่มนี้")
    mouse.drop()
    until(lambda: board.groups() == {"ของใหม่": ["ข หนึ่ง", "ข สอง", "ก หนึ่ง"]})
    expect_shown(page, "improve", ["ข หนึ่ง", "ข สอง", "ก หนึ่ง"])
    mouse.lift(card(page, "ก สอง"))
    mouse.over(*top_of(card(page, "ข สอง")))
    expect(mouse.line).to_be_visible()
    mouse.drop()
    until(lambda: board.groups() == {"ของใหม่": ["ข หนึ่ง", "ก สอง", "ข สอง", "ก หนึ่ง"]})


def test_a_card_is_dragged_out_of_its_group(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    board.group("ของใหม่", "ข หนึ่ง", "ข สอง")
    expect(head(page, "ของใหม่")).to_be_visible()
    mouse.lift(card(page, "ข หนึ่ง"))
    mouse.over(*top_of(card(page, "ค หนึ่ง")))
    mouse.drop()
    expect_shown(page, "open", ["ข หนึ่ง", "ค หนึ่ง"])
    assert board.groups() == {"ของใหม่": ["ข สอง"]}


def test_a_group_is_dragged_by_its_head_as_one(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    board.group("ของใหม่", "ข หนึ่ง", "ข สอง")
    mouse.lift(head(page, "ของใหม่"))
    expect(mouse.clone).to_contain_text("ของใหม่")
    mouse.over(*top_of(card(page, "ค หนึ่ง")))
    mouse.drop()
    expect_shown(page, "open", ["ข หนึ่ง", "ข สอง", "ค หนึ่ง"])
    expect_shown(page, "improve", [])
    assert board.groups() == {"ของใหม่": ["ข หนึ่ง", "ข สอง"]}


def test_a_group_dropped_on_the_head_of_another_is_merged_with_it(
    page: Page, board: SortingBoard, mouse: Mouse
) -> None:
    board.group("หนึ่งเดียว", "ก หนึ่ง", "ก สอง")
    board.group("ของใหม่", "ข หนึ่ง", "ข สอง")
    mouse.lift(head(page, "หนึ่งเดียว"))
    mouse.over(*middle(head(page, "ของใหม่")))
    expect(target(page)).to_have_text("รวมสองกลุ่ม")
    mouse.drop()
    until(lambda: board.groups() == {"ของใหม่": ["ข หนึ่ง", "ข สอง", "ก หนึ่ง", "ก สอง"]})


def test_somebody_elses_work_in_mid_drag_loses_and_doubles_nothing(
    page: Page, board: SortingBoard, mouse: Mouse
) -> None:
    board.group("ของใหม่", "ข หนึ่ง", "ข สอง")
    mouse.lift(card(page, "ก สอง"))
    mouse.over(*middle(head(page, "ของใหม่")))
    board.elsewhere("join_group", cards=[board.ids["ก หนึ่ง"]], group=board.ids["ของใหม่"])
    board.elsewhere("name_group", group=board.ids["ของใหม่"], label="ของใหม่กว่า")
    expect(head(page, "ของใหม่กว่า")).to_be_visible()
    mouse.over(*middle(head(page, "ของใหม่กว่า")))
    mouse.drop()
    until(lambda: board.groups() == {"ของใหม่กว่า": ["ข หนึ่ง", "ข สอง", "ก หนึ่ง", "ก สอง"]})


def test_a_group_dissolved_in_mid_drag_ends_the_drag(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    board.group("ของใหม่", "ข หนึ่ง", "ข สอง")
    mouse.lift(head(page, "ของใหม่"))
    board.elsewhere("dissolve_group", group=board.ids["ของใหม่"])
    expect(mouse.clone).to_have_count(0)
    mouse.drop()
    expect_shown(page, "improve", IMPROVE)


def test_selected_cards_become_a_group_by_one_button_and_get_a_name(page: Page, board: SortingBoard) -> None:
    card(page, "ก หนึ่ง").click()
    card(page, "ข สอง").click(modifiers=["Control"])
    bar(page).get_by_role("button", name="รวมกลุ่ม").click()
    bar(page).get_by_role("button", name="ตั้งชื่อกลุ่ม").click()
    expect(page.get_by_text("ตั้งชื่อให้คนนอกห้องอ่านแล้วเข้าใจ")).to_be_visible()
    page.get_by_role("textbox").fill("ลดรายงานซ้ำ")
    page.keyboard.press("Enter")
    expect(head(page, "ลดรายงานซ้ำ")).to_be_visible()
    assert board.groups() == {"ลดรายงานซ้ำ": ["ก หนึ่ง", "ข สอง"]}


def test_selected_cards_go_into_a_group_by_pressing_it(page: Page, board: SortingBoard) -> None:
    board.group("ของใหม่", "ข หนึ่ง", "ข สอง")
    card(page, "ก หนึ่ง").click()
    card(page, "ค หนึ่ง").click(modifiers=["Control"])
    page.get_by_role("button", name="ใส่กลุ่มนี้", include_hidden=True).click()
    until(lambda: board.groups() == {"ของใหม่": ["ข หนึ่ง", "ข สอง", "ก หนึ่ง", "ค หนึ่ง"]})


def test_everything_about_groups_goes_by_keys_alone(page: Page, board: SortingBoard) -> None:
    card(page, "ก หนึ่ง").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("g")
    expect(head(page, "ยังไม่มีชื่อกลุ่ม")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("n")
    page.get_by_role("textbox").fill("ด้วยแป้นพิมพ์")
    page.keyboard.press("Enter")
    expect(head(page, "ด้วยแป้นพิมพ์")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("2")
    expect(column(page, "improve").locator("[data-head]")).to_be_visible()
    assert board.groups() == {"ด้วยแป้นพิมพ์": ["ก หนึ่ง", "ก สอง"]}
    card(page, "ก สอง").focus()
    page.keyboard.press("Space")
    page.keyboard.press("u")
    until(lambda: board.groups() == {"ด้วยแป้นพิมพ์": ["ก หนึ่ง"]})


def test_the_card_being_read_says_the_same_as_one_on_the_board(page: Page, board: SortingBoard) -> None:
    waiting = board.add("รอ หนึ่ง", None)
    board.workshop.do("read_card", board=BOARD, card=waiting)
    expect(page.locator(".reading .paper")).to_contain_text("รอ หนึ่ง")
    card(page, "ข สอง").click()
    page.keyboard.press("g")
    until(lambda: board.groups() == {"": ["ข สอง", "รอ หนึ่ง"]})
    expect(page.locator(".reading .paper")).to_have_count(0)


def test_a_finger_groups_by_a_long_press_and_a_drop(page: Page, board: SortingBoard) -> None:
    finger = Finger(page)
    x, y = middle(card(page, "ก สอง"))
    finger.down(x, y)
    expect(page.locator(".drag-clone")).to_be_visible()
    to = middle(card(page, "ข หนึ่ง"))
    finger.move(*to)
    expect(target(page)).to_have_text("รวมกลุ่ม")
    finger.up()
    until(lambda: board.groups() == {"": ["ข หนึ่ง", "ก สอง"]})


def test_duplicates_are_stacked_seen_in_all_wordings_and_taken_apart(page: Page, board: SortingBoard) -> None:
    card(page, "ก หนึ่ง").click()
    card(page, "ก สอง").click(modifiers=["Control"])
    card(page, "ก สาม").click(modifiers=["Control"])
    page.keyboard.press("d")
    expect(card(page, "ก หนึ่ง").locator(".card-times")).to_have_text("×3")
    expect(column(page, "close").locator(".count")).to_have_text("3")
    expect_shown(page, "close", ["ก หนึ่ง"])
    page.keyboard.press("d")
    expect(page.get_by_role("dialog")).to_contain_text("ก สาม")
    page.get_by_role("button", name="แยกออก: ก สาม").click()
    expect(page.get_by_role("dialog").locator("li")).to_have_count(2)
    page.get_by_role("button", name="แยกทุกใบ").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect_shown(page, "close", ["ก หนึ่ง", "ก สอง", "ก สาม"])


def test_a_group_is_dissolved_from_the_menu_and_all_cards_stay(page: Page, board: SortingBoard) -> None:
    board.group("ของใหม่", "ข หนึ่ง", "ข สอง")
    head(page, "ของใหม่").click()
    bar(page).get_by_role("button", name="คำสั่งอื่น").click()
    page.get_by_role("menuitem", name="สลายกลุ่ม").click()
    expect(page.locator("[data-head]")).to_have_count(0)
    expect_shown(page, "improve", IMPROVE)


def test_the_selection_bar_covers_no_card(page: Page) -> None:
    card(page, "ก หนึ่ง").click()
    expect(bar(page)).to_be_visible()
    feet = "all => Math.max(...all.map(one => one.getBoundingClientRect().bottom))"
    top = "it => it.getBoundingClientRect().top"
    until(lambda: page.locator("[data-card]").evaluate_all(feet) <= bar(page).evaluate(top), "no card beneath the bar")


def test_what_cannot_be_undone_any_more_is_said_in_words(page: Page, board: SortingBoard) -> None:
    card(page, "ก หนึ่ง").click()
    card(page, "ก สอง").click(modifiers=["Control"])
    page.keyboard.press("g")
    expect(page.locator("[data-head]")).to_have_count(1)
    group = board.workshop.records("group")[0]["id"]
    board.elsewhere("name_group", group=group, label="ผู้ช่วยตั้ง")
    expect(head(page, "ผู้ช่วยตั้ง")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("z")
    expect(page.get_by_text("รวมกลุ่ม 2 ใบ: ย้อนกลับไม่ได้").last).to_be_visible()


def test_the_wall_the_phone_and_the_result_show_the_group(board: SortingBoard, page: Page, open_page: OpenPage) -> None:
    board.group("ของใหม่", "ข หนึ่ง", "ข สอง")
    board.workshop.do("stack_cards", cards=[board.ids["ก หนึ่ง"], board.ids["ก สอง"]])
    wall = open_page(board.workshop.link("wall"), width=1024, height=768)
    expect(wall.locator(".bundle")).to_contain_text("ของใหม่")
    expect(wall.locator(".bundle [data-card]")).to_have_count(2)
    expect(wall.locator(".card-times")).to_have_text("×2")
    board.workshop.phase("finished")
    result = open_page(board.workshop.link("result"), width=1024, height=768)
    expect(result.locator(".bundle")).to_contain_text("ของใหม่")
    expect(result.locator("main")).to_contain_text("ก สอง")


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1920, 1080)])
def test_groups_are_accessible_on_both_layouts(
    board: SortingBoard, open_page: OpenPage, width: int, height: int
) -> None:
    board.group("ของใหม่", "ข หนึ่ง", "ข สอง")
    board.group("ของเดิม", "ค หนึ่ง")
    board.workshop.do("stack_cards", cards=[board.ids["ก หนึ่ง"], board.ids["ก สอง"]])
    page = open_page(f"/w/{board.workshop.id}#key={board.workshop.key}", width=width, height=height)
    head(page, "ของใหม่").click()
    assert axe(page) == []
    page.keyboard.press("n")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert axe(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    expect(page.locator(".desk-card").first).to_be_visible()
    head(page, "ของใหม่").click()
    assert axe(page) == []
