"""A workbook: a summary with a chart, one row a card, and a sheet for each column; nothing is ever a formula."""

from __future__ import annotations

import io

from xlsxwriter import Workbook

from server.export.excel_cards import cards_sheet
from server.export.excel_items import items_of, items_sheet
from server.export.excel_look import Look
from server.export.excel_summary import summary_sheet
from server.export.options import Options
from server.export.printable import printable
from server.export.rows import column_rows, rows
from server.export.sheet_names import SheetNames
from server.export.workshop_view import WorkshopView

# What XlsxWriter would otherwise guess from a text. Parts are kept in memory, never in a temporary folder.
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
SUMMARY = {"th": "สรุป", "en": "Summary"}
ITEMS = {"th": "ข้อสรุปและแผน", "en": "Decisions"}
CARDS = {"th": "บัตรทั้งหมด", "en": "All cards"}


def excel(view: WorkshopView, options: Options) -> bytes:
    """The whole workshop as .xlsx."""
    file = io.BytesIO()
    book = Workbook(file, AS_TEXT)
    book.set_properties({"title": printable(view.title)[:255]})
    look, names = Look(book, view.language), SheetNames()
    summary_sheet(book.add_worksheet(names.take(SUMMARY[view.language])), book, look, view)
    if items := list(items_of(view)):
        items_sheet(book.add_worksheet(names.take(ITEMS[view.language])), look, items)
    all_cards = book.add_worksheet(names.take(CARDS[view.language]))
    cards_sheet(all_cards, look, list(rows(view)))
    _column_sheets(book, names, look, view)
    book.close()
    return file.getvalue()


def _column_sheets(book: Workbook, names: SheetNames, look: Look, view: WorkshopView) -> None:
    many = len(view.boards) > 1
    for place, board in enumerate(view.boards, 1):
        for column in board.columns:
            sheet = book.add_worksheet(names.take(f"{place} {column.name}" if many else column.name))
            sheet.set_tab_color(look.colour(column.colour))
            cards_sheet(sheet, look, list(column_rows(board, column)))
