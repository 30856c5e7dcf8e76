"""A day of four topics and a frame: what is written on it, and what its people do again and again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from a_phone import send
from a_room import Room, next_step
from a_server import Json, until
from a_workshop import new_id
from playwright.sync_api import Page, expect

from server.practice.asked import BELOW
from server.practice.cards import FILE, OTHERS, Row, read

TITLES = ("สิ่งที่ทำได้สำเร็จ", "สิ่งที่ยังไม่สำเร็จ", "ข้อเสนอแนะ", "ทิศทางในอนาคต", "ปิด – ปรับปรุง – เปิด")
BOARDS = SUCCESSES, FAILURES, SUGGESTIONS, DIRECTION, FRAME = tuple(f"board-{number}" for number in range(1, 6))
NAMES = ("successes", "not-yet", "suggestions", "direction")
FILES = dict(zip(BOARDS, (*(OTHERS / f"{name}.csv" for name in NAMES), FILE), strict=True))
# Of what people have in mind in a rehearsal, as much as this day needs.
MOST_TOPICS, CARDS_OF_EACH = 6, 3


@dataclass
class Topic:
    """What belongs together: cards that become a group, or one alone, and what is hung below it."""

    called: str
    column: str
    texts: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.called if len(self.texts) > 1 else self.texts[0]


def topics(board: str) -> list[Topic]:
    """The first topics of each column."""
    rows = read(FILES[board])
    each = MOST_TOPICS // len({row.column for row in rows})
    found: dict[str, Topic] = {}
    for row in rows:
        seen = Counter(one.column for one in found.values())
        if row.topic in found or seen[row.column] < each:
            topic = found.setdefault(row.topic, Topic(row.topic, row.column, below=_below(row)))
            if row.column == topic.column and len(topic.texts) < CARDS_OF_EACH:
                topic.texts.append(row.words["th"])
    return list(found.values())


def _below(row: Row) -> list[str]:
    return [one.words["th"] for one in read(BELOW) if one.topic == row.topic]


@dataclass
class Day(Room):
    """The room, with a helper's phone as its remote; the last of the phones writes for a table."""

    board: str = SUCCESSES
    # Each card by its words, and each group by its name.
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def laptop(self) -> Page:
        return self.facilitator.page

    @property
    def scribe(self) -> Page:
        return self.remote.page

    def token(self, number: int) -> str:
        return str(self.phones[number].identity["token"])

    def below(self, item: str) -> list[str]:
        cards = self.workshop.records("card")
        return sorted(card["text"] for card in cards if card["parent"] == self.ids[item])

    def vote(self) -> Json:
        return next(one for one in self.workshop.records("vote") if one["board"] == self.board)


def everybody_writes(day: Day) -> None:
    """The first and the table's phone by hand, the others by what phones send."""
    next_step(day.laptop, "เริ่มรับบัตร")
    cards = [(text, topic.column) for topic in topics(day.board) for text in topic.texts]
    for one in day.phones:
        expect(one.page.get_by_role("button", name="ส่งบัตร", exact=True)).to_be_visible()
    by_hand = set()
    for number, (text, column) in enumerate(cards):
        phone = number % 6 if number < 12 else 5
        if phone in (0, 5) and phone not in by_hand:
            by_hand.add(phone)
            send(day.phones[phone].page, text)
        else:
            day.workshop.do("submit_card", day.token(phone), new_id(), board=day.board, text=text, proposed=column)
    # Some may have been carried here from another board.
    until(lambda: sum(not card["room"] for card in on_the_board(day)) == len(cards), "all cards to arrive")
    expect(day.wall.page.get_by_text(f"รับแล้ว {len(cards)} ใบ")).to_be_visible()


def on_the_board(day: Day) -> list[Json]:
    return [card for card in day.workshop.records("card") if card["board"] == day.board and card["parent"] is None]


def cards_are_shown_and_grouped(day: Day) -> None:
    for says in ("หยุดรับบัตร", "แสดงบัตร", "เริ่มจัดช่อง"):
        day.laptop.locator("footer").get_by_role("button", name=says).click()
    for card in on_the_board(day):
        day.ids[card["text"]] = card["id"]
    for topic in topics(day.board):
        cards = [day.ids[text] for text in topic.texts]
        day.workshop.do("move_cards", cards=cards, column=topic.column)
        day.ids[topic.name] = cards[0]
        if len(cards) > 1:
            day.ids[topic.name] = new_id()
            day.workshop.do("group_cards", id=day.ids[topic.name], cards=cards, label=topic.name)


def open_next_board(day: Day) -> None:
    """By the big button of the laptop; every screen goes along."""
    number = BOARDS.index(day.board) + 1
    next_step(day.laptop, "จบกระดาน")
    day.laptop.locator("footer").get_by_role("button", name=f"ไป {TITLES[number][:8]}").click()
    day.board = BOARDS[number]
    expect(day.wall.page.get_by_role("heading", name=TITLES[number])).to_be_visible()
    for one in day.phones:
        expect(one.page.locator("p.board")).to_have_text(TITLES[number])
