"""The board as plain HTML for whoever shows a safe copy without running its script: a mail or file preview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from server.export.summing_up import in_brackets, in_column
from server.export.workshop_view import BoardView, CardView, ColumnView, ItemView, WorkshopView
from server.thai import thai_date


def plain_board(view: WorkshopView) -> str:
    """Headings and lists; every word is text."""
    day = thai_date(view.day) if view.language == "th" else f"{view.day.day} {view.day:%B %Y}"
    boards = "".join(_board(board, view.language) for board in view.boards)
    return f"<main><h1>{text(view.title)}</h1><p>{text(day)}</p>{boards}</main>"


def text(words: str) -> str:
    return escape(words, quote=True)


def _board(board: BoardView, language: str) -> str:
    columns = "".join(_column(column, language) for column in board.columns)
    asked = f"<p>{text(board.asked)}</p>" if board.asked else ""
    return f"<section><h2>{text(board.heading)}</h2>{asked}{columns}</section>"


def _column(column: ColumnView, language: str) -> str:
    heading = f"{column.icon} {column.name} ({in_column(column, language)})".strip()
    return f"<h3>{text(heading)}</h3>{_list(_item(item, language) for item in column.items)}"


def _item(item: ItemView, language: str) -> str:
    if isinstance(item, CardView):
        return _card(item, language)
    inside = (_card(one, language) for one in (*item.cards, *item.children))
    return f"<b>{text(item.name)}</b>{_told(item, language)}{_list(inside)}"


def _card(card: CardView, language: str) -> str:
    star = "★ " if card.starred else ""
    beneath = [*(text(one) for one in card.stacked), *(_card(child, language) for child in card.children)]
    return f"{star}{text(card.text)}{_told(card, language)}{_list(beneath)}"


def _told(item: ItemView, language: str) -> str:
    """How often it was said and chosen, and what was decided about it."""
    found = item.decision
    decided = " · ".join(filter(None, (found.conclusion, found.owner, found.due, found.first_step)))
    return text(in_brackets(item, language)) + (f"<br>→ {text(decided)}" if decided else "")


def _list(items: Iterable[str]) -> str:
    return "".join(_wrapped(list(items)))


def _wrapped(items: list[str]) -> Iterator[str]:
    if items:
        yield "<ul>"
        yield from (f"<li>{item}</li>" for item in items)
        yield "</ul>"
