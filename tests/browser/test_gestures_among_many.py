"""Every gesture of sorting by mouse, finger and keys, among three hundred cards that somebody else keeps changing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from a_board import Finger, Mouse, card, column, middle, top_of
from a_full_board import FullBoard, Restless
from a_room import COLUMNS
from a_server import Server, until
from conftest import LINE, PATIENCE_MS, complaint
from playwright.sync_api import Browser, Locator, Page, expect
from watching import Watched

Point = tuple[float, float]


@dataclass
class Place:
    """The board, and all screens that are open on it."""

    board: FullBoard
    restless: Restless
    laptop: Watched
    desk: Watched
    thumb: Watched
    wall: Watched

    @property
    def screens(self) -> list[Watched]:
        return [self.laptop, self.desk, self.thumb, self.wall]


@pytest.fixture(scope="module")
def place(browser: Browser, module_server: Server) -> Iterator[Place]:
    board = FullBoard(module_server)
    contexts = []
    complaints: list[str] = []

    def screen(path: str, width: int, height: int, **device: Any) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": height}, base_url=module_server.url, locale="th-TH", **device
        )
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", lambda problem: complaints.append(str(problem.error)))
        context.on("console", lambda said: complaints.extend(complaint(said)))
        contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.goto(path)
        return watched

    facilitator = f"/w/{board.workshop.id}#key={board.workshop.key}"
    sorter = board.workshop.link("co_facilitator", "ผู้ช่วยอีกคน")
    restless = Restless(board)
    made = Place(
        board,
        restless,
        laptop=screen(facilitator, 1024, 768, has_touch=True),
        desk=screen(facilitator, 1920, 1080, has_touch=True),
        thumb=screen(sorter, 360, 740, has_touch=True, is_mobile=True, user_agent=LINE),
        wall=screen(board.workshop.link("wall"), 1024, 768),
    )
    expect(made.desk.page.locator("main.presenting")).to_be_visible()
    made.desk.page.keyboard.press("f")
    expect(made.desk.page.locator(".desk-card").first).to_be_visible()
    restless.start()
    yield made
    restless.stop()
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(params=["presenting", "desk"])
def page(request: pytest.FixtureRequest, place: Place) -> Page:
    """Both layouts, one after the other, with nothing selected."""
    found = place.laptop.page if request.param == "presenting" else place.desk.page
    found.keyboard.press("Escape")
    return found


@pytest.fixture(params=["mouse", "finger"])
def hand(request: pytest.FixtureRequest, page: Page) -> Hand:
    return Hand(page) if request.param == "mouse" else FingerHand(page)


class Hand:
    """A mouse."""

    def __init__(self, page: Page) -> None:
        self.page, self.mouse = page, Mouse(page)

    def lift(self, what: Locator) -> None:
        at_hand(self.page, what)
        self.mouse.lift(what)

    def over(self, x: float, y: float) -> None:
        self.mouse.over(x, y)

    def drop(self) -> None:
        self.mouse.drop()

    def pick(self, *what: Locator) -> None:
        at_hand(self.page, what[0])
        for one in what:
            one.click(modifiers=["Control"])

    def press(self, button: Locator) -> None:
        button.click()


class FingerHand(Hand):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.finger = Finger(page)
        self.at: Point = (0, 0)

    def lift(self, what: Locator) -> None:
        at_hand(self.page, what)
        self.at = middle(what)
        self.finger.down(*self.at)
        expect(self.mouse.clone).to_be_visible()

    def over(self, x: float, y: float) -> None:
        for part in (0.5, 1):
            self.finger.move(self.at[0] + (x - self.at[0]) * part, self.at[1] + (y - self.at[1]) * part)
        self.at = x, y
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def drop(self) -> None:
        self.finger.up()

    def pick(self, *what: Locator) -> None:
        at_hand(self.page, what[0])
        for one in what:
            one.tap()

    def press(self, button: Locator) -> None:
        button.tap()


def at_hand(page: Page, what: Locator) -> None:
    """Turned to the first page, as a hand on the board keeps it."""
    if page.locator("main.presenting").count():
        # A pointer that rests is no hand.
        page.mouse.move(500, 400)
        page.mouse.move(501, 401)
        page.keyboard.press("PageUp")
    expect(what).to_be_visible()


def head(page: Page, name: str) -> Locator:
    return page.locator("[data-head]").filter(has_text=name)


def drag(hand: Hand, what: Locator, to: Callable[[], Point], says: str | None = None) -> None:
    hand.lift(what)
    hand.over(*to())
    if says:
        expect(hand.page.locator(".drop-onto")).to_have_text(says)
    else:
        expect(hand.mouse.line).to_be_visible()
    hand.drop()
    expect(hand.mouse.clone).to_have_count(0)


def bar(page: Page) -> Locator:
    return page.get_by_role("toolbar", name="บัตรที่เลือก")


def from_bar(hand: Hand, item: str) -> None:
    hand.press(bar(hand.page).get_by_role("button", name="คำสั่งอื่น"))
    hand.press(hand.page.get_by_role("menuitem", name=item))


def test_a_card_is_dragged_to_another_column_past_one_that_comes_in(place: Place, page: Page, hand: Hand) -> None:
    board = place.board
    a, b, c = board.takes("close", "improve", "improve")
    hand.lift(card(page, a))
    visitor = board.comes_by("improve", before=b)
    expect(card(page, visitor)).to_be_visible()
    hand.over(*top_of(card(page, c)))
    expect(hand.mouse.line).to_be_visible()
    hand.drop()
    until(lambda: board.order("improve", a, b, c, visitor) == [visitor, b, a, c])
    expect(column(page, "improve").locator("[data-card] .text").nth(2)).to_have_text(a)


def test_a_card_is_put_elsewhere_in_its_column(place: Place, page: Page, hand: Hand) -> None:
    a, b, c = place.board.takes("close", "close", "close")
    drag(hand, card(page, c), lambda: top_of(card(page, a)))
    until(lambda: place.board.order("close", a, b, c) == [c, a, b])
    assert place.board.lies(a, b, c) == dict.fromkeys((a, b, c), ("close", ""))


def test_a_card_on_a_card_makes_a_group_and_a_card_on_its_head_joins_it(place: Place, page: Page, hand: Hand) -> None:
    board = place.board
    a, b, c = board.takes("close", "open", "improve")
    drag(hand, card(page, a), lambda: middle(card(page, b)), "รวมกลุ่ม")
    until(lambda: board.lies(a) == {a: ("open", "")})
    (id_,) = {one["group"] for one in board.workshop.records("card") if one["text"] in (a, b)}
    name = f"กลุ่มของ {a}"
    board.elsewhere("name_group", group=id_, label=name)
    drag(hand, card(page, c), lambda: middle(head(page, name)), "ใส่กลุ่มนี้")
    until(lambda: board.lies(a, b, c) == dict.fromkeys((a, b, c), ("open", name)))


def test_a_group_is_dragged_by_its_head_and_a_card_out_of_it(place: Place, page: Page, hand: Hand) -> None:
    board = place.board
    a, b, c = board.takes("close", "close", "improve")
    name = board.group(f"หัว {a}", a, b)
    drag(hand, head(page, name), lambda: top_of(card(page, c)))
    until(lambda: board.order("improve", name, c) == [name, c])
    drag(hand, card(page, b), lambda: top_of(card(page, c)))
    until(lambda: board.lies(a, b) == {a: ("improve", name), b: ("improve", "")})
    assert board.order("improve", name, b, c) == [name, b, c]


def test_a_group_dropped_on_anothers_head_is_merged_and_then_dissolved(place: Place, page: Page, hand: Hand) -> None:
    board = place.board
    a, b = board.takes("close", "open")
    one, other = board.group(f"หนึ่ง {a}", a), board.group(f"สอง {b}", b)
    drag(hand, head(page, one), lambda: middle(head(page, other)), "รวมสองกลุ่ม")
    until(lambda: board.lies(a, b) == dict.fromkeys((a, b), ("open", other)))
    expect(head(page, other)).to_have_attribute("aria-selected", "true")
    from_bar(hand, "สลายกลุ่ม")
    until(lambda: board.lies(a, b) == dict.fromkeys((a, b), ("open", "")))


def test_a_mis_drop_is_one_press_back(place: Place, page: Page, hand: Hand) -> None:
    board = place.board
    a, b = board.takes("close", "open")
    drag(hand, card(page, a), lambda: middle(card(page, b)), "รวมกลุ่ม")
    until(lambda: board.lies(a) == {a: ("open", "")})
    page.keyboard.press("Escape")
    hand.press(page.locator("footer").get_by_role("button", name="ย้อนกลับ"))
    until(lambda: board.lies(a, b) == {a: ("close", ""), b: ("open", "")})
    expect(column(page, "close").locator("[data-card] .text").first).to_have_text(a)


def test_duplicates_are_stacked_and_taken_apart(place: Place, page: Page, hand: Hand) -> None:
    board = place.board
    a, b, c = board.takes("close", "close", "improve")
    hand.pick(card(page, a), card(page, b), card(page, c))
    from_bar(hand, "ซ้อนบัตรซ้ำ")
    expect(card(page, a).get_by_text("×3")).to_be_visible()
    assert board.beneath(a) == [b, c]
    from_bar(hand, "แยกบัตรที่ซ้อน")
    until(lambda: board.beneath(a) == [])
    expect(card(page, b)).to_be_visible()


def test_several_are_selected_and_one_button_makes_them_a_group_or_moves_them(
    place: Place, page: Page, hand: Hand
) -> None:
    board = place.board
    a, b, c = board.takes("close", "improve", "open")
    hand.pick(card(page, a), card(page, b), card(page, c))
    expect(bar(page)).to_contain_text("3 ใบ")
    hand.press(bar(page).get_by_role("button", name="รวมกลุ่ม"))
    until(lambda: None not in groups_of(board, a, b, c) and len(groups_of(board, a, b, c)) == 1, "one group")
    expect(page.locator("[data-head][aria-selected=true]")).to_have_count(1)
    hand.press(bar(page).locator(".to").nth(1))
    until(lambda: board.lies(a, b, c) == dict.fromkeys((a, b, c), ("improve", "")))
    assert len(groups_of(board, a, b, c)) == 1


def groups_of(board: FullBoard, *texts: str) -> set[str | None]:
    return {one["group"] for one in board.workshop.records("card") if one["text"] in texts}


def test_everything_goes_by_keys_alone(place: Place, page: Page) -> None:
    board, press = place.board, page.keyboard.press
    a, b, c, d = board.takes("close", "close", "open", "improve")
    name = board.group(f"แป้น {c}", c)

    def select(*what: Locator) -> None:
        press("Escape")
        at_hand(page, what[0])
        for one in what:
            one.focus()
            press("Space")
            expect(one).to_have_attribute("aria-selected", "true")

    select(card(page, b))
    press("Alt+ArrowUp")
    until(lambda: board.order("close", a, b) == [b, a])
    press("2")
    until(lambda: board.lies(b) == {b: ("improve", "")})
    select(card(page, a), head(page, name))
    press("g")
    until(lambda: board.lies(a) == {a: ("open", name)})
    select(card(page, a))
    press("u")
    until(lambda: board.lies(a) == {a: ("open", "")})
    select(card(page, a), card(page, d))
    press("d")
    until(lambda: len(board.beneath(a) + board.beneath(d)) == 1)
    # The server knows it a moment before the screen does.
    expect(card(page, a if board.beneath(a) else d).get_by_text("×2")).to_be_visible()
    press("d")
    page.get_by_role("dialog").get_by_role("button", name="แยกทุกใบ").press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert board.beneath(a) + board.beneath(d) == []
    select(card(page, a), card(page, d))
    press("g")
    expect(page.locator("[data-head][aria-selected=true]")).to_contain_text("ยังไม่มีชื่อกลุ่ม")
    press("n")
    page.get_by_role("textbox").fill(f"สองใบ {a}")
    press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    until(lambda: [group for _, group in board.lies(a, d).values()] == [f"สองใบ {a}"] * 2)
    select(head(page, f"สองใบ {a}"), head(page, name))
    press("g")
    until(lambda: len({group for _, group in board.lies(a, d, c).values()}) == 1)
    press("z")
    until(lambda: len({group for _, group in board.lies(a, d, c).values()}) == 2)
    # Both heads stand on the screen again: now it knows that there is something to redo.
    expect(page.locator("[data-head]").filter(has_text=f"สองใบ {a}")).to_have_count(1)
    expect(page.locator("[data-head]").filter(has_text=name)).to_have_count(1)
    press("y")
    until(lambda: len({group for _, group in board.lies(a, d, c).values()}) == 1)


def hand_card(page: Page) -> Locator:
    return page.get_by_role("article", name="ใบที่อยู่ในมือ")


def test_the_queue_is_thrown_pressed_and_typed_through(place: Place) -> None:
    board, page = place.board, place.thumb.page
    waiting = board.takes(*[None] * 8)
    back = page.get_by_role("button", name="กลับไปสั่งงาน")
    # Where it is played again it may have ended in the middle.
    if back.is_visible():
        back.click()
    page.get_by_role("button", name="จัดบัตรเป็นคิว").click()
    finger = Finger(page)
    for name, (across, up) in {"close": (-130, 0), "improve": (0, -130), "open": (130, 0)}.items():
        text = in_hand(page, waiting)
        x, y = middle(hand_card(page))
        finger.down(x, y)
        finger.move(x + across / 2, y + up / 2)
        finger.move(x + across, y + up)
        finger.up()
        until(lambda name=name, text=text: board.lies(text) == {text: (name, "")})
        waiting.remove(text)
    text = in_hand(page, waiting)
    # No thumb taps within a hundredth of a second after a throw, and Chromium takes such a tap for part of it.
    page.get_by_role("group", name="วางลงช่อง").get_by_role("button").nth(1).click()
    until(lambda: board.lies(text) == {text: ("improve", "")})
    waiting.remove(text)
    for key, name in zip("123", COLUMNS, strict=True):
        text = in_hand(page, waiting)
        page.keyboard.press(key)
        until(lambda name=name, text=text: board.lies(text) == {text: (name, "")})
        waiting.remove(text)
    text = in_hand(page, waiting)
    page.keyboard.press("g")
    page.get_by_role("searchbox").fill(f"คิว {text}")
    page.get_by_role("dialog").get_by_role("button", name="ปรับปรุง", exact=True).tap()
    until(lambda: board.lies(text) == {text: ("improve", f"คิว {text}")})
    back.click()


def in_hand(page: Page, waiting: list[str]) -> str:
    expect(hand_card(page)).to_be_visible()
    until(lambda: hand_card(page).inner_text().strip() in waiting)
    return hand_card(page).inner_text().strip()


def test_every_screen_ends_equal_to_the_server(place: Place) -> None:
    board = place.board
    until(lambda: place.restless.done > 100)
    place.restless.stop()
    for screen in place.screens:
        until(lambda screen=screen: screen.is_up_to_date(board.workshop))
    until(lambda: board.is_equal_on(place.desk.page))
