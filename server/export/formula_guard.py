"""Cells that no spreadsheet calculates, and their text again.

See https://owasp.org/www-community/attacks/CSV_Injection.
"""

from __future__ import annotations

import unicodedata

APOSTROPHE = "'"
FORMULA = frozenset("=+-@＝＋－＠\t\r\n\0")


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
