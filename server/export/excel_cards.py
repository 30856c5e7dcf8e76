"""One row a card in the office's column order."""

from __future__ import annotations

from typing import Any

from server.export.excel_look import Look
from server.export.excel_sheet import Column, on_paper, table
from server.export.rows import Row
from server.export.table import EXTRA, FIELDS, Field


def cards_sheet(sheet: Any, look: Look, rows: list[Row]) -> None:
    table(sheet, look, [_column(field, rows, look.language) for field in FIELDS])
    # The heading and the number stay in sight.
    sheet.freeze_panes(1, 1)
    on_paper(sheet)


def _column(field: Field, rows: list[Row], language: str) -> Column:
    values = [field.of(row, language) for row in rows]
    return Column(field.heading(language), field.width, values, field.name in EXTRA)
