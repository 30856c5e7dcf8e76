"""The board as plain HTML for whoever shows a safe copy without running its script: a mail or file preview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from server.export.workshop_view import BoardView, CardView, ColumnView, GroupView, ItemView, WorkshopView
from server.thai import thai_date


def plain_board(view: WorkshopView) -> str:
    """Headings and lists; every word is text."""
    day = thai_date(view.day) if view.language == "th" else f"{view.day.day} {view.day:%B %Y}"
    boards = "".join(_board(board) for board in view.boards)
    return f"<main><h1>{text(view.title)}</h1><p>{text(day)}</p>{boards}</main>"


def text(words: str) -> str:
    return escape(words, quote=True)


def _board(board: BoardView) -> str:
    columns = "".join(_column(column) for column in board.columns)
    asked = f"<p>{text(board.asked)}</p>" if board.asked else ""
    return f"<section><h2>{text(board.heading)}</h2>{asked}{columns}</section>"


def _column(column: ColumnView) -> str:
    heading = f"{column.icon} {column.name} ({column.count})".strip()
    return f"<h3>{text(heading)}</h3>{_list(_item(item) for item in column.items)}"


def _item(item: ItemView) -> str:
    if isinstance(item, GroupView):
        return f"<b>{text(item.name)}</b>{_list(_card(card) for card in item.cards)}"
    return _card(item)


def _card(card: CardView) -> str:
    star = "★ " if card.starred else ""
    times = f" ×{card.times}" if card.times > 1 else ""
    beneath = [*(text(one) for one in card.stacked), *(_card(child) for child in card.children)]
    return f"{star}{text(card.text)}{times}{_list(beneath)}"


def _list(items: Iterable[str]) -> str:
    return "".join(_wrapped(list(items)))


def _wrapped(items: list[str]) -> Iterator[str]:
    if items:
        yield "<ul>"
        yield from (f"<li>{item}</li>" for item in items)
        yield "</ul>"
