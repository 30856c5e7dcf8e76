"""Writing cells: text as text whatever it looks like, dates as dates, numbers as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from server.export.excel_look import ROW_HEIGHT, WIDTHS, Look
from server.export.printable import printable
from server.export.table import Value

# As much as a cell holds.
MOST_LETTERS = 32_767
# Excel's own calendar begins here; older dates are told as text.
FIRST_DAY = date(1900, 3, 1)


def text(sheet: Any, row: int, place: int, words: str, look: Any) -> None:
    """A text cell; never a formula, a link or a number, whatever it begins with."""
    words = _fitting(printable(words))
    if words.startswith("<r>") and words.endswith("</r>"):
        # The library takes this for markup of its own and writes it as it is; in two pieces it escapes it.
        sheet.write_rich_string(row, place, look, words[:2], look, words[2:], look)
    else:
        sheet.write_string(row, place, words, look)


def put(sheet: Any, row: int, place: int, value: Value, look: Look) -> None:
    """One cell of a table."""
    if isinstance(value, date) and value >= FIRST_DAY:
        sheet.write_datetime(row, place, value, look.date)
    elif isinstance(value, int):
        sheet.write_number(row, place, value, look.number)
    elif value is None or value == "":
        sheet.write_blank(row, place, None, look.text)
    else:
        text(sheet, row, place, str(value), look.text)


def table(
    sheet: Any, look: Look, headings: Sequence[tuple[str, str]], body: Iterable[Sequence[Value]], top: int = 0
) -> int:
    """A table with a heading that stays and filters; returns the row behind it."""
    for place, (heading, width) in enumerate(headings):
        text(sheet, top, place, heading, look.heading)
        sheet.set_column(place, place, WIDTHS[width], look.plain)
    row = top
    for row, cells in enumerate(body, top + 1):
        for place, value in enumerate(cells):
            put(sheet, row, place, value, look)
    sheet.autofilter(top, 0, row, len(headings) - 1)
    return row + 1


def on_paper(sheet: Any, top: int = 0) -> None:
    """Landscape A4, as wide as the page, the heading on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P / &N")


def roomy(sheet: Any) -> None:
    """Rows high enough for Thai at 16 pt where nothing is wrapped."""
    sheet.set_default_row(ROW_HEIGHT)


def _fitting(words: str) -> str:
    """Excel counts an emoji as two letters."""
    if len(words) * 2 <= MOST_LETTERS or len(words.encode("utf-16-le")) // 2 <= MOST_LETTERS:
        return words
    return words.encode("utf-16-le")[: MOST_LETTERS * 2].decode("utf-16-le", "ignore")
