"""Fonts, colours and number formats of a workbook."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook

from server.export.colours import stripe, tint

FONT, SIZE = "TH Sarabun New", 16
# 07 is the Thai Buddhist calendar, 041E Thai: the cell stays a date, people see 22 พ.ย. 2569.
DATES = {"th": "[$-107041E]d mmm yyyy", "en": "[$-409]d mmm yyyy"}
# 16 pt Thai is clipped in the usual row.
ROW_HEIGHT = 24
WIDTHS = {"narrow": 10, "empty": 14, "short": 16, "middle": 22, "wide": 50}


class Look:
    """Every format of one workbook, made once."""

    def __init__(self, book: Workbook, language: str) -> None:
        self._book = book
        self.language = language
        top = {"valign": "top", "border": 1, "border_color": "#BFBFBF"}
        self.text = self._format(text_wrap=True, **top)
        self.number = self._format(align="center", **top)
        self.date = self._format(num_format=DATES[language], align="center", **top)
        self.heading = self._format(bold=True, align="center", text_wrap=True, bg_color="#E7E6E6", **top)
        self.plain = self._format()
        self.bold = self._format(bold=True)
        self.title = self._format(bold=True, font_size=22)
        self.plain_date = self._format(num_format=DATES[language], align="left")
        self.plain_number = self._format(align="left")

    def _format(self, **wish: Any) -> Any:
        return self._book.add_format({"font_name": FONT, "font_size": SIZE, **wish})

    def tinted(self, colour: str) -> Any:
        return self._format(bold=True, bg_color=f"#{tint(colour)}", border=1, border_color="#BFBFBF", valign="top")

    def colour(self, colour: str) -> str:
        return f"#{stripe(colour)}"
