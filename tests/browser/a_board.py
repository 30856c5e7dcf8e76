"""A board that is being sorted, on the facilitator's screen, and a mouse and a finger to drag its cards with."""

from __future__ import annotations

from typing import Any

from a_workshop import BOARD, Workshop, new_id
from playwright.sync_api import CDPSession, Locator, Page, expect


class SortingBoard:
    """Three columns with the cards named in `columns`; what the page shows and what the server holds."""

    def __init__(self, workshop: Workshop, columns: dict[str, list[str]]) -> None:
        self.workshop = workshop
        self.ids: dict[str, str] = {}
        workshop.phase("sort")
        for column, texts in columns.items():
            for text in texts:
                self.add(text, column)
        workshop.do("read_card", board=BOARD, card=None)

    def add(self, text: str, column: str | None) -> str:
        """Somebody else adds a card."""
        self.ids[text] = new_id()
        self.workshop.do("add_card", id=self.ids[text], board=BOARD, text=text, column=column)
        return self.ids[text]

    def group(self, name: str, *texts: str) -> str:
        """Somebody else makes a group of cards."""
        self.ids[name] = new_id()
        cards = [self.ids[text] for text in texts]
        self.workshop.do("group_cards", id=self.ids[name], cards=cards, label=name)
        return self.ids[name]

    def groups(self) -> dict[str, list[str]]:
        """The texts in each group on the server, in order, by the group's name."""
        cards = sorted(self.workshop.records("card"), key=lambda card: (card["rank"], card["id"]))
        return {
            group["name"]: [card["text"] for card in cards if card["group"] == group["id"]]
            for group in self.workshop.records("group")
        }

    def elsewhere(self, name: str, **fields: Any) -> None:
        """Another facilitator does something."""
        self.workshop.do(name, token=self._other(), **fields)

    def held(self, column: str | None) -> list[str]:
        """The texts of a column on the server, in order."""
        cards = [card for card in self.workshop.records("card", "facilitator") if card["column"] == column]
        return [card["text"] for card in sorted(cards, key=lambda card: (card["rank"], card["id"]))]

    def _other(self) -> str:
        if not hasattr(self, "_token"):
            key = self.workshop.link("co_facilitator", "ผู้ช่วย").split("#key=")[1]
            self._token = str(self.workshop.server.call("POST", "/api/enter", {"key": key})["token"])
        return self._token


def column(page: Page, name: str) -> Locator:
    return page.locator(f"section[data-column={name}]")


def card(page: Page, text: str) -> Locator:
    return page.locator("[role=option][data-card]").filter(has=page.get_by_text(text, exact=True))


def shown(page: Page, name: str) -> list[str]:
    """The texts of a column on the screen, in order."""
    return column(page, name).locator("[data-card] .text").all_inner_texts()


def expect_shown(page: Page, name: str, texts: list[str]) -> None:
    expect(column(page, name).locator("[data-card] .text")).to_have_text(texts)


def middle(where: Locator) -> tuple[float, float]:
    at_rest(where)
    box = where.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def top_of(where: Locator) -> tuple[float, float]:
    """Just inside the upper edge: a drop here goes in front."""
    at_rest(where)
    box = where.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + 4


def at_rest(where: Locator) -> None:
    """A card may still be gliding to its place."""
    where.hover(trial=True)


class Mouse:
    def __init__(self, page: Page) -> None:
        self.page = page

    def lift(self, what: Locator) -> None:
        what.hover()
        self.page.mouse.down()
        x, y = middle(what)
        self.page.mouse.move(x + 9, y + 9)
        expect(self.clone).to_be_visible()

    def over(self, x: float, y: float) -> None:
        self.page.mouse.move(x, y, steps=6)
        # The place is found anew each frame.
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def drop(self) -> None:
        self.page.mouse.up()

    @property
    def clone(self) -> Locator:
        return self.page.locator(".drag-clone")

    @property
    def line(self) -> Locator:
        return self.page.locator(".drop-line")


class Finger:
    """Touches as the system sends them, which the browser may turn into scrolling."""

    def __init__(self, page: Page) -> None:
        self._session: CDPSession = page.context.new_cdp_session(page)

    def down(self, x: float, y: float) -> None:
        self._send("touchStart", x, y)

    def move(self, x: float, y: float) -> None:
        self._send("touchMove", x, y)

    def up(self) -> None:
        self._session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def _send(self, kind: str, x: float, y: float) -> None:
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
