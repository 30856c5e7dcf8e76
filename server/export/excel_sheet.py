"""Writing cells: text as text whatever it looks like, dates as dates, numbers as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from server.export.excel_look import ROW_HEIGHT, WIDTHS, Look
from server.export.printable import printable
from server.export.table import Value
from server.thai import graphemes

# As much as a cell holds.
MOST_LETTERS = 32_767
HIGHEST_ROW = 409
# A unit of width is a digit of the usual 11 pt; Thai at 16 pt needs more, and words do not fill a line.
THAI_LETTERS_A_UNIT = 0.7
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


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; an `extra` one is left out where it tells nothing."""

    heading: str
    width: str
    values: Sequence[Value]
    extra: bool = False

    @property
    def tells(self) -> bool:
        """The same in every row tells nothing: one board, only cards, nothing starred."""
        return not self.extra or len({value or None for value in self.values}) > 1

    @property
    def letters(self) -> int:
        """A column that is still empty waits for a pen, and leaves the room to the others."""
        return WIDTHS[self.width if any(self.values) else "empty"]


def table(sheet: Any, look: Look, columns: Iterable[Column]) -> None:
    """A table from the top, with a heading that stays and filters."""
    shown = [column for column in columns if column.tells]
    for place, column in enumerate(shown):
        sheet.set_column(place, place, column.letters, look.plain)
        text(sheet, 0, place, column.heading, look.heading)
        for row, value in enumerate(column.values, 1):
            put(sheet, row, place, value, look)
    rows = len(shown[0].values)
    sheet.set_row(0, ROW_HEIGHT * max(_lines(column.heading, column) for column in shown))
    for row in range(rows):
        lines = max(_lines(column.values[row], column) for column in shown)
        sheet.set_row(row + 1, min(HIGHEST_ROW, ROW_HEIGHT * lines))
    sheet.autofilter(0, 0, rows, len(shown) - 1)


def _lines(value: Value, column: Column) -> int:
    """On how many lines a cell is wrapped. Not every program fits the height of a row by itself."""
    if not isinstance(value, str):
        return 1
    a_line = max(1, int(column.letters * THAI_LETTERS_A_UNIT))
    return max(1, -(-graphemes(value) // a_line))


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
