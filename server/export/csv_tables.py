"""CSV that Excel reads right: UTF-8 with BOM, everything quoted, and no cell that becomes a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest

from server.export.formula_guard import guarded
from server.export.options import Options
from server.export.printable import printable
from server.export.rows import PARKED, column_rows, rows
from server.export.table import Value, fields
from server.export.workshop_view import BoardView, WorkshopView


def long_csv(view: WorkshopView, options: Options) -> bytes:
    """One row a card, under the headings of the office's table."""
    shown = fields(len(view.boards))
    heading = [field.heading(view.language) for field in shown]
    body = ([_cell(field.of(row, view.language)) for field in shown] for row in rows(view))
    return _written([heading, *body])


def wide_csv(view: WorkshopView, options: Options) -> bytes:
    """One CSV column a board column, its cards beneath one another: what other boards take in."""
    columns = [column for board in view.boards for column in _columns(board, view)]
    heading = [name for name, _ in columns]
    body = zip_longest(*(texts for _, texts in columns), fillvalue="")
    return _written([heading, *body])


def _columns(board: BoardView, view: WorkshopView) -> Iterator[tuple[str, list[str]]]:
    before = f"{board.heading}: " if len(view.boards) > 1 else ""
    for column in board.columns:
        yield before + column.name, [row.text for row in column_rows(board, column)]
    if board.parked:
        yield before + PARKED[view.language], [card.text for card in board.parked]


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _written(table: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([guarded(printable(cell)) for cell in row] for row in table)
    return text.getvalue().encode("utf-8-sig")
