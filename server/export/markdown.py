"""The board as Markdown: headings, lists and one table, with every card's text as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from server.export.options import Options
from server.export.printable import printable
from server.export.summing_up import Decided, figures, frame, in_brackets, in_column, wording
from server.export.words import day_in_words, year_in_words
from server.export.workshop_view import BoardView, CardView, ColumnView, ItemView, WorkshopView

STAR = "★ "
WORDS = {
    "th": {
        "frame": "กรอบการขับเคลื่อนงาน",
        "columns": ("ช่อง", "เรื่อง", "ข้อสรุป", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ"),
        "original": "ข้อความเดิม",
        "wall": "ข้อความในบัตร",
        "parked": "พักไว้ก่อน",
    },
    "en": {
        "frame": "Frame for action",
        "columns": ("Column", "Item", "Decision", "Owner", "Due"),
        "original": "Original wording",
        "wall": "On the card",
        "parked": "Parked",
    },
}
_special = re.compile(r"[\\`*_\[\]<>{}&|~#$]")
# What some readers turn into links and pictures: addresses, :smile:, @somebody.
_linked = re.compile(r":(?=//|[a-z0-9_+-]+:)|(?<=www)\.|@(?=\w)", re.IGNORECASE)
# What makes a list only where a line begins.
_list = re.compile(r"^(\d{1,9}(?=[.)])|)(?=[-+.)])")


def markdown(view: WorkshopView, options: Options) -> bytes:
    """The whole workshop, one heading a board."""
    return printable("\n".join(_lines(view)) + "\n").encode()


def escaped(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    plain = _special.sub(r"\\\g<0>", " ".join(text.splitlines()))
    return _list.sub(r"\1\\", _linked.sub(r"\\\g<0>", plain))


def _lines(view: WorkshopView) -> Iterator[str]:
    yield f"# {escaped(view.title)}"
    yield ""
    year = f" · {year_in_words(view.fiscal_year, view.language)}" if view.fiscal_year else ""
    yield f"{day_in_words(view.day, view.language)}{year} · {' · '.join(figures(view))}"
    yield from _frame(view)
    for board in view.boards:
        yield from _board(board, view.language)


def _frame(view: WorkshopView) -> Iterator[str]:
    rows = list(frame(view))
    if not rows:
        return
    words = WORDS[view.language]
    yield from ("", f"## {words['frame']}", "", _row(words["columns"]), _row("---" for _ in words["columns"]))
    yield from (_row(escaped(cell) for cell in _cells(row)) for row in rows)


def _cells(row: Decided) -> tuple[str, ...]:
    found = row.item.decision
    return row.column.name, wording(row.item), found.conclusion, found.owner, found.due


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _board(board: BoardView, language: str) -> Iterator[str]:
    yield from ("", f"## {escaped(board.heading)}")
    if board.asked:
        yield from ("", escaped(board.asked))
    for column in board.columns:
        yield from _column(column, language)
    if board.parked:
        yield from ("", f"### {WORDS[language]['parked']} ({len(board.parked)})", "")
        yield from (f"- {escaped(card.text)}" for card in board.parked)


def _column(column: ColumnView, language: str) -> Iterator[str]:
    yield from (
        "",
        f"### {column.icon} {escaped(column.name)} ({in_column(column, language)})".replace("###  ", "### "),
        "",
    )
    for item in column.items:
        yield from _item(item, language)


def _item(item: ItemView, language: str) -> Iterator[str]:
    if isinstance(item, CardView):
        yield from _card(item, language, "")
        return
    star = STAR if item.starred else ""
    yield f"- {star}**{escaped(item.name)}**{in_brackets(item, language)}"
    for card in item.cards:
        yield from _card(card, language, "  ")
    yield from (f"  - ↳ {escaped(child.text)}" for child in item.children)


def _card(card: CardView, language: str, before: str) -> Iterator[str]:
    yield f"{before}- {STAR if card.starred else ''}{escaped(card.text)}{in_brackets(card, language)}"
    if card.original:
        yield f"{before}  - {WORDS[language]['original']}: {escaped(card.original)}"
    yield from (f"{before}  - = {escaped(text)}" for text in card.stacked)
    yield from (f"{before}  - ↳ {escaped(child.text)}" for child in card.children)
