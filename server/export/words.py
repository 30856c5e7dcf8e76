"""Words, dates and numbers that documents share."""

from __future__ import annotations

import calendar
from datetime import date

from server.thai import BUDDHIST_ERA, thai_date

# A year above this can only be พ.ศ.
LATEST_CHRISTIAN = 2400


def day_in_words(day: date, language: str) -> str:
    """22 พฤศจิกายน 2569, or 22 November 2026."""
    return thai_date(day) if language == "th" else f"{day.day} {calendar.month_name[day.month]} {day.year}"


def year_in_words(year: int, language: str) -> str:
    """A fiscal year as offices write it: ปีงบประมาณ พ.ศ. 2570, or fiscal year 2027."""
    buddhist = year if year > LATEST_CHRISTIAN else year + BUDDHIST_ERA
    return f"ปีงบประมาณ พ.ศ. {buddhist}" if language == "th" else f"fiscal year {buddhist - BUDDHIST_ERA}"
