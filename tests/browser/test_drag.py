"""Cards dragged by mouse and finger while other people change the same board."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from a_board import Finger, Mouse, SortingBoard, card, column, expect_shown, middle, shown, top_of
from a_server import until
from a_workshop import BOARD, Workshop
from conftest import OpenPage
from playwright.sync_api import Page, WebSocketRoute, expect

CLOSE = ["ก หนึ่ง", "ก สอง", "ก สาม"]
IMPROVE = ["ข หนึ่ง", "ข สอง"]


@pytest.fixture
def board(workshop: Workshop) -> SortingBoard:
    return SortingBoard(workshop, {"close": CLOSE, "improve": IMPROVE})


@pytest.fixture
def page(board: SortingBoard, open_page: OpenPage) -> Page:
    page = open_page(f"/w/{board.workshop.id}#key={board.workshop.key}", width=1366, height=768, has_touch=True)
    expect_shown(page, "improve", IMPROVE)
    return page


@pytest.fixture
def mouse(page: Page) -> Mouse:
    return Mouse(page)


def hold_over_second_of_improve(page: Page, mouse: Mouse, what: str = "ก สอง") -> None:
    mouse.lift(card(page, what))
    mouse.over(*top_of(card(page, "ข สอง")))
    expect(mouse.line).to_be_visible()


def test_a_card_is_dropped_between_two_others(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    hold_over_second_of_improve(page, mouse)
    mouse.drop()
    expect_shown(page, "improve", ["ข หนึ่ง", "ก สอง", "ข สอง"])
    expect_shown(page, "close", ["ก หนึ่ง", "ก สาม"])
    assert board.held("improve") == ["ข หนึ่ง", "ก สอง", "ข สอง"]
    expect(mouse.clone).to_have_count(0)
    expect(mouse.line).to_have_count(0)


def test_a_card_is_dropped_into_an_empty_column_and_then_picked_up_again(
    page: Page, board: SortingBoard, mouse: Mouse
) -> None:
    mouse.lift(card(page, "ก สอง"))
    mouse.over(*middle(column(page, "open")))
    mouse.drop()
    expect_shown(page, "open", ["ก สอง"])
    mouse.lift(card(page, "ก สอง"))
    mouse.over(*top_of(card(page, "ก หนึ่ง")))
    mouse.drop()
    expect_shown(page, "close", ["ก สอง", "ก หนึ่ง", "ก สาม"])
    until(lambda: board.held("close") == ["ก สอง", "ก หนึ่ง", "ก สาม"])


def test_cards_added_meanwhile_leave_the_drop_where_it_was_aimed(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    hold_over_second_of_improve(page, mouse)
    for text in ("ข สาม", "ข สี่", "ข ห้า"):
        board.elsewhere("add_card", board=BOARD, text=text, column="improve")
    expect(column(page, "improve").locator(".count")).to_have_text("5")
    mouse.drop()
    until(lambda: "ก สอง" in board.held("improve"))
    assert board.held("improve") == ["ข หนึ่ง", "ก สอง", "ข สอง", "ข สาม", "ข สี่", "ข ห้า"]
    assert board.held("close") == ["ก หนึ่ง", "ก สาม"]


def test_a_card_corrected_meanwhile_is_dropped_with_its_new_words(
    page: Page, board: SortingBoard, mouse: Mouse
) -> None:
    hold_over_second_of_improve(page, mouse)
    board.elsewhere("fix_card", card=board.ids["ก สอง"], text="ก สอง แก้แล้ว")
    expect(mouse.clone).to_contain_text("ก สอง แก้แล้ว")
    mouse.drop()
    expect_shown(page, "improve", ["ข หนึ่ง", "ก สอง แก้แล้ว", "ข สอง"])
    assert board.held("improve") == ["ข หนึ่ง", "ก สอง แก้แล้ว", "ข สอง"]


def test_another_card_moved_meanwhile_stays_where_it_was_put(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    hold_over_second_of_improve(page, mouse)
    board.elsewhere("move_cards", cards=[board.ids["ข หนึ่ง"]], column="open")
    expect_shown(page, "open", ["ข หนึ่ง"])
    mouse.over(*top_of(card(page, "ข สอง")))
    mouse.drop()
    expect_shown(page, "improve", ["ก สอง", "ข สอง"])
    assert board.held("open") == ["ข หนึ่ง"]


def test_when_somebody_else_moves_the_dragged_card_our_drop_wins(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    hold_over_second_of_improve(page, mouse)
    board.elsewhere("move_cards", cards=[board.ids["ก สอง"]], column="open")
    expect_shown(page, "open", ["ก สอง"])
    mouse.drop()
    expect_shown(page, "improve", ["ข หนึ่ง", "ก สอง", "ข สอง"])
    expect_shown(page, "open", [])
    assert board.held("open") == []


def test_a_whole_new_snapshot_meanwhile_doubles_nothing(board: SortingBoard, open_page: OpenPage) -> None:
    lines: list[Line] = []
    page = open_page("/", width=1366, height=768)
    page.route_web_socket("**/socket.io/**", lambda ws: lines.append(Line(ws)))
    page.goto(f"{board.workshop.server.url}/w/{board.workshop.id}#key={board.workshop.key}")
    expect_shown(page, "improve", IMPROVE)
    mouse = Mouse(page)
    hold_over_second_of_improve(page, mouse)
    lines[-1].greet(board.workshop.snapshot("facilitator"))
    mouse.over(*top_of(card(page, "ข สอง")))
    mouse.drop()
    expect_shown(page, "improve", ["ข หนึ่ง", "ก สอง", "ข สอง"])
    expect_shown(page, "close", ["ก หนึ่ง", "ก สาม"])
    assert board.held("improve") == ["ข หนึ่ง", "ก สอง", "ข สอง"]


class Line:
    """The page's socket, into which a test may put a frame as the server would."""

    def __init__(self, ws: WebSocketRoute) -> None:
        self._ws = ws
        self._server = ws.connect_to_server()

    def greet(self, hello: dict[str, Any]) -> None:
        assert "snapshot" in hello
        self._ws.send("42" + json.dumps(["hello", hello]))


def test_the_drag_ends_when_the_card_is_taken_away(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    hold_over_second_of_improve(page, mouse)
    board.elsewhere("park_cards", cards=[board.ids["ก สอง"]])
    expect(mouse.clone).to_have_count(0)
    mouse.drop()
    expect_shown(page, "close", ["ก หนึ่ง", "ก สาม"])
    expect_shown(page, "improve", IMPROVE)
    mouse.lift(card(page, "ก สาม"))
    mouse.over(*top_of(card(page, "ข หนึ่ง")))
    mouse.drop()
    expect_shown(page, "improve", ["ก สาม", *IMPROVE])
    assert board.held("close") == ["ก หนึ่ง"]


def test_escape_puts_the_card_back(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    hold_over_second_of_improve(page, mouse)
    page.keyboard.press("Escape")
    expect(mouse.clone).to_have_count(0)
    mouse.drop()
    expect_shown(page, "close", CLOSE)
    assert board.held("improve") == IMPROVE


def test_a_drop_outside_every_column_changes_nothing(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    mouse.lift(card(page, "ก สอง"))
    mouse.over(*middle(page.locator("footer")))
    mouse.drop()
    expect(mouse.clone).to_have_count(0)
    assert board.held("close") == CLOSE


def test_several_selected_cards_go_together_in_their_order(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    card(page, "ก สาม").click()
    card(page, "ก หนึ่ง").click(modifiers=["ControlOrMeta"])
    mouse.lift(card(page, "ก สาม"))
    expect(page.locator(".drag-count")).to_have_text("2")
    mouse.over(*top_of(card(page, "ข สอง")))
    mouse.drop()
    expect_shown(page, "improve", ["ข หนึ่ง", "ก หนึ่ง", "ก สาม", "ข สอง"])
    assert board.held("close") == ["ก สอง"]


def test_one_of_several_taken_away_meanwhile_stays_away(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    card(page, "ก สาม").click()
    card(page, "ก หนึ่ง").click(modifiers=["ControlOrMeta"])
    hold_over_second_of_improve(page, mouse, "ก สาม")
    board.elsewhere("park_cards", cards=[board.ids["ก หนึ่ง"]])
    expect(page.locator(".drag-count")).to_be_hidden()
    mouse.drop()
    expect_shown(page, "improve", ["ข หนึ่ง", "ก สาม", "ข สอง"])
    assert board.held("close") == ["ก สอง"]


def test_a_card_held_over_the_page_button_turns_the_page(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    for number in range(12):
        board.elsewhere("add_card", board=BOARD, text=f"ข ต่อ {number}", column="improve")
    page.keyboard.press("PageUp")
    expect_shown(page, "close", CLOSE)
    mouse.lift(card(page, "ก สอง"))
    mouse.over(*middle(page.get_by_role("button", name="หน้าถัดไป")))
    # As long as it is held there the pages go on turning.
    expect(page.get_by_text(re.compile("หน้า [2-9]/"))).to_be_visible()
    mouse.over(*middle(column(page, "improve").locator("h2, h3").first))
    behind = shown(page, "improve")[0]
    mouse.over(*top_of(card(page, behind)))
    mouse.drop()
    until(lambda: "ก สอง" in board.held("improve"))
    held = board.held("improve")
    assert held[held.index("ก สอง") + 1] == behind


def test_a_click_is_no_drag(page: Page, mouse: Mouse, board: SortingBoard) -> None:
    card(page, "ก สอง").click()
    expect(card(page, "ก สอง")).to_have_attribute("aria-selected", "true")
    expect(mouse.clone).to_have_count(0)
    assert board.held("close") == CLOSE


def test_a_long_press_drags(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    finger = Finger(page)
    x, y = middle(card(page, "ก สอง"))
    finger.down(x, y)
    expect(mouse.clone).to_be_visible()
    goal_x, goal_y = top_of(card(page, "ข สอง"))
    for part in (0.25, 0.5, 0.75, 1):
        finger.move(x + (goal_x - x) * part, y + (goal_y - y) * part)
    expect(mouse.line).to_be_visible()
    finger.up()
    expect_shown(page, "improve", ["ข หนึ่ง", "ก สอง", "ข สอง"])
    assert board.held("close") == ["ก หนึ่ง", "ก สาม"]


def test_a_quick_swipe_drags_nothing(page: Page, board: SortingBoard, mouse: Mouse) -> None:
    finger = Finger(page)
    x, y = middle(card(page, "ก สอง"))
    finger.down(x, y)
    for step in range(1, 6):
        finger.move(x, y - 12 * step)
    finger.up()
    page.evaluate("() => new Promise(done => setTimeout(done, 300))")
    expect(mouse.clone).to_have_count(0)
    assert board.held("close") == CLOSE


def test_keys_move_a_card_and_the_focus_goes_with_it(page: Page, board: SortingBoard) -> None:
    card(page, "ก สอง").click()
    page.keyboard.press("Alt+ArrowUp")
    expect_shown(page, "close", ["ก สอง", "ก หนึ่ง", "ก สาม"])
    expect(card(page, "ก สอง")).to_be_focused()
    page.keyboard.press("2")
    expect_shown(page, "improve", [*IMPROVE, "ก สอง"])
    expect(card(page, "ก สอง")).to_be_focused()
    assert shown(page, "close") == ["ก หนึ่ง", "ก สาม"]
