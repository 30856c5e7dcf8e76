"""What the room decided about a card or a group, and how it went afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

# What a board may ask for about each item, and besides it the wording for the report.
DecisionField = Literal["conclusion", "owner", "due", "first_step", "indicator", "budget", "note", "why", "successor"]
Field = Literal[DecisionField, "report"]
FIELDS: tuple[str, ...] = get_args(Field)
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
