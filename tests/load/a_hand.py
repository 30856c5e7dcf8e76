"""One hand at a page: what it does is counted, and how far its pointer travels is measured in the page."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Locator, Page

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "browser"))

from a_board import Finger

TRAVEL = """(() => {
    window.travelled = 0;
    let last = null;
    addEventListener('pointerdown', event => {
        // Between two touches a finger is in the air.
        if (event.pointerType === 'touch') last = { x: event.clientX, y: event.clientY };
    }, true);
    addEventListener('pointermove', event => {
        const { clientX: x, clientY: y } = event;
        if (last) window.travelled += Math.hypot(x - last.x, y - last.y);
        last = { x, y };
    }, true);
})()"""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
STEPS = 5


class Hand:
    """Keys, clicks, drags, swipes and turns of the wheel are actions; letters of names are counted apart."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0
        self.letters = 0

    @property
    def travelled(self) -> float:
        return float(self.page.evaluate("travelled"))

    def settle(self) -> None:
        self.page.evaluate(TWO_FRAMES)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.actions += 1

    def type(self, letters: str) -> None:
        self.page.keyboard.insert_text(letters)
        self.letters += len(letters)

    def click(self, what: Locator) -> None:
        before = self._box(what)
        what.scroll_into_view_if_needed()
        # It was out of sight: a turn of the wheel.
        self.actions += self._box(what) != before
        self.click_at(*self._middle(what))

    def click_at(self, x: float, y: float) -> None:
        self.page.mouse.move(x, y, steps=STEPS)
        self.page.mouse.down()
        self.page.mouse.up()
        self.actions += 1

    def drag(self, what: Locator, onto: Locator) -> None:
        """From the middle of one to the middle of the other; both are in sight."""
        x, y = self._middle(what)
        self.page.mouse.move(x, y, steps=STEPS)
        self.page.mouse.down()
        self.page.mouse.move(x + 9, y + 9)
        self.page.wait_for_selector(".drag-clone")
        self.page.mouse.move(*self._middle(onto), steps=STEPS)
        self.settle()
        self.page.mouse.up()
        self.page.wait_for_selector(".drag-clone", state="detached")
        self.actions += 1

    def bring_into_sight(self, what: Locator) -> None:
        """By the wheel over the list that it lies in; one turn is one action."""
        room = what.locator("xpath=ancestor::*[@data-cards]")
        for _ in range(6):
            item, list_ = self._box(what), self._box(room)
            foot = min(list_[1] + list_[3], self.page.viewport_size["height"] - 120)  # type: ignore[index]
            if item[1] >= list_[1] and item[1] + item[3] <= foot:
                return
            self.page.mouse.move(list_[0] + list_[2] / 2, (list_[1] + foot) / 2, steps=STEPS)
            self.page.mouse.wheel(0, item[1] - (list_[1] + foot) / 2)
            self.actions += 1
            self.page.wait_for_timeout(150)

    def swipe(self, what: Locator, across: float, up: float) -> None:
        finger = Finger(self.page)
        x, y = self._middle(what)
        finger.down(x, y)
        for part in (0.3, 0.6, 1):
            finger.move(x + across * part, y + up * part)
        finger.up()
        self.actions += 1

    def _middle(self, what: Locator) -> tuple[float, float]:
        x, y, width, height = self._box(what)
        return x + width / 2, y + height / 2

    @staticmethod
    def _box(what: Locator) -> tuple[float, float, float, float]:
        box = what.bounding_box()
        assert box, what
        return box["x"], box["y"], box["width"], box["height"]
