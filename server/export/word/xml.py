"""Paragraphs and tables as WordprocessingML; every text is escaped here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from server.export.printable import printable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_breaks = re.compile(r"(\t|\r\n|[\n\r])")


def run(text: str, *, bold: bool = False, small: bool = False, grey: bool = False) -> str:
    """A run of text in one look."""
    look = ("<w:b/><w:bCs/>" if bold else "") + ('<w:color w:val="595959"/>' if grey else "")
    size = '<w:sz w:val="28"/><w:szCs w:val="28"/>' if small else ""
    properties = f"<w:rPr>{look}{size}</w:rPr>" if look or size else ""
    return f"<w:r>{properties}{_text(text)}</w:r>"


def _text(text: str) -> str:
    return "".join(map(_piece, _breaks.split(printable(text))))


def _piece(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece in ("\n", "\r", "\r\n"):
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else ""


def paragraph(
    *runs: str, style: str = "Normal", keep: bool = False, centred: bool = False, new_page: bool = False
) -> str:
    """A paragraph of runs; `keep` binds it to what follows."""
    properties = f'<w:pStyle w:val="{style}"/>'
    properties += "<w:keepNext/>" if keep else ""
    properties += "<w:pageBreakBefore/>" if new_page else ""
    properties += '<w:jc w:val="center"/>' if centred else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def blank(width: int, label: str = "") -> str:
    """A dotted line to be filled in by hand, behind its label."""
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
    words = run(f"{label} ") if label else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Normal"/>{tab}</w:pPr>{words}<w:r><w:tab/></w:r></w:p>'


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: paragraphs, over how many columns, on what colour."""

    content: str
    span: int = 1
    fill: str = ""
    # The colour of a broad stripe at its left.
    stripe: str = ""


def plain(text: str, *, bold: bool = False, centred: bool = False, keep: bool = False, fill: str = "") -> Cell:
    """A cell of one text."""
    return Cell(paragraph(run(text, bold=bold), style="TableText", centred=centred, keep=keep), fill=fill)


HEAD_FILL = "E7E6E6"
DOTS = "." * 18


def table(widths: Sequence[int], heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table whose heading comes again on every page."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = [plain(text, bold=True, centred=True, keep=True, fill=HEAD_FILL) for text in heading]
    head = _row(widths, cells, "<w:cantSplit/><w:tblHeader/>") if heading else ""
    body = "".join(_row(widths, row, "<w:cantSplit/>") for row in rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _row(widths: Sequence[int], cells: Sequence[Cell], properties: str) -> str:
    place, told = 0, []
    for cell in cells:
        told.append(_cell(cell, sum(widths[place : place + cell.span])))
        place += cell.span
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(told)}</w:tr>"


def _cell(cell: Cell, width: int) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    stripe = f'<w:left w:val="single" w:sz="48" w:space="0" w:color="{cell.stripe}"/>' if cell.stripe else ""
    properties += f"<w:tcBorders>{stripe}</w:tcBorders>" if stripe else ""
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{cell.content}</w:tc>"


def shares(width: int, *parts: float) -> list[int]:
    """A width divided in these proportions, to the last twentieth of a point."""
    whole = sum(parts)
    widths = [int(width * part / whole) for part in parts]
    widths[-1] += width - sum(widths)
    return widths
