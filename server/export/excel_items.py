"""One row a group or a card that was decided or voted on: what to do, who, until when, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from server.export.excel_look import Look
from server.export.excel_sheet import on_paper, table
from server.export.summing_up import Decided, decided, on_the_wall, with_cards, wording
from server.export.table import Value, status
from server.export.workshop_view import GroupView, ItemView, WorkshopView

HEADINGS = (
    ({"th": "กระดาน", "en": "Board"}, "middle"),
    ({"th": "ช่อง", "en": "Column"}, "middle"),
    ({"th": "เรื่อง", "en": "Item"}, "wide"),
    ({"th": "ข้อความบนกระดาน", "en": "On the wall"}, "wide"),
    ({"th": "จำนวนบัตร", "en": "Cards"}, "narrow"),
    ({"th": "คะแนน", "en": "Votes"}, "narrow"),
    ({"th": "คะแนนยกมือ", "en": "Hands"}, "narrow"),
    ({"th": "ข้อสรุป", "en": "Decision"}, "wide"),
    ({"th": "ผู้รับผิดชอบ", "en": "Owner"}, "middle"),
    ({"th": "กำหนดแล้วเสร็จ", "en": "Due"}, "middle"),
    ({"th": "ก้าวแรก", "en": "First step"}, "middle"),
    ({"th": "ตัวชี้วัด", "en": "Indicator"}, "middle"),
    ({"th": "งบประมาณ", "en": "Budget"}, "middle"),
    ({"th": "เหตุผล", "en": "Why"}, "middle"),
    ({"th": "ผู้รับช่วงต่อ", "en": "Taken over by"}, "middle"),
    ({"th": "สถานะ", "en": "Status"}, "middle"),
    ({"th": "หมายเหตุ", "en": "Note"}, "wide"),
)


def items_sheet(sheet: Any, look: Look, items: list[Decided]) -> None:
    headings = [(words[look.language], width) for words, width in HEADINGS]
    table(sheet, look, headings, (_row(one, look.language) for one in items))
    sheet.freeze_panes(1, 3)
    on_paper(sheet)


def items_of(view: WorkshopView) -> Iterator[Decided]:
    """Every group, and each card that was decided or voted on, in the order of the wall."""
    for board in view.boards:
        for column in board.columns:
            for item in column.items:
                yield from (Decided(board, column, one) for one in with_cards(item) if _counts(one))


def _counts(item: ItemView) -> bool:
    return isinstance(item, GroupView) or item.votes is not None or decided(item)


def _row(one: Decided, language: str) -> list[Value]:
    item, found = one.item, one.item.decision
    notes = " · ".join(part for part in (found.note, found.status_note) if part)
    return [
        one.board.heading,
        one.column.name,
        wording(item),
        on_the_wall(item),
        item.count,
        item.votes,
        item.hands,
        found.conclusion,
        found.owner,
        found.due_on or found.due,
        found.first_step,
        found.indicator,
        found.budget,
        found.why,
        found.successor,
        status(found.status, language),
        notes,
    ]
