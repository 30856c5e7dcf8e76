"""The board as plain text for a chat: title, date, each column with its cards, starred ones first."""

from __future__ import annotations

import calendar
from datetime import date

from server.export.board_view import BoardView, ColumnRows
from server.thai import thai_date

STARRED, PLAIN = "★", "•"


def text_for_line(view: BoardView) -> str:
    """Short blocks with an empty line between them; nothing at the end."""
    head = f"{view.title}\n{_date(view.day, view.language)}"
    return "\n\n".join([head, *(_block(column) for column in view.columns)])


def _block(column: ColumnRows) -> str:
    heading = f"{column.icon} {column.name} ({len(column.cards)})".strip()
    starred_first = sorted(column.cards, key=lambda card: not card.starred)
    lines = (f"{STARRED if card.starred else PLAIN} {card.text}" for card in starred_first)
    return "\n".join([heading, *lines])


def _date(day: date, language: str) -> str:
    return thai_date(day) if language == "th" else f"{day.day} {calendar.month_name[day.month]} {day.year}"
