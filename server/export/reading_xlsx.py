"""Excel files read as plain tables: values only, never a formula, and no more than fits a workshop."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from server.export.reading_csv import Table

# A small file can unpack to gigabytes.
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 400
MOST_SHEETS = 12
MOST_ROWS = 2_010
MOST_COLUMNS = 60


def tables_of(content: bytes) -> list[Table]:
    """The sheets of a workbook in their order; raises ValueError."""
    _must_be_bearable(content)
    # Takes long to import, and only here is it needed.
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # What it does not read of a file (filters, styles) is no matter here.
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            return [list(_lines(sheet)) for sheet in islice(book.worksheets, MOST_SHEETS)]
        except (KeyError, AttributeError, TypeError, OSError, SyntaxError, zipfile.BadZipFile) as broken:
            raise ValueError("no workbook") from broken


def _must_be_bearable(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            sizes = [part.file_size for part in parts.infolist()]
    except zipfile.BadZipFile as broken:
        raise ValueError("no workbook") from broken
    if len(sizes) > MOST_PARTS or sum(sizes) > MOST_UNPACKED:
        raise ValueError("too much in it")


def _lines(sheet: Any) -> Iterator[list[str]]:
    # What a file says of its size may be a lie in either direction.
    sheet.reset_dimensions()
    for line in islice(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), MOST_ROWS):
        yield _without_end([_text(value) for value in line])


def _text(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _without_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells
