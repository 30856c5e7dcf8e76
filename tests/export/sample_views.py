"""Boards as documents see them, made without a server: practice cards, five hundred, and every field at once."""

from __future__ import annotations

import csv
import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from server.export.workshop_view import (
    BoardView,
    CardView,
    CheckOutView,
    ColumnView,
    Counts,
    DecisionView,
    GroupView,
    ItemView,
    People,
    PlacingView,
    TableView,
    VoteView,
    WorkshopView,
)

PRACTICE = Path(__file__).parent.parent.parent / "server" / "practice" / "practice-cards.csv"
DAY = datetime.date(2026, 11, 22)
COLUMNS = (
    ("close", "■", {"th": "ปิด", "en": "Close"}, {"th": "ควรเลิกหรือหยุดทำ", "en": "Stop it"}),
    ("improve", "↑", {"th": "ปรับปรุง", "en": "Improve"}, {"th": "ทำต่อ แต่ต้องทำให้ดีขึ้น", "en": "Keep it, but better"}),
    ("open", "＋", {"th": "เปิด", "en": "Open"}, {"th": "ควรเริ่มทำใหม่", "en": "Start it"}),
)
TITLE = {"th": "ทบทวนงานพัฒนาชุมชน", "en": "Yearly review of community work"}
QUESTION = {
    "th": "งานหรือโครงการใดที่เราควรปิด ปรับปรุง หรือเปิดใหม่ ในปีงบประมาณ 2570 และเพราะอะไร",
    "en": "Which activities should we close, improve or open in fiscal year 2027, and why?",
}
Texts = Sequence[tuple[str, str]]


def practice(language: str = "th") -> WorkshopView:
    """The sixty practice cards, grouped by what they are about."""
    return _workshop(language, [_board(language, _practice_texts(language))])


def big(cards: int = 500, language: str = "th") -> WorkshopView:
    """As many cards as asked for, in groups of ten."""
    pool = [(column, text) for column, made in _practice_texts(language).items() for text, _ in made]
    texts: dict[str, list[tuple[str, str]]] = {column: [] for column, *_ in COLUMNS}
    for number in range(cards):
        column, text = pool[number % len(pool)]
        name = f"เรื่องที่ {len(texts[column]) // 10 + 1} ของช่อง"
        texts[column].append((f"{text} ({number + 1})", name))
    return _workshop(language, [_board(language, texts)])


def of_texts(texts: Iterable[str], language: str = "th") -> WorkshopView:
    """One board whose first column holds these texts as loose cards."""
    cards = tuple(CardView(number, text) for number, text in enumerate(texts, 1))
    columns = tuple(
        ColumnView(name, icon, name, words[language], hint[language], cards if name == "close" else ())
        for name, icon, words, hint in COLUMNS
    )
    return _workshop(language, [_seen_as(language, columns)])


def whole(language: str = "th") -> WorkshopView:
    """Everything a view can hold: stacks, children, votes, decisions, parked cards, tables, leaving."""
    view = practice(language)
    board = dataclasses.replace(
        view.boards[0],
        columns=tuple(_voted(column) for column in view.boards[0].columns),
        parked=(CardView(1, "บัตรที่พักไว้", id="p1"),),
        child="แนวทางแก้ไข" if language == "th" else "How to fix it",
        vote=VoteView("groups", 5, 2, 26, 34, (("close", 3),)),
        placing=PlacingView(28, 34),
    )
    tables = (TableView(1, 8, 7, 21), TableView(2, 8, 8, 24), TableView(3, 6, 5, 15))
    return dataclasses.replace(
        view,
        boards=(
            board,
            dataclasses.replace(of_texts(["งานที่ภูมิใจ"], language).boards[0], id="board-2", title="สิ่งที่ทำได้สำเร็จ"),
        ),
        people=People(34, tables),
        check_out=CheckOutView((0, 1, 4, 12, 9), ("ได้คุยกันจริง ๆ", "ขอเวลาเพิ่ม")),
    )


def _voted(column: ColumnView) -> ColumnView:
    items = [_with_all(item, place) for place, item in enumerate(column.items)]
    return dataclasses.replace(column, items=tuple(items))


def _with_all(item: ItemView, place: int) -> ItemView:
    placed = (("ปิด", 20 - place), ("เปิด", 3 * place + 1)) if place < 12 else ()
    item = dataclasses.replace(item, votes=12 - place, hands=place % 3, placed=placed)
    if place:
        return item
    child = CardView(900, "ทำแบบรายงานกลางแบบเดียว", id=f"{item.id}-child")
    decided = DecisionView(
        conclusion="ใช้ระบบเดียว ไม่ส่งกระดาษ",
        owner="กลุ่มงานสารสนเทศ",
        due="31 มีนาคม 2570",
        due_on=datetime.date(2027, 3, 31),
        first_step="รวมแบบรายงานทั้งหมด",
        indicator="จำนวนรายงานลดลงครึ่งหนึ่ง",
        budget="ไม่ใช้งบประมาณ",
        note="หารือกับจังหวัดก่อน",
        report="ลดการรายงานที่ซ้ำซ้อน",
        status="under_way",
        status_note="เริ่มแล้วสองอำเภอ",
    )
    if isinstance(item, CardView):
        return dataclasses.replace(item, decision=decided, children=(child,))
    first = dataclasses.replace(
        item.cards[0], starred=True, times=3, stacked=("รายงานกระดาษซ้ำ", "ส่งกระดาษทำไม"), original="งดรายงานกระดาด"
    )
    return dataclasses.replace(item, decision=decided, children=(child,), cards=(first, *item.cards[1:]), starred=True)


def _practice_texts(language: str) -> dict[str, list[tuple[str, str]]]:
    with PRACTICE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        column: [(row[f"text_{language}"], row["cluster"]) for row in rows if row["column"] == column]
        for column, *_ in COLUMNS
    }


def _board(language: str, texts: dict[str, list[tuple[str, str]]]) -> BoardView:
    columns, number = [], 0
    for name, icon, words, hint in COLUMNS:
        items = tuple(_items(texts[name], number, name))
        number += len(texts[name])
        columns.append(ColumnView(name, icon, name, words[language], hint[language], items))
    return _seen_as(language, tuple(columns))


def _items(texts: Texts, before: int, column: str) -> Iterable[ItemView]:
    number = before
    for name, members in groupby(texts, key=lambda one: one[1]):
        cards = []
        for text, _ in members:
            number += 1
            cards.append(CardView(number, text, id=f"c{number}"))
        yield GroupView(name, tuple(cards), id=f"g-{column}-{number}") if len(cards) > 1 else cards[0]


def _seen_as(language: str, columns: tuple[ColumnView, ...]) -> BoardView:
    return BoardView(
        id="board-1",
        title="",
        question=QUESTION[language],
        phase="finished",
        day=DAY,
        columns=columns,
        counts=Counts(
            cards=sum(column.count for column in columns),
            groups=sum(len(column.groups) for column in columns),
            senders=34,
        ),
    )


def _workshop(language: str, boards: Iterable[BoardView]) -> WorkshopView:
    return WorkshopView(
        title=TITLE[language], language=language, day=DAY, fiscal_year=2570, people=People(34), boards=tuple(boards)
    )


TOPICS = (
    ("สิ่งที่ทำได้สำเร็จ", "งานใดในปีที่ผ่านมาที่เราภูมิใจ", "การพัฒนาต่อยอด"),
    ("สิ่งที่ยังไม่สำเร็จ", "งานใดยังไม่ถึงเป้า และติดขัดที่ใด", "แนวทางแก้ไข"),
    ("ข้อเสนอแนะ", "อยากให้หน่วยงานปรับเรื่องใด", ""),
    ("ทิศทางในอนาคต", "อีก 3 ปีอยากเห็นงานของเราเป็นอย่างไร", "ก้าวแรก"),
)


def whole_day() -> WorkshopView:
    """Four topics, two of them with answers below each finding, and what is closed, improved and opened."""
    view = whole()
    topics = tuple(_topic(place, *words) for place, words in enumerate(TOPICS, 2))
    last = dataclasses.replace(view.boards[0], id="board-9", title="ปิด ปรับปรุง เปิด")
    return dataclasses.replace(view, boards=(*topics, last))


def _topic(place: int, title: str, question: str, child: str) -> BoardView:
    items, number = [], 0
    for finding in range(3):
        cards = tuple(CardView(number + one, f"{title} เรื่องที่ {finding + 1} ใบที่ {one}") for one in range(1, 4))
        below = tuple(CardView(number + 3 + one, f"{child} ข้อ {one}") for one in range(1, 5)) if child else ()
        number += 3 + len(below)
        items.append(GroupView(f"{title} กลุ่มที่ {finding + 1}", cards, children=below, id=f"t{place}-{finding}"))
    column = ColumnView("all", "●", "sky", title, "", tuple(items))
    return BoardView(f"board-{place}", title, question, "finished", DAY, (column,), Counts(9, 3, 30), child=child)
