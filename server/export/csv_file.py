"""CSV that Excel reads right: UTF-8 with BOM, everything quoted, and no cell that becomes a formula.

See https://owasp.org/www-community/attacks/CSV_Injection.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable

from server.export.board_view import BoardView, CardRow

STAR = "★"
APOSTROPHE = "'"
FORMULA = frozenset("=+-@＝＋－＠\t\r\n\0")

Cell = Callable[[CardRow], str]
COLUMNS: tuple[tuple[dict[str, str], Cell], ...] = (
    ({"th": "ลำดับ", "en": "No."}, lambda card: str(card.number)),
    ({"th": "ช่อง", "en": "Column"}, lambda card: card.column),
    ({"th": "ข้อความ", "en": "Text"}, lambda card: card.text),
    ({"th": "ข้อความเดิม", "en": "Original text"}, lambda card: card.original or ""),
    ({"th": "ดาว", "en": "Star"}, lambda card: STAR if card.starred else ""),
)


def csv_file(view: BoardView) -> bytes:
    """One row a card, under a header in the view's language."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([header[view.language] for header, _ in COLUMNS])
    writer.writerows([guarded(cell(card)) for _, cell in COLUMNS] for card in view.cards)
    return text.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet calculates; `unguarded` gives it back exactly."""
    # What already begins with an apostrophe gets one too, or it could not be told from a guard.
    return APOSTROPHE + text if text.startswith(APOSTROPHE) or _first_seen(text) in FORMULA else text


def unguarded(cell: str) -> str:
    return cell.removeprefix(APOSTROPHE)


def _first_seen(text: str) -> str:
    """The first character that is not blank, for some programs trim before they look; a leading tab counts."""
    if text[:1] in FORMULA:
        return text[:1]
    return next((letter for letter in text if not _is_blank(letter)), "")


def _is_blank(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc", "Zs", "Zl", "Zp")
