"""The columns of the office's table of cards, in its order: the same in CSV and Excel, and read again on import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from server.export.rows import Row
from server.export.summing_up import placed

STAR = "★"
STATUS = {
    "not_started": {"th": "ยังไม่เริ่ม", "en": "Not started"},
    "under_way": {"th": "กำลังดำเนินการ", "en": "Under way"},
    "done": {"th": "เสร็จแล้ว", "en": "Done"},
    "cancelled": {"th": "ยกเลิก", "en": "Cancelled"},
}
Value = str | int | date | None
Width = Literal["narrow", "short", "middle", "wide"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column of the table: what it is called, and what a card has there."""

    name: str
    th: str
    en: str
    width: Width
    of: Callable[[Row, str], Value]

    def heading(self, language: str) -> str:
        return self.th if language == "th" else self.en


def _own(value: Value, row: Row) -> Value:
    """What a card has and the wordings stacked beneath it have not."""
    return None if row.stacked else value


def _of_card(row: Row, value: Value) -> Value:
    return None if row.stacked or row.child else value


def _of_group(row: Row, field: str) -> str:
    return str(getattr(row.group.decision, field)) if row.group else ""


def _placed(row: Row) -> str:
    """What is in a group was placed with it."""
    return placed((row.group or row.card).placed)


FIELDS: tuple[Field, ...] = (
    Field("number", "ลำดับ", "No.", "narrow", lambda row, _: row.number),
    Field("board", "กระดาน", "Board", "middle", lambda row, _: row.board.heading),
    Field("column", "ช่อง", "Column", "short", lambda row, _: row.column),
    Field("group", "กลุ่มบัตร", "Group", "middle", lambda row, _: row.group_name),
    Field("text", "ข้อความ", "Text", "wide", lambda row, _: row.text),
    Field("report", "ข้อความสำหรับรายงาน", "Report wording", "wide", lambda row, _: _own(row.card.decision.report, row)),
    Field("votes", "คะแนน", "Votes", "narrow", lambda row, _: _own(row.card.votes, row)),
    Field("hands", "คะแนนยกมือ", "Hands", "narrow", lambda row, _: _own(row.card.hands, row)),
    Field("placed", "ทุกคนวาง", "Placed by all", "middle", lambda row, _: _own(_placed(row), row)),
    Field("times", "จำนวนบัตรที่ซ้อน", "Times", "narrow", lambda row, _: _of_card(row, row.card.times)),
    Field("table", "โต๊ะ", "Table", "narrow", lambda row, _: _own(row.card.table, row)),
    Field("owner", "ผู้รับผิดชอบ", "Owner", "middle", lambda row, _: row.decision.owner),
    Field("due", "กำหนดแล้วเสร็จ", "Due", "middle", lambda row, _: row.decision.due_on or row.decision.due),
    Field("status", "สถานะ", "Status", "short", lambda row, language: status(row.decision.status, language)),
    Field("note", "หมายเหตุ", "Note", "wide", lambda row, _: row.decision.note),
    Field("conclusion", "ข้อสรุป", "Decision", "wide", lambda row, _: row.decision.conclusion),
    Field("first_step", "ก้าวแรก", "First step", "middle", lambda row, _: row.decision.first_step),
    Field("indicator", "ตัวชี้วัด", "Indicator", "middle", lambda row, _: row.decision.indicator),
    Field("budget", "งบประมาณ", "Budget", "middle", lambda row, _: row.decision.budget),
    Field("group_report", "ชื่อกลุ่มสำหรับรายงาน", "Group in report", "wide", lambda row, _: _of_group(row, "report")),
    Field("group_votes", "คะแนนกลุ่ม", "Group votes", "narrow", lambda row, _: row.group.votes if row.group else None),
    Field("group_hands", "ยกมือกลุ่ม", "Group hands", "narrow", lambda row, _: row.group.hands if row.group else None),
    Field("original", "ข้อความเดิม", "Original text", "wide", lambda row, _: _own(row.card.original, row)),
    Field("star", "ดาว", "Star", "narrow", lambda row, _: _own(STAR if row.card.starred else "", row)),
    Field("beneath", "อยู่ใต้ลำดับ", "Beneath no.", "narrow", lambda row, _: row.beneath),
    Field("kind", "ชนิด", "Kind", "short", lambda row, language: kind(row, language)),
)
# Only in a table of several boards.
OF_MANY = frozenset({"board"})
# Beyond what every office fills in: a sheet has these only where they tell something.
EXTRA = frozenset(
    (
        *("board", "hands", "placed", "conclusion", "first_step", "indicator", "budget"),
        *("group_report", "group_votes", "group_hands", "original", "star", "beneath", "kind"),
    )
)
CARD = {"th": "บัตร", "en": "Card"}
STACKED = {"th": "บัตรที่ซ้ำ", "en": "Same again"}
CHILD = {"th": "บัตรต่อท้าย", "en": "Follow-up"}


def fields(boards: int) -> tuple[Field, ...]:
    return FIELDS if boards > 1 else tuple(field for field in FIELDS if field.name not in OF_MANY)


def status(name: str, language: str) -> str:
    return STATUS[name][language] if name in STATUS else name


def kind(row: Row, language: str) -> str:
    if row.stacked:
        return STACKED[language]
    return (row.board.child or CHILD[language]) if row.child else CARD[language]
