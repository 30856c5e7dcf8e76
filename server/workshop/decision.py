"""What the room decided about a card or a group, and how it went afterwards."""

from __future__ import annotations

from dataclasses import dataclass

FIELDS = (
    "conclusion",
    "owner",
    "due",
    "first_step",
    "indicator",
    "budget",
    "note",
    "why",
    "successor",
    "report",
)
NOT_STARTED, UNDER_WAY, DONE, CANCELLED = STATUSES = ("not_started", "under_way", "done", "cancelled")


@dataclass(frozen=True, slots=True)
class Decision:
    """`due` is a date (YYYY-MM-DD) or a quarter of a fiscal year (2570-Q1); `report` the wording for the report."""

    conclusion: str = ""
    owner: str = ""
    due: str = ""
    first_step: str = ""
    indicator: str = ""
    budget: str = ""
    note: str = ""
    why: str = ""
    successor: str = ""
    report: str = ""
    status: str = ""
    status_note: str = ""
