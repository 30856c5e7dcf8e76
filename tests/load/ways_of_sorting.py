"""How much work sorting is, by three ways: `python -m tests.load.ways_of_sorting`.

The same 200 cards are sorted in real Chromium by the queue, by drag and by suggestions. What is counted is what hands
do; how long they take is not. At the end every card must lie where it is meant to.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "browser"))

from a_server import Server, until
from a_workshop import BOARD, Workshop, new_id

from tests.load.a_hand import TRAVEL, Hand
from tests.load.cards_to_sort import CARDS, COLUMNS, Meant, cards_to_sort

DESK = {"width": 1920, "height": 1080}
PHONE = {"width": 360, "height": 740}
THROWS = {"close": (-130, 0), "improve": (0, -130), "open": (130, 0)}
IN_HAND = "article.card .text"
# As many suggested groups as a person sees without looking for one.
AT_A_GLANCE = 3


@dataclass(frozen=True)
class Way:
    name: str
    sort: Callable[[Hand, Room], str]
    groups: bool = True
    phone: bool = False


class Room:
    """A workshop whose cards wait in the inbox, and what each is meant to become."""

    def __init__(self, server: Server, cards: list[Meant]) -> None:
        self.workshop = Workshop(server)
        self.workshop.phase("write")
        self.meant = {plain(card.text): card for card in cards}
        for card in cards:
            self._add(card.text)
        self.workshop.phase("stopped", "show", "sort")
        self.workshop.do("read_card", board=BOARD, card=None)

    def wrong(self, with_groups: bool) -> list[str]:
        """The texts of cards that do not lie as they are meant to."""
        names = {group["id"]: group["name"] for group in self.workshop.records("group")}
        cards = {plain(card["text"]): card for card in self.workshop.records("card")}
        assert cards.keys() == self.meant.keys()
        return [
            text
            for text, card in cards.items()
            if card["column"] != self.meant[text].column
            or (with_groups and names.get(card["group"]) != self.meant[text].label)
        ]

    def _add(self, text: str) -> None:
        id_ = new_id()
        while not (answer := self.workshop.ask("add_card", id=id_, board=BOARD, text=text))["ok"]:
            time.sleep(answer.get("after_ms", 100) / 1_000)


def plain(text: str) -> str:
    return " ".join(text.split())


# By the queue


def by_queue(hand: Hand, room: Room) -> str:
    from_menu(hand, "จัดบัตรเป็นคิว")
    sort_queue(hand, room, set())
    return "every card in its column and its group"


def sort_queue(hand: Hand, room: Room, labels: set[str]) -> None:
    while text := next_in_hand(hand.page):
        card = room.meant[plain(text)]
        if card.label is None:
            hand.press(str(COLUMNS.index(card.column) + 1))
        elif card.label in labels:
            join(hand, card.label)
        else:
            begin(hand, card.label, card.column)
            labels.add(card.label)
        gone(hand.page, text)


def join(hand: Hand, label: str) -> None:
    """Enter takes the first; a few steps down reach what is offered; else a few letters bring it to the top."""
    open_chooser(hand)
    choices = choices_of(hand.page)
    if label in choices[:AT_A_GLANCE]:
        for _ in range(at + 1 if (at := choices.index(label)) else 0):
            hand.press("ArrowDown")
        return hand.press("Enter")
    for letter in label:
        hand.type(letter)
        hand.settle()
        if choices_of(hand.page)[:1] == [label]:
            break
    hand.press("Enter")


def begin(hand: Hand, label: str, column: str) -> None:
    open_chooser(hand)
    heads = hand.page.locator("[data-head]").count()
    hand.type(label)
    hand.settle()
    for _ in range(len(choices_of(hand.page)) + 1 + COLUMNS.index(column)):
        hand.press("ArrowDown")
    hand.press("Enter")
    hand.page.wait_for_function("heads => document.querySelectorAll('[data-head]').length > heads", arg=heads)


def open_chooser(hand: Hand) -> None:
    hand.press("g")
    hand.page.wait_for_selector(".choices input")
    hand.settle()
    hand.settle()


def choices_of(page: Page) -> list[str]:
    return [plain(name) for name in page.locator(".choices .choice .name").all_text_contents()]


def next_in_hand(page: Page) -> str | None:
    """The words of the card in hand; none when all are sorted."""
    page.wait_for_function(f"""() => document.querySelector('{IN_HAND}')
        || document.querySelector('.queue .none')?.textContent.includes('จัดครบ')""")
    return page.evaluate(f"() => document.querySelector('{IN_HAND}')?.textContent ?? null")


def gone(page: Page, text: str) -> None:
    page.wait_for_function(
        f"text => !document.querySelector('.choices') && document.querySelector('{IN_HAND}')?.textContent !== text",
        arg=text,
    )


def by_thumb(hand: Hand, room: Room) -> str:
    hand.actions += 1
    hand.page.get_by_role("button", name="จัดบัตรเป็นคิว").tap()
    while text := next_in_hand(hand.page):
        hand.swipe(hand.page.locator("article.card"), *THROWS[room.meant[plain(text)].column])
        gone(hand.page, text)
    return "every card in its column; groups are still to be made"


# By drag


def by_drag(hand: Hand, room: Room) -> str:
    from_menu(hand, "ย่อกลุ่มบัตร")
    first: dict[str, str] = {}
    inbox = hand.page.locator("[data-column=''] [data-item]")
    for left in range(len(room.meant), 0, -1):
        top = inbox.first
        text = plain(top.locator(".text").text_content() or "")
        drag_home(hand, room.meant[text], top, first)
        until(lambda left=left: inbox.count() == left - 1, "the card to leave the inbox")
    return "every card in its column and its group"


def drag_home(hand: Hand, card: Meant, top: Locator, first: dict[str, str]) -> None:
    """To the head of its column; on the first of its kind, which makes them a group; on the group's head."""
    column = hand.page.locator(f"[data-column='{card.column}']")
    item = top.get_attribute("data-item") or ""
    if card.label is None or card.label not in first:
        first |= {card.label: item} if card.label else {}
        return hand.drag(top, column.locator("xpath=*[1]"))
    heads = column.locator("[data-head]")
    named = heads.filter(has=hand.page.get_by_text(card.label, exact=True))
    is_group = named.count() > 0
    onto = named if is_group else column.locator(f"[data-item='{first[card.label]}']")
    hand.bring_into_sight(onto)
    hand.drag(top, onto)
    if not is_group:
        name(hand, card.label, named)


def name(hand: Hand, label: str, head: Locator) -> None:
    hand.page.wait_for_selector("[data-head][aria-selected=true]")
    hand.press("n")
    hand.page.wait_for_selector("dialog textarea")
    hand.type(label)
    hand.press("Enter")
    head.wait_for()
    hand.page.wait_for_selector("dialog[open]", state="detached")
    hand.press("Escape")


# By suggestions


def by_suggestions(hand: Hand, room: Room) -> str:
    from_menu(hand, "แนะนำกลุ่มบัตร")
    taken, labels, decided = set[str](), set[str](), set[str]()
    while pile := next_pile(hand.page, taken, decided):
        accept(hand, room, pile, taken, labels)
    hand.click(hand.page.get_by_role("button", name="เสร็จ", exact=True))
    from_menu(hand, "ย่อกลุ่มบัตร")
    columns = {card.label: card.column for card in room.meant.values() if card.label}
    for label in labels:
        send(hand, label, columns[label])
    accepted, cards = len(labels), len(taken)
    from_menu(hand, "จัดบัตรเป็นคิว")
    sort_queue(hand, room, labels)
    return f"{accepted} groups accepted, which took {cards} cards; the others by the queue"


def next_pile(page: Page, taken: set[str], decided: set[str]) -> list[str] | None:
    """The words of the cards of the first suggestion that nobody has decided about."""

    def fresh() -> list[list[str]] | None:
        shown = page.evaluate("""() => [...document.querySelectorAll('.pile')].map(pile =>
            [...pile.querySelectorAll('.card button')].map(one => one.getAttribute('aria-label')))""")
        piles = [[plain(label.removeprefix("ไม่รวม: ")) for label in pile] for pile in shown]
        # Until the server has read all cards and has been asked again, these are not its last words.
        is_old = any(taken & set(pile) for pile in piles) or page.get_by_text("กำลังอ่านความหมาย").count() > 0
        return None if is_old else piles

    page.wait_for_selector(".pile, .similar [role=status]:not(:text('กำลังหา'))")
    until(lambda: fresh() is not None, "new suggestions")
    for pile in fresh() or []:
        if "\n".join(pile) not in decided:
            decided.add("\n".join(pile))
            return pile
    return None


def accept(hand: Hand, room: Room, pile: list[str], taken: set[str], labels: set[str]) -> None:
    """Takes what is meant to be one group, where that is at least half of what is suggested; else leaves it there."""
    row = hand.page.locator(".pile").filter(has=hand.page.get_by_role("button", name=f"ไม่รวม: {pile[0]}", exact=True))
    into = row.locator("input").count() == 0
    known = [card.label for card in map(room.meant.__getitem__, pile) if card.label]
    label = plain((row.locator("p").first.text_content() or "").split(": ", 1)[1]) if into else most(known)
    mine = [text for text in pile if room.meant[text].label == label]
    if label is None or len(mine) * 2 < len(pile) or (not into and (label in labels or len(mine) < 2)):
        return
    for text in pile:
        if text not in mine:
            hand.click(row.get_by_role("button", name=f"ไม่รวม: {text}", exact=True))
            pile = [one for one in pile if one != text]
            row = hand.page.locator(".pile").filter(
                has=hand.page.get_by_role("button", name=f"ไม่รวม: {mine[0]}", exact=True)
            )
    if not into:
        hand.click(row.locator("input"))
        hand.press("Control+a")
        hand.type(label)
    hand.click(row.locator(".buttons button").last)
    taken |= set(mine)
    labels.add(label)


def most(labels: list[str]) -> str | None:
    return max(sorted(set(labels)), key=labels.count, default=None)


def send(hand: Hand, label: str, column: str) -> None:
    """A group of waiting cards goes to its column as one."""
    head = hand.page.locator("[data-column=''] [data-head]").filter(has=hand.page.get_by_text(label, exact=True))
    hand.bring_into_sight(head)
    box = head.bounding_box()
    assert box
    hand.click_at(box["x"] + 40, box["y"] + box["height"] / 2)
    hand.press(str(COLUMNS.index(column) + 1))
    head.wait_for(state="detached")
    hand.press("Escape")


def from_menu(hand: Hand, item: str) -> None:
    hand.click(hand.page.get_by_role("button", name="คำสั่งเพิ่มเติม"))
    hand.click(hand.page.get_by_role("menuitem", name=item))


# All of them

WAYS = (
    Way("Queue, keys", by_queue),
    Way("Queue, thumb (columns only)", by_thumb, groups=False, phone=True),
    Way("Drag", by_drag),
    Way("Suggestions, then queue", by_suggestions),
)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("cards", type=int, nargs="?", default=CARDS)
    asked.add_argument("--only", choices=[way.sort.__name__ for way in WAYS])
    wish = asked.parse_args()
    cards = cards_to_sort(wish.cards)
    groups = {card.label for card in cards if card.label}
    alone = sum(card.label is None for card in cards)
    say(f"{len(cards)} cards, meant for {len(groups)} groups; {alone} of them alone")
    say("| way | actions per card | letters typed per card | pixels per card | what came of it |")
    say("| --- | ---: | ---: | ---: | --- |")
    with tempfile.TemporaryDirectory() as folder, started(Path(folder)) as server, sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-quic"])
        for way in WAYS:
            if wish.only in (None, way.sort.__name__):
                say(row(browser, way, Room(server, cards)))
        browser.close()


@contextmanager
def started(folder: Path) -> Iterator[Server]:
    server = Server(folder / "data")
    server.start()
    try:
        yield server
    finally:
        server.stop()


def row(browser: Browser, way: Way, room: Room) -> str:
    hand = Hand(page_of(browser, way, room.workshop))
    assert len(room.wrong(way.groups)) == len(room.meant)
    came = way.sort(hand, room)
    until(lambda: not room.wrong(way.groups), "every card to lie where it is meant to")
    cards = len(room.meant)
    figures = f"{hand.actions / cards:.1f} | {hand.letters / cards:.1f} | {hand.travelled / cards:,.0f}"
    hand.page.context.close()
    return f"| {way.name} | {figures} | {came} |"


def page_of(browser: Browser, way: Way, workshop: Workshop) -> Page:
    size = PHONE if way.phone else DESK
    context = browser.new_context(viewport=size, has_touch=way.phone, is_mobile=way.phone, locale="th-TH")  # type: ignore[arg-type]
    context.add_init_script(TRAVEL)
    page = context.new_page()
    path = workshop.link("co_facilitator", "ผู้ช่วย") if way.phone else f"/w/{workshop.id}#key={workshop.key}"
    page.goto(workshop.server.url + path)
    if not way.phone:
        page.wait_for_selector("main.presenting")
        page.keyboard.press("f")
        page.wait_for_selector(".desk-card")
    return page


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
