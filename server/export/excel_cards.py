"""One row a card in the office's column order."""

from __future__ import annotations

from typing import Any

from server.export.excel_look import Look
from server.export.excel_sheet import on_paper, table
from server.export.rows import Row
from server.export.table import fields
from server.export.workshop_view import WorkshopView


def cards_sheet(sheet: Any, look: Look, rows: list[Row], view: WorkshopView) -> None:
    shown = fields(len(view.boards))
    headings = [(field.heading(view.language), field.width) for field in shown]
    table(sheet, look, headings, ([field.of(row, view.language) for field in shown] for row in rows))
    # The heading and the number stay in sight.
    sheet.freeze_panes(1, 1)
    on_paper(sheet)
