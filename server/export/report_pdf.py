"""The report as PDF: the very body of the Word report, set by typst, so that the two never differ."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from server.export.drawing import Drawn, drawable, drawn
from server.export.options import Options
from server.export.typeset import typeset_pdf
from server.export.word.report import report
from server.export.word.writing import Writing
from server.export.word.xml import W
from server.export.workshop_view import WorkshopView


def report_pdf(view: WorkshopView, options: Options) -> bytes:
    """The same words and tables in the same order as the Word file."""
    body = report(view, Writing(view.language, options.thai_digits))
    blocks = list(_blocks(fromstring(f'<w:body xmlns:w="{W}">{body}</w:body>')))
    told = drawn(view, options) | {"boards": []} | drawable({"blocks": blocks})
    return typeset_pdf("report", told, options)


def _blocks(place: Element) -> Iterator[Drawn]:
    for one in place:
        if one.tag == _name("p"):
            yield _paragraph(one)
        elif one.tag == _name("tbl"):
            yield _table(one)


def _paragraph(one: Element) -> Drawn:
    return {
        "kind": "paragraph",
        "style": _value(one, "pPr/pStyle") or "Normal",
        "centred": _value(one, "pPr/jc") == "center",
        "keep": _has(one, "pPr/keepNext"),
        "new_page": _has(one, "pPr/pageBreakBefore"),
        "dotted": _has(one, "pPr/tabs"),
        "runs": [_run(run) for run in one.iterfind(_path("r"))],
    }


def _run(one: Element) -> Drawn:
    return {
        "text": "".join(_piece(piece) for piece in one),
        "bold": _has(one, "rPr/b"),
        "small": _has(one, "rPr/sz"),
        "grey": _has(one, "rPr/color"),
    }


def _piece(one: Element) -> str:
    if one.tag == _name("t"):
        return one.text or ""
    return "\n" if one.tag == _name("br") else ""


def _table(one: Element) -> Drawn:
    rows = list(one.iterfind(_path("tr")))
    heads = [row for row in rows if _has(row, "trPr/tblHeader")]
    return {
        "kind": "table",
        "widths": [int(column.get(_name("w"), "1")) for column in one.iterfind(_path("tblGrid/gridCol"))],
        "heads": [_row(row) for row in heads],
        "rows": [_row(row) for row in rows if row not in heads],
    }


def _row(one: Element) -> list[Drawn]:
    return [_cell(cell) for cell in one.iterfind(_path("tc"))]


def _cell(one: Element) -> Drawn:
    return {
        "span": int(_value(one, "tcPr/gridSpan") or 1),
        "fill": _attribute(one, "tcPr/shd", "fill"),
        "stripe": _attribute(one, "tcPr/tcBorders/left", "color"),
        "blocks": list(_blocks(one)),
    }


def _value(one: Element, path: str) -> str:
    return _attribute(one, path, "val")


def _attribute(one: Element, path: str, name: str) -> str:
    found = one.find(_path(path))
    return "" if found is None else found.get(_name(name), "")


def _has(one: Element, path: str) -> bool:
    return one.find(_path(path)) is not None


def _path(path: str) -> str:
    return "/".join(_name(part) for part in path.split("/"))


def _name(name: str) -> str:
    return f"{{{W}}}{name}"
