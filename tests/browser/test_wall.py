"""The projector: what the room sees, at the sizes projectors have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from a_server import Server, until, until_none
from a_workshop import BOARD, Workshop, in_half_a_year
from accessible import axe
from conftest import MakeWorkshop, OpenPage
from playwright.sync_api import Page, expect
from wall_rules import SIZES, cut_off, must_become_readable, small_letters
from watching import sample, sampled

ADDRESS = "192.168.137.1:8321"
LONG = (
    "ขอให้จัดทำระบบรายงานผลการดำเนินงานของกลุ่มอาชีพสตรีและกองทุนหมู่บ้าน"
    "แบบออนไลน์ที่ทุกอำเภอกรอกครั้งเดียวแล้วใช้ร่วมกันได้ทั้งจังหวัด โดยไม่ต้องส่งกระดาษซ้ำ"
)
LONG_WORD = "https://example.org/" + "a" * 99
WORDS = ["ลดประชุมซ้อนกันหลายเวทีในวันเดียว", "KPI แจ้งให้ชัดตั้งแต่เดือน ต.ค.", LONG, LONG_WORD, "ไป", "ศูนย์เรียนรู้ที่ปู่ย่าตั้งใจ"]


@pytest.fixture(scope="module")
def module_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One that phones could reach."""
    server = Server(tmp_path_factory.mktemp("server") / "data")
    with pytest.MonkeyPatch.context() as env:
        env.setenv("PUBLIC_URL", f"http://{ADDRESS}")
        try:
            server.start()
            yield server
        finally:
            server.stop()


# Do faces turn, and how well can the number of cards be seen?
TURNING = """() => {
  const heading = [...document.querySelectorAll('h1, h2')].find((one) => one.textContent.includes('30 ความคิด'));
  return [document.querySelector('.turns') !== null, heading ? getComputedStyle(heading).opacity : null];
}"""
GLOWING = "() => [...document.querySelectorAll('.list [data-card].is-new')].map((one) => one.dataset.card)"
# The dot of a broken line, and what is said about it.
AWAY = "() => [document.querySelector('.away .dot') !== null, document.querySelector('.away')?.textContent.trim()]"


def wall(open_page: OpenPage, workshop: Workshop, size: tuple[int, int] = SIZES[1], **options: object) -> Page:
    page = open_page(workshop.link("wall"), width=size[0], height=size[1], **options)  # type: ignore[arg-type]
    expect(page.locator(".stage")).to_be_visible()
    return page


def filled(workshop: Workshop, texts: list[str] = WORDS, people: int = 3) -> list[str]:
    """Cards of some people, shown and ready to be sorted. The ids of the cards, as they are read."""
    tokens = [workshop.join() for _ in range(people)]
    workshop.phase("write")
    for index, text in enumerate(texts):
        workshop.send(tokens[index % people], text, ["close", "improve", "open"][index % 3])
    workshop.phase("stopped", "show", "sort")
    return [card["id"] for card in sorted(workshop.records("card", "facilitator"), key=lambda card: card["rank"])]


def spotlight(workshop: Workshop) -> dict[str, object]:
    return workshop.records("spotlight", "facilitator")[0]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}×{size[1]}")
def test_the_last_row_can_read_every_phase(
    size: tuple[int, int], make_workshop: MakeWorkshop, open_page: OpenPage
) -> None:
    workshop = make_workshop(
        cards_each=10, question="งานใดที่เราควรปิด ปรับปรุง หรือเปิดใหม่ " * 7, title="ทบทวนงานประจำปี " * 7
    )
    # Colours are judged when nothing moves; how things move is looked at below.
    page = wall(open_page, workshop, size, reduced_motion="reduce")

    def readable(what: str) -> None:
        must_become_readable(page)
        assert axe(page) == [], what

    workshop.do("set_room", address=None, wifi_name="Hotel-Meeting-Room-2nd-Floor", wifi_password="let me in")
    expect(page.get_by_alt_text("QR สำหรับต่อ Wi-Fi")).to_be_visible()
    readable("join")
    workshop.phase("trial")
    expect(page.get_by_text("ลองส่งบัตรหนึ่งใบ")).to_be_visible()
    readable("trial")
    people = [workshop.join() for _ in range(4)]
    workshop.phase("write")
    for index in range(24):
        workshop.send(
            people[index % 4], WORDS[index % len(WORDS)] + str(index)[:1], ["close", "improve", "open"][index % 3]
        )
    expect(page.get_by_text("รับแล้ว 24 ใบ จาก 4 คน")).to_be_visible()
    readable("write")
    workshop.phase("stopped")
    expect(page.get_by_text("รับทั้งหมด 24 ใบ")).to_be_visible()
    readable("stopped")
    workshop.phase("show")
    expect(page.get_by_role("heading", name="24 ความคิด จาก 4 คน")).to_have_css("opacity", "1")
    readable("show")
    workshop.phase("sort")
    expect(page.get_by_label("บัตรที่กำลังอ่าน")).to_be_visible()
    readable("sort, nothing placed")
    for column in ("close", "improve", "open", "close", "close"):
        workshop.do("place_card", card=spotlight(workshop)["reading"], column=column)
    expect(page.get_by_text("รอจัด 19 ใบ")).to_be_visible()
    readable("sort, some placed")
    workshop.do("place_as_proposed", board=BOARD)
    expect(page.get_by_label("บัตรที่กำลังอ่าน")).to_have_count(0)
    readable("sort, all placed")
    cards = {card["text"]: card["id"] for card in workshop.records("card", "facilitator")}
    for text, card in list(cards.items())[:6]:
        workshop.do("focus", board=BOARD, card=card, column=None)
        expect(page.locator(".focus [data-card]")).to_have_text(text)
        readable(f"focus of {text}")
    long = [card for text, card in cards.items() if len(text) > 100]
    for column in ("improve", "open"):
        # Long words and many cards in the one, long words alone in the other.
        workshop.do("move_cards", cards=long[:2], column=column)
        workshop.do("focus", board=BOARD, card=None, column=column)
        expect(page.locator(".focus .stack [data-card]").first).to_be_visible()
        for number in (0, 1, 2):
            workshop.do("turn_page", board=BOARD, page=number)
            readable(f"focus of {column}, page {number + 1}")
    workshop.do("star_cards", cards=list(cards.values())[::3])
    workshop.phase("finished")
    expect(page.get_by_role("heading", name="ข้อสรุปของเรา")).to_be_visible()
    readable("finished")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}×{size[1]}")
def test_the_qr_fills_most_of_the_height(size: tuple[int, int], workshop: Workshop, open_page: OpenPage) -> None:
    page = wall(open_page, workshop, size)
    qr = page.get_by_alt_text("QR สำหรับเข้าร่วม")
    expect(qr).to_be_visible()
    box = qr.bounding_box()
    assert box is not None
    assert box["height"] >= 0.6 * size[1]
    assert box["width"] == box["height"]
    picture = unquote(qr.get_attribute("src") or "")
    assert set(re.findall(r'fill="([^"]+)"', picture)) == {"#000", "#fff"}
    code = page.get_by_text(f"{workshop.code[:4]}-{workshop.code[4:]}")
    assert float(code.evaluate("it => parseFloat(getComputedStyle(it).fontSize)")) >= 0.1 * size[1]
    expect(page.get_by_text(ADDRESS)).to_be_visible()


def test_the_first_phone_to_get_in_is_greeted(workshop: Workshop, open_page: OpenPage) -> None:
    page = wall(open_page, workshop)
    expect(page.get_by_role("status")).to_have_text("รอมือถือเครื่องแรก")
    workshop.join()
    expect(page.get_by_role("status")).to_have_text(re.compile("✓\\s*เข้าร่วมแล้ว 1 คน"))


def test_a_changed_code_and_network_are_shown_at_once(workshop: Workshop, open_page: OpenPage) -> None:
    page = wall(open_page, workshop)
    before = page.get_by_alt_text("QR สำหรับเข้าร่วม").get_attribute("src")
    made = workshop.server.call("POST", f"/api/workshops/{workshop.id}/code", {"id": "A" * 16}, workshop.token)
    expect(page.get_by_text(f"{made['code'][:4]}-{made['code'][4:]}")).to_be_visible()
    assert page.get_by_alt_text("QR สำหรับเข้าร่วม").get_attribute("src") != before
    workshop.do("stop_joining")
    expect(page.get_by_text("หยุดรับคนเพิ่มแล้ว")).to_be_visible()
    expect(page.get_by_alt_text("QR สำหรับเข้าร่วม")).to_have_count(0)


def test_no_word_of_a_card_is_on_the_wall_before_it_is_shown(workshop: Workshop, open_page: OpenPage) -> None:
    page = wall(open_page, workshop)
    heard: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(str(frame))))
    page.reload()
    workshop.do("set_room", address=None, wifi_name="ห้องประชุม", wifi_password="open-sesame")
    anna = workshop.join()
    workshop.phase("write")
    workshop.send(anna, "ยกเลิกพิธีเปิดยาว ๆ")
    workshop.do("add_card", board=BOARD, text="บัตรแทนคนข้าง ๆ")
    expect(page.get_by_text("รับแล้ว 2 ใบ")).to_be_visible()
    workshop.phase("stopped")
    expect(page.get_by_text("รับทั้งหมด 2 ใบ")).to_be_visible()
    expect(page.locator(".blank")).to_have_count(2)
    seen = page.content() + page.url + "".join(heard)
    assert heard
    for secret in ("พิธีเปิด", "แทนคนข้าง", workshop.key, workshop.token, anna):
        assert secret not in seen, secret
    assert "open-sesame" not in page.content()


def test_a_parked_card_never_comes_up(workshop: Workshop, open_page: OpenPage) -> None:
    page = wall(open_page, workshop)
    anna = workshop.join()
    workshop.phase("write")
    shown, parked = workshop.send(anna, "ใบที่แสดง"), workshop.send(anna, "ใบที่พักไว้")
    workshop.do("park_cards", cards=[parked])
    workshop.phase("stopped", "show")
    expect(page.locator(f'[data-card="{shown}"]')).to_be_visible()
    assert "ใบที่พักไว้" not in page.content()
    workshop.do("park_cards", cards=[shown])
    expect(page.locator("[data-card]")).to_have_count(0)


def test_cards_turn_their_faces_once_and_then_are_counted(make_workshop: MakeWorkshop, open_page: OpenPage) -> None:
    workshop = make_workshop(cards_each=20)
    page = wall(open_page, workshop, SIZES[0])
    people = [workshop.join() for _ in range(2)]
    workshop.phase("write")
    for index in range(30):
        workshop.send(people[index % 2], f"ความคิดที่ {index}")
    sample(page, TURNING)
    workshop.phase("stopped", "show")
    heading = page.get_by_role("heading", name="30 ความคิด จาก 2 คน")
    expect(heading).to_have_css("opacity", "1")
    expect(page.locator(".turns")).to_have_count(0)
    assert [True, "0"] in sampled(page), "first faces turn, and nothing is counted"
    page.reload()
    sample(page, TURNING)
    expect(heading).to_have_css("opacity", "1")
    assert not any(turning for turning, _ in sampled(page))


def test_nothing_turns_for_people_who_want_stillness(workshop: Workshop, open_page: OpenPage) -> None:
    page = wall(open_page, workshop, reduced_motion="reduce")
    anna = workshop.join()
    workshop.phase("write")
    workshop.send(anna, "เพียงใบเดียว")
    expect(page.get_by_text("รับแล้ว 1 ใบ")).to_be_visible()
    workshop.phase("stopped", "show")
    expect(page.get_by_role("heading", name="1 ความคิด จาก 1 คน")).to_have_css("opacity", "1")
    assert page.locator(".turns").count() == 0


def test_where_phones_are_shared_devices_are_counted(workshop: Workshop, open_page: OpenPage) -> None:
    page = wall(open_page, workshop)
    anna = workshop.join()
    workshop.phase("write")
    workshop.send(anna, "ของฉัน")
    workshop.send(anna, "ของเพื่อน", neighbour=True)
    expect(page.get_by_text("รับแล้ว 2 ใบ จาก 1 เครื่อง")).to_be_visible()
    workshop.phase("stopped")
    expect(page.get_by_text("จาก 1 เครื่อง")).to_be_visible()
    workshop.phase("show")
    expect(page.get_by_role("heading", name="2 ความคิด จาก 1 เครื่อง")).to_be_visible()


def test_a_placed_card_glows_where_it_went(make_workshop: MakeWorkshop, open_page: OpenPage) -> None:
    workshop = make_workshop(cards_each=30)
    filled(workshop, [f"ความคิดเรื่องการทำงานร่วมกันของเรา ข้อที่ {index}" for index in range(24)], people=1)
    page = wall(open_page, workshop, SIZES[0])
    sample(page, GLOWING)
    for _ in range(12):
        reading = str(spotlight(workshop)["reading"])
        expect(page.get_by_label("บัตรที่กำลังอ่าน")).to_have_attribute("data-card", reading)
        workshop.do("place_card", card=reading, column="close")
        # The column is longer than its page by now: the page with the newest card is the one to see.
        until(lambda reading=reading: any(reading in seen for seen in sampled(page)), "the card to glow")
        expect(page.locator(f'.list [data-card="{reading}"]')).to_be_visible()
    workshop.do("turn_page", board=BOARD, page=1)
    expect(page.get_by_text(re.compile(r"หน้า 2/\d"))).to_be_visible()
    workshop.do("turn_page", board=BOARD, page=99)
    expect(page.get_by_text(re.compile(r"หน้า (\d)/\1"))).to_be_visible()
    assert page.locator(".list [data-card]").count() > 0


def test_a_card_longer_than_a_page_goes_on_on_the_next(make_workshop: MakeWorkshop, open_page: OpenPage) -> None:
    workshop = make_workshop(cards_each=3)
    [card, other] = filled(workshop, [LONG, "สั้น"], people=1)
    texts = {record["id"]: record["text"] for record in workshop.records("card", "facilitator")}
    long, short = (card, other) if texts[card] == LONG else (other, card)
    workshop.do("move_cards", cards=[long], column="close")
    workshop.do("read_card", board=BOARD, card=short)
    page = wall(open_page, workshop, SIZES[0])
    read, number = "", 0
    must_become_readable(page)
    pages = int(re.split("/", page.get_by_text(re.compile(r"หน้า 1/\d")).inner_text())[1])
    while number < pages:
        workshop.do("turn_page", board=BOARD, page=number)
        expect(page.get_by_text(f"หน้า {number + 1}/{pages}")).to_be_visible()
        until_none(lambda: cut_off(page), f"page {number + 1}")
        read += page.locator(f'.list [data-card="{long}"] .text').inner_text()
        number += 1
    assert pages > 1
    assert re.sub(r"[…\s]", "", read) == re.sub(r"\s", "", LONG)


def test_one_card_or_one_column_can_fill_the_wall(workshop: Workshop, open_page: OpenPage) -> None:
    cards = filled(workshop, ["คำเดียว", "อีกคำ", "คำสุดท้าย"])
    page = wall(open_page, workshop)
    workshop.do("move_cards", cards=[cards[0]], column="open")
    workshop.do("focus", board=BOARD, card=cards[0], column=None)
    words = page.locator(f'.focus [data-card="{cards[0]}"] .words')
    expect(words).to_be_visible()
    until(lambda: float(words.evaluate("it => parseFloat(getComputedStyle(it).fontSize)")) >= 0.119 * 768)
    expect(page.get_by_role("heading", name="เปิด")).to_be_visible()
    workshop.do("focus", board=BOARD, card=None, column="open")
    expect(page.locator(".focus .stack [data-card]")).to_have_count(1)
    workshop.do("focus", board=BOARD, card=None, column=None)
    expect(page.locator(".columns")).to_be_visible()


def test_a_blank_wall_shows_nothing_at_all(workshop: Workshop, open_page: OpenPage) -> None:
    page = wall(open_page, workshop)
    workshop.do("blank_screens")
    expect(page.locator(".stage")).to_have_count(0)
    assert page.locator("main").inner_text().strip() == ""
    workshop.do("unblank_screens")
    expect(page.locator(".stage")).to_be_visible()


def test_late_comers_are_told_how_to_join_until_the_end(workshop: Workshop, open_page: OpenPage) -> None:
    page = wall(open_page, workshop)
    code = f"{workshop.code[:4]}-{workshop.code[4:]}"
    strip = page.get_by_role("button", name=f"เข้าร่วม {code} {ADDRESS}")
    for phase in ("trial", "write", "stopped", "show", "sort"):
        workshop.phase(phase)
        expect(strip).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_alt_text("QR สำหรับเข้าร่วม")).to_be_visible()
    until_none(lambda: small_letters(page), "small letters")
    page.keyboard.press("Escape")
    expect(page.get_by_alt_text("QR สำหรับเข้าร่วม")).to_have_count(0)
    strip.click()
    expect(page.get_by_alt_text("QR สำหรับเข้าร่วม")).to_be_visible()
    page.keyboard.press("?")
    workshop.do("stop_joining")
    expect(strip).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_alt_text("QR สำหรับเข้าร่วม")).to_have_count(0)
    workshop.do("resume_joining")
    expect(strip).to_be_visible()
    workshop.phase("finished")
    expect(strip).to_have_count(0)


def test_the_end_says_what_was_concluded_and_when_it_is_deleted(workshop: Workshop, open_page: OpenPage) -> None:
    cards = filled(workshop, ["ข้อสรุปสำคัญ", "ความคิดหนึ่ง", "ความคิดสอง"])
    page = wall(open_page, workshop)
    workshop.do("place_as_proposed", board=BOARD)
    day, in_words = in_half_a_year()
    workshop.do("keep_until", until=day)
    workshop.phase("finished")
    expect(page.locator("[data-card]")).to_have_count(3)
    workshop.do("star_cards", cards=cards[:1])
    expect(page.locator("[data-card]")).to_have_count(1)
    expect(page.get_by_text("ขอบคุณทุกความคิด · 3 ความคิด จาก 3 คน")).to_be_visible()
    expect(page.get_by_text(f"กระดานนี้จะถูกลบวันที่ {in_words}")).to_be_visible()
    workshop.do("lock_workshop")
    expect(page.get_by_text("ล็อกกระดานแล้ว")).to_be_visible()


def test_without_the_server_the_last_board_stays_and_words_come_late(
    workshop: Workshop, open_page: OpenPage, server: Server
) -> None:
    cards = filled(workshop, ["ใบแรก", "ใบสอง"])
    page = wall(open_page, workshop)
    shown = page.get_by_label("บัตรที่กำลังอ่าน")
    expect(shown).to_be_visible()
    words = page.get_by_text("กำลังเชื่อมต่อใหม่… กระดานยังอยู่ครบ")
    sample(page, AWAY)
    server.kill()
    expect(words).to_be_visible()
    assert [True, ""] in sampled(page), "at first there is only a dot"
    expect(page.locator(".away .dot")).to_be_visible()
    expect(shown).to_be_visible()
    until_none(lambda: small_letters(page), "small letters")
    server.start()
    workshop.do("place_card", card=cards[0], column="close")
    expect(page.locator(f'.list [data-card="{cards[0]}"]')).to_be_visible()
    expect(page.locator(".away")).to_have_count(0)


def test_the_key_leaves_the_address_bar_and_a_reload_comes_back(workshop: Workshop, open_page: OpenPage) -> None:
    page = wall(open_page, workshop)
    assert page.url.endswith(f"/wall/{workshop.id}")
    page.reload()
    expect(page.locator(".stage")).to_be_visible()


def test_a_revoked_wall_goes_dark_at_once_and_says_why(workshop: Workshop, open_page: OpenPage) -> None:
    filled(workshop, ["ลับหลังเพิกถอน", "อีกใบ"])
    page = wall(open_page, workshop)
    [key] = [record["id"] for record in workshop.records("key") if record["role"] == "wall"]
    workshop.do("revoke_link", key=key)
    expect(page.get_by_text("ลิงก์ของจอนี้ถูกยกเลิกแล้ว")).to_be_visible()
    assert "ลับหลังเพิกถอน" not in page.content()


def test_a_wall_without_a_link_says_where_to_get_one(workshop: Workshop, open_page: OpenPage) -> None:
    page = open_page(f"/wall/{workshop.id}")
    expect(page.get_by_text("จอนี้ต้องใช้ลิงก์จอหน้าห้อง")).to_be_visible()
    wrong = open_page(f"/wall/{workshop.id}#key=wrong")
    expect(wrong.get_by_text("ลิงก์นี้ใช้ไม่ได้")).to_be_visible()
    assert axe(page) == []


def test_an_english_workshop_has_an_english_wall(make_workshop: MakeWorkshop, open_page: OpenPage) -> None:
    workshop = make_workshop(language="en", title="Yearly review", question="What should we close?")
    page = wall(open_page, workshop)
    expect(page.get_by_text("Waiting for the first phone")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    workshop.phase("write", "stopped", "show", "sort")
    expect(page.get_by_role("heading", name="Improve")).to_be_visible()
    must_become_readable(page)


def test_where_no_phone_can_get_in_the_wall_says_so(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, open_page: OpenPage
) -> None:
    monkeypatch.delenv("PUBLIC_URL")
    server = Server(tmp_path_factory.mktemp("alone") / "data")
    server.start()
    try:
        workshop = Workshop(server)
        page = open_page("/", width=1024, height=768)
        page.goto(server.url + workshop.link("wall"))
        expect(page.get_by_text("มือถือยังเข้าไม่ได้")).to_be_visible()
        expect(page.get_by_alt_text("QR สำหรับเข้าร่วม")).to_have_count(0)
        must_become_readable(page)
        assert axe(page) == []
        page.close()
    finally:
        server.stop()
