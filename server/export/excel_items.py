"""One row a group or a card that was decided or voted on: what to do, who, until when, and how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from server.export.excel_look import Look
from server.export.excel_sheet import Column, on_paper, table
from server.export.summing_up import Decided, decided, on_the_wall, with_cards, wording
from server.export.table import Value, status
from server.export.workshop_view import GroupView, ItemView, WorkshopView


@dataclass(frozen=True, slots=True)
class Field:
    """One column of the plan; an `extra` one is left out where it tells nothing."""

    th: str
    en: str
    width: str
    of: Callable[[Decided, str], Value]
    extra: bool = False


FIELDS = (
    Field("กระดาน", "Board", "middle", lambda one, _: one.board.heading, extra=True),
    Field("ช่อง", "Column", "short", lambda one, _: one.column.name),
    Field("เรื่อง", "Item", "wide", lambda one, _: wording(one.item)),
    Field("ข้อความบนกระดาน", "On the wall", "wide", lambda one, _: _wall(one), extra=True),
    Field("จำนวนบัตร", "Cards", "narrow", lambda one, _: one.item.count),
    Field("คะแนน", "Votes", "narrow", lambda one, _: one.item.votes, extra=True),
    Field("คะแนนยกมือ", "Hands", "narrow", lambda one, _: one.item.hands, extra=True),
    Field("ข้อสรุป", "Decision", "wide", lambda one, _: one.item.decision.conclusion),
    Field("ผู้รับผิดชอบ", "Owner", "middle", lambda one, _: one.item.decision.owner),
    Field("กำหนดแล้วเสร็จ", "Due", "middle", lambda one, _: one.item.decision.due_on or one.item.decision.due),
    Field("ก้าวแรก", "First step", "middle", lambda one, _: one.item.decision.first_step),
    Field("ตัวชี้วัด", "Indicator", "middle", lambda one, _: one.item.decision.indicator),
    Field("งบประมาณ", "Budget", "middle", lambda one, _: one.item.decision.budget),
    Field("เหตุผล", "Why", "middle", lambda one, _: one.item.decision.why, extra=True),
    Field("ผู้รับช่วงต่อ", "Taken over by", "middle", lambda one, _: one.item.decision.successor, extra=True),
    Field("สถานะ", "Status", "middle", lambda one, language: status(one.item.decision.status, language)),
    Field("หมายเหตุ", "Note", "wide", lambda one, _: _notes(one)),
)


def items_sheet(sheet: Any, look: Look, items: list[Decided]) -> None:
    columns = [_column(field, items, look.language) for field in FIELDS]
    table(sheet, look, columns)
    # The heading and what it is about stay in sight.
    sheet.freeze_panes(1, 1 + [column.heading for column in columns if column.tells].index(columns[2].heading))
    on_paper(sheet)


def _column(field: Field, items: list[Decided], language: str) -> Column:
    heading = field.th if language == "th" else field.en
    return Column(heading, field.width, [field.of(one, language) for one in items], field.extra)


def _wall(one: Decided) -> str:
    return on_the_wall(one.item) if one.item.decision.report else ""


def _notes(one: Decided) -> str:
    found = one.item.decision
    return " · ".join(part for part in (found.note, found.status_note) if part)


def items_of(view: WorkshopView) -> Iterator[Decided]:
    """Every group, and each card that was decided or voted on, in the order of the wall."""
    for board in view.boards:
        for column in board.columns:
            for item in column.items:
                yield from (Decided(board, column, one) for one in with_cards(item) if _counts(one))


def _counts(item: ItemView) -> bool:
    return isinstance(item, GroupView) or item.votes is not None or decided(item)
