"""Plain text for a chat: ten lines that say it all, then the whole board for who wants it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from server.export.options import Options
from server.export.printable import printable
from server.export.summing_up import Decided, by_weight, figures, frame, in_brackets, in_column, wording
from server.export.words import day_in_words, year_in_words
from server.export.workshop_view import BoardView, CardView, ColumnView, ItemView, WorkshopView
from server.thai import cut

LINES = 10
STARRED, PLAIN, BENEATH = "★", "•", "  ↳"
SHORT = 80
MORE = {"th": "และอีก {n} เรื่อง", "en": "and {n} more"}
PARKED = {"th": "พักไว้ก่อน", "en": "Parked"}


def line_summary(view: WorkshopView, options: Options) -> bytes:
    """Not more than ten lines, to stand above the picture."""
    return printable("\n".join(_summary(view))).encode()


def line_text(view: WorkshopView, options: Options) -> bytes:
    """The ten lines, then every board with all its cards, starred ones first."""
    blocks = ["\n".join(_summary(view)), *(block for board in view.boards for block in _blocks(board, view))]
    return printable("\n\n".join(blocks)).encode()


def _summary(view: WorkshopView) -> list[str]:
    day = day_in_words(view.day, view.language)
    year = f" · {year_in_words(view.fiscal_year, view.language)}" if view.fiscal_year else ""
    head = [_short(view.title), day + year, " · ".join(figures(view))]
    rows = [_decided(row) for row in frame(view)]
    left = LINES - len(head)
    return head + (_first(rows, left, view.language) if rows else _most(view, left))


def _decided(row: Decided) -> str:
    """One line of the frame: what, by whom, until when."""
    found = row.item.decision
    who = " · ".join(part for part in (found.owner, found.due) if part)
    return f"{row.column.icon} {_short(wording(row.item))}".strip() + (f" – {_short(who)}" if who else "")


def _first(lines: list[str], most: int, language: str) -> list[str]:
    """As many as there is room for, and how many there are besides."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], MORE[language].format(n=len(lines) - most + 1)]


def _most(view: WorkshopView, lines: int) -> list[str]:
    """What weighs most, shared out fairly: by column, or by board when there are several."""
    blocks = _by_board(view) if len(view.boards) > 1 else _by_column(view)
    if len(blocks) * 2 > lines:
        return _first([" ".join(block[:2]) for block in blocks], lines, view.language)
    fair, spare = divmod(lines, max(1, len(blocks)))
    return [line for place, block in enumerate(blocks) for line in block[: fair + (place < spare)]]


def _by_column(view: WorkshopView) -> list[list[str]]:
    columns = [column for board in view.boards for column in board.columns if column.items]
    return [[_heading(column, view.language), *_weightiest(column.items, view.language)] for column in columns]


def _by_board(view: WorkshopView) -> list[list[str]]:
    boards = [board for board in view.boards if board.items]
    return [[_short(f"【{board.heading}】"), *_weightiest(board.items, view.language)] for board in boards]


def _heading(column: ColumnView, language: str) -> str:
    return f"{column.icon} {column.name} ({in_column(column, language)})".strip()


def _weightiest(items: Iterable[ItemView], language: str) -> list[str]:
    return [f"{_sign(item)} {_short(wording(item))}{in_brackets(item, language)}" for item in by_weight(items)[:LINES]]


def _blocks(board: BoardView, view: WorkshopView) -> Iterator[str]:
    heading = [f"【{board.heading}】"] if len(view.boards) > 1 or board.asked else []
    yield "\n".join([*heading, *([board.question] if board.asked or not heading else [])])
    for column in board.columns:
        starred_first = sorted(column.items, key=lambda item: not item.starred)
        lines = (line for item in starred_first for line in _item(item, view.language, ""))
        yield "\n".join([_heading(column, view.language), *lines])
    if board.parked:
        lines = (f"{PLAIN} {card.text}" for card in board.parked)
        yield "\n".join([f"{PARKED[view.language]} ({len(board.parked)})", *lines])


def _item(item: ItemView, language: str, before: str) -> Iterator[str]:
    if isinstance(item, CardView):
        yield from _card(item, language, before)
        return
    yield f"{before}{_sign(item)} {item.name}{in_brackets(item, language)}"
    for card in item.cards:
        yield from _card(card, language, f"{before}  ")
    for child in item.children:
        yield f"{before}{BENEATH} {child.text}"


def _card(card: CardView, language: str, before: str) -> Iterator[str]:
    yield f"{before}{_sign(card)} {card.text}{in_brackets(card, language)}"
    for text in card.stacked:
        yield f"{before}  = {text}"
    for child in card.children:
        yield f"{before}{BENEATH} {child.text}"


def _sign(item: ItemView) -> str:
    return STARRED if item.starred else PLAIN


def _short(text: str) -> str:
    return text if (found := cut(text, SHORT)) == text else f"{found}…"
