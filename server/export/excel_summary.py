"""The first sheet: what, when, how many, and a bar for each column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xlsxwriter import Workbook

from server.export.colours import named
from server.export.excel_look import FONT, Look
from server.export.excel_sheet import on_paper, put, roomy, text
from server.export.summing_up import all_cards
from server.export.words import year_in_words
from server.export.workshop_view import BoardView, ColumnView, WorkshopView

LABELS = {
    "day": {"th": "วันที่", "en": "Date"},
    "year": {"th": "ปีงบประมาณ", "en": "Fiscal year"},
    "people": {"th": "ผู้เข้าร่วม (คน)", "en": "People"},
    "cards": {"th": "บัตรคำ (ใบ)", "en": "Cards"},
    "groups": {"th": "กลุ่มบัตร (กลุ่ม)", "en": "Groups"},
    "rehearsal": {"th": "ฉบับซ้อม", "en": "Rehearsal"},
    "column": {"th": "ช่อง", "en": "Column"},
    "in_column": {"th": "จำนวนบัตร", "en": "Cards"},
    "carried": {"th": "ในนี้ยกมา", "en": "Carried over"},
    "in_groups": {"th": "จำนวนกลุ่ม", "en": "Groups"},
    "votes": {"th": "คะแนน", "en": "Votes"},
    "chart": {"th": "จำนวนบัตรในแต่ละช่อง", "en": "Cards in each column"},
    "table": {"th": "โต๊ะ", "en": "Table"},
    "seated": {"th": "ผู้นั่ง (คน)", "en": "Seated"},
    "senders": {"th": "ผู้ส่งบัตร (คน)", "en": "Senders"},
}
CHART_PLACE, CHART_ROWS = 5, 14
# With so few cards the axis would count in halves.
FEW = 10


def summary_sheet(sheet: Any, book: Workbook, look: Look, view: WorkshopView) -> None:
    roomy(sheet)
    sheet.set_column(0, 0, 34, look.plain)
    sheet.set_column(1, 4, 16, look.plain)
    sheet.set_row(0, 32)
    text(sheet, 0, 0, view.title, look.title)
    row = _facts(sheet, look, view)
    for board in view.boards:
        row = _board(sheet, book, look, board, row)
    if view.people.tables:
        _tables(sheet, look, view, row)
    sheet.hide_gridlines(2)
    on_paper(sheet)


def _facts(sheet: Any, look: Look, view: WorkshopView) -> int:
    told: list[tuple[str, object]] = [("day", view.day)]
    told += [("year", year_in_words(view.fiscal_year, view.language))] if view.fiscal_year else []
    told += [("rehearsal", "✓")] if view.rehearsal else []
    told += [("people", view.people.joined)] if view.people.joined else []
    told += [("cards", all_cards(view))]
    told += [("groups", sum(board.counts.groups for board in view.boards))]
    for row, (label, value) in enumerate(told, 1):
        text(sheet, row, 0, LABELS[label][view.language], look.bold)
        if isinstance(value, int):
            sheet.write_number(row, 1, value, look.plain_number)
        elif isinstance(value, str):
            text(sheet, row, 1, value, look.plain)
        else:
            sheet.write_datetime(row, 1, value, look.plain_date)
    return len(told) + 2


def _board(sheet: Any, book: Workbook, look: Look, board: BoardView, top: int) -> int:
    """A board's table of columns with its chart beside it; returns the row below both."""
    text(sheet, top, 0, board.heading, look.bold)
    if board.asked:
        top += 1
        text(sheet, top, 0, board.asked, look.plain)
    counted = _counted(board)
    for place, label in enumerate(("column", *counted)):
        text(sheet, top + 1, place, LABELS[label][look.language], look.heading)
    for row, column in enumerate(board.columns, top + 2):
        text(sheet, row, 0, named(column, column.name), look.tinted(column.colour))
        for place, count in enumerate(counted.values(), 1):
            put(sheet, row, place, count(column), look)
    _chart(sheet, book, look, board, top)
    return top + max(CHART_ROWS, len(board.columns) + 4)


def _counted(board: BoardView) -> dict[str, Callable[[ColumnView], int]]:
    """What is counted in each column; what was carried over and votes only where there are any."""
    counted: dict[str, Callable[[ColumnView], int]] = {"in_column": lambda column: column.count}
    if board.counts.carried:
        counted["carried"] = lambda column: column.carried
    counted["in_groups"] = lambda column: len(column.groups)
    if any(item.votes is not None for item in board.items):
        counted["votes"] = lambda column: sum(item.votes or 0 for item in column.items)
    return counted


def _chart(sheet: Any, book: Workbook, look: Look, board: BoardView, top: int) -> None:
    """A bar a column in its colour, from nought: an axis that begins later makes small differences look large."""
    if not board.columns:
        return
    chart = book.add_chart({"type": "bar"})
    first, last = top + 2, top + 1 + len(board.columns)
    fills = [{"fill": {"color": look.colour(column.colour)}} for column in board.columns]
    font = {"name": FONT, "size": 14}
    chart.add_series(
        {
            "name": LABELS["in_column"][look.language],
            "categories": [sheet.name, first, 0, last, 0],
            "values": [sheet.name, first, 1, last, 1],
            "points": fills,
            "gap": 60,
            "data_labels": {"value": True, "font": font},
        }
    )
    chart.set_title({"name": LABELS["chart"][look.language], "name_font": {**font, "bold": True}})
    chart.set_legend({"none": True})
    lines = {"major_gridlines": {"visible": True, "line": {"color": "#DDDDDD"}}}
    few = {"major_unit": 1} if max(column.count for column in board.columns) < FEW else {}
    chart.set_x_axis({"min": 0, "num_font": font, "num_format": "0", **lines, **few})
    chart.set_y_axis({"reverse": True, "num_font": font})
    chart.set_size({"width": 560, "height": 380})
    # What was asked may be long: it runs on above the chart, not beneath it.
    sheet.insert_chart(top + 1, CHART_PLACE, chart)


def _tables(sheet: Any, look: Look, view: WorkshopView, top: int) -> None:
    for place, label in enumerate(("table", "seated", "senders", "cards")):
        text(sheet, top, place, LABELS[label][look.language], look.heading)
    for row, one in enumerate(view.people.tables, top + 1):
        for place, count in enumerate((one.table, one.seated, one.senders, one.cards)):
            put(sheet, row, place, count, look)
