"""How the desk layout bears 2,000 cards, many of them in groups: `python tests/load/desk_2000.py [cards] [groups]`.

Prints figures; nothing is asserted.

Real server, real Chromium. Times are of this machine, with software rendering when it has no graphics.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "browser"))

from a_server import Server, until
from a_workshop import BOARD, Workshop, new_id

PLACES = (None, "close", "improve", "open")
MOVES = 40
IN_A_GROUP = 6
WORK = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
WORDS = "ลดขั้นตอนรายงานที่ซ้ำซ้อน ให้ใช้แบบเดียวกันทุกอำเภอ และส่งเดือนละครั้ง"

COUNT_NODES = """() => {
    window.touched = { cards: new Set(), nodes: 0, attributes: 0 };
    new MutationObserver(seen => {
        for (const { type, addedNodes, removedNodes } of seen) {
            if (type !== 'childList') touched.attributes += 1;
            for (const node of [...addedNodes, ...removedNodes]) {
                touched.nodes += 1;
                const card = node.dataset?.card ?? node.parentElement?.closest('[data-card]')?.dataset.card;
                if (card) touched.cards.add(card);
            }
        }
    }).observe(document.querySelector('main'), {
        attributes: true, childList: true, characterData: true, subtree: true });
}"""
LOAD = """async cards => {
    const began = performance.now();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', code: 'KeyF' }));
    while (document.querySelectorAll('[data-card]').length < cards) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
}"""
WATCH_FRAMES = """() => {
    window.frames_ms = [];
    let last = performance.now();
    const next = now => { frames_ms.push(now - last); last = now; window.watching = requestAnimationFrame(next); };
    window.watching = requestAnimationFrame(next);
}"""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("cards", type=int, nargs="?", default=2_000)
    asked.add_argument("groups", type=int, nargs="?", default=150)
    wish = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data")
        server.start()
        try:
            measure(server, wish.cards, wish.groups)
        finally:
            server.stop()


def measure(server: Server, cards: int, groups: int) -> None:
    workshop = Workshop(server)
    workshop.phase("write")
    ids = [add(workshop, number) for number in range(cards)]
    workshop.phase("stopped", "show", "sort")
    heads = [form(workshop, ids, number, groups) for number in range(groups)]
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-quic"])
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.goto(f"{server.url}/w/{workshop.id}#key={workshop.key}")
        page.wait_for_selector("main.presenting")
        # Its code is fetched once; what is measured is the cards.
        page.keyboard.press("f")
        page.wait_for_selector(".desk-card")
        page.keyboard.press("f")
        page.wait_for_selector("main.presenting")
        say(f"{cards} cards on the desk, {groups} groups of {IN_A_GROUP}")
        say(f"  load, from key to the frame with all of them: {page.evaluate(LOAD, cards):.0f} ms")
        print_moves(page, workshop, ids)
        if heads:
            print_group_moves(page, workshop, heads)
        print_drag(page)
        print_search(page)
        browser.close()


def add(workshop: Workshop, number: int) -> str:
    id_ = new_id()
    while True:
        place = PLACES[number % len(PLACES)]
        text = f"{number} {WORDS[: 20 + number % 50]}"
        answer = workshop.ask("add_card", id=id_, board=BOARD, text=text, column=place)
        if answer["ok"]:
            return id_
        time.sleep(answer.get("after_ms", 100) / 1_000)


def form(workshop: Workshop, ids: list[str], number: int, groups: int) -> str:
    """A group of cards that lie in one column, so that groups are spread over all of them."""
    id_, first = new_id(), number % len(PLACES) + len(PLACES) * (number // len(PLACES)) * IN_A_GROUP
    cards = [ids[at] for at in range(first, first + len(PLACES) * IN_A_GROUP, len(PLACES)) if at < len(ids)]
    while True:
        answer = workshop.ask("group_cards", id=id_, cards=cards, label=f"กลุ่มที่ {number} จาก {groups}")
        if answer["ok"]:
            return id_
        time.sleep(answer.get("after_ms", 100) / 1_000)


def print_group_moves(page: Page, workshop: Workshop, heads: list[str]) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    work = []
    for number, group in enumerate(heads[:: max(1, len(heads) // MOVES)][:MOVES]):
        before = busy(session)
        column = PLACES[1 + number % 3]
        workshop.do("move_group", group=group, column=column, before=None)
        until(
            lambda column=column, group=group: page.locator(f'[data-column="{column}"] [data-head="{group}"]').count()
        )
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        work.append((busy(session) - before) * 1_000)
    say(f"  one remote move of a group: median {statistics.median(work):.1f} ms, max {max(work):.1f} ms")


def print_search(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.keyboard.press("/")
    work = []
    for letter in "ลดขั้นตอน":
        before = busy(session)
        page.keyboard.insert_text(letter)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        work.append((busy(session) - before) * 1_000)
    say(f"  a keystroke in the search: median {statistics.median(work):.1f} ms, max {max(work):.1f} ms")


def print_moves(page: Page, workshop: Workshop, ids: list[str]) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.evaluate(COUNT_NODES)
    work, others = [], 0
    for number, card in enumerate(ids[:: max(1, len(ids) // MOVES)][:MOVES]):
        page.evaluate("() => { touched.cards.clear(); touched.nodes = touched.attributes = 0; }")
        before = busy(session)
        column = PLACES[1 + number % 3]
        workshop.do("move_cards", cards=[card], column=column, before=None)
        until(lambda column=column, card=card: page.locator(f'[data-column="{column}"] [data-card="{card}"]').count())
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        work.append((busy(session) - before) * 1_000)
        others += page.evaluate("card => [...touched.cards].filter(one => one !== card).length", card)
    nodes, attributes = page.evaluate("[touched.nodes, touched.attributes]")
    median, worst = statistics.median(work), max(work)
    say(f"  one remote move, script + style + layout: median {median:.1f} ms, max {worst:.1f} ms")
    say(f"  last move: {nodes} nodes put in or taken out, {attributes} attributes or texts changed")
    say(f"  other cards touched in {len(work)} moves: {others}")


def busy(session: CDPSession) -> float:
    """Seconds the page's thread has worked so far."""
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(sum(metrics[name] for name in WORK))


def print_drag(page: Page) -> None:
    box = page.locator(".desk-card").nth(2).bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 30)
    page.wait_for_selector(".drag-clone")
    page.evaluate(WATCH_FRAMES)
    for number in range(120):
        page.mouse.move(200 + 13 * number, 300 + 5 * (number % 60))
        page.evaluate("() => new Promise(requestAnimationFrame)")
    frames = sorted(page.evaluate("() => { cancelAnimationFrame(watching); return frames_ms.slice(2); }"))
    page.mouse.up()
    p95 = frames[int(len(frames) * 0.95)]
    median = statistics.median(frames)
    say(f"  a frame of a drag: median {median:.1f} ms, p95 {p95:.1f} ms, max {frames[-1]:.1f} ms")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
