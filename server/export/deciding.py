"""What was decided, in words for documents."""

from __future__ import annotations

import re
from datetime import date

from server.export.words import day_in_words, year_in_words
from server.export.workshop_view import DecisionView
from server.workshop.views import Record

WORDS = ("conclusion", "owner", "first_step", "indicator", "budget", "why", "successor", "note", "report", "status")
_quarter = re.compile(r"(\d{4})-?Q([1-4])")
QUARTER = {"th": "ไตรมาส {quarter} {year}", "en": "Quarter {quarter}, {year}"}


def decision(told: Record, language: str) -> DecisionView:
    """A decision's record as documents show it."""
    due = str(told.get("due") or "")
    on = _day(due)
    return DecisionView(
        **{field: str(told.get(field) or "") for field in WORDS},
        due=day_in_words(on, language) if on else _quarter_in_words(due, language),
        due_on=on,
        status_note=str(told.get("status_note") or ""),
    )


def _day(due: str) -> date | None:
    try:
        return date.fromisoformat(due) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", due) else None
    except ValueError:
        return None


def _quarter_in_words(due: str, language: str) -> str:
    found = _quarter.fullmatch(due)
    if found is None:
        return due
    return QUARTER[language].format(quarter=found[2], year=year_in_words(int(found[1]), language))
