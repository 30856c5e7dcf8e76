"""One row a card in the office's column order."""

from __future__ import annotations

from typing import Any

from server.export.excel_look import Look
from server.export.excel_sheet import on_paper, table
from server.export.rows import Row
from server.export.table import EXTRA, FIELDS, Field, Value
from server.export.workshop_view import WorkshopView


def cards_sheet(sheet: Any, look: Look, rows: list[Row], view: WorkshopView) -> None:
    told = {field.name: [field.of(row, view.language) for row in rows] for field in FIELDS}
    shown = [field for field in FIELDS if field.name not in EXTRA or _tells(told[field.name])]
    headings = [(field.heading(view.language), _width(field, told[field.name])) for field in shown]
    table(sheet, look, headings, zip(*(told[field.name] for field in shown), strict=True))
    # The heading and the number stay in sight.
    sheet.freeze_panes(1, 1)
    on_paper(sheet)


def _tells(values: list[Value]) -> bool:
    """The same in every row tells nothing: one board, only cards, nothing starred."""
    return len({value or None for value in values}) > 1


def _width(field: Field, values: list[Value]) -> str:
    """A column that is still empty waits for a pen, and leaves the room to the others."""
    return field.width if any(values) else "empty"
