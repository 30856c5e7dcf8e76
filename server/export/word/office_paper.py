"""The report in an office's own letterhead: its head, foot, margins and pictures stay, only the body is ours."""

from __future__ import annotations

import io
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from server.export.options import Options
from server.export.word.letterhead import letterhead
from server.export.word.report import report
from server.export.word.styles import STYLES, paragraph_style, table_styles
from server.export.word.writing import TEXT_WIDTH, Writing
from server.export.word.xml import W
from server.export.workshop_view import WorkshopView

PREFIX = "Batkham"
# A line of its own where the report shall stand.
MARKERS = frozenset({"[[รายงาน]]", "[[report]]"})
TWENTIETHS = 635
LEAST_WIDTH = 4000


def in_letterhead(view: WorkshopView, options: Options, template: bytes) -> bytes:
    """The report at the office's marker, or else in place of its whole body; raises Refused."""
    document = letterhead(template)
    body = document.element.body
    end = body.get_or_add_sectPr()
    written = _renamed(report(view, Writing(view.language, options.thai_digits, _width(document))))
    _add_styles(document, view.language)
    marker = next((one for one in body if _text(one) in MARKERS), None)
    if marker is None:
        _empty(body, end)
    place = body.index(end if marker is None else marker)
    body[place:place] = written
    if marker is not None:
        body.remove(marker)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _text(one: Any) -> str:
    """A paragraph's words; nothing else can be a marker."""
    return "".join(text.text or "" for text in one.iter(qn("w:t"))).strip() if one.tag == qn("w:p") else ""


def _empty(body: Any, end: Any) -> None:
    for one in list(body):
        if one is not end:
            body.remove(one)


def _width(document: Any) -> int:
    """From margin to margin of the office's own page."""
    section = document.sections[-1]
    edges = (section.page_width, section.left_margin, section.right_margin)
    if any(edge is None for edge in edges):
        return TEXT_WIDTH
    return max(LEAST_WIDTH, int(edges[0] - edges[1] - edges[2] - (section.gutter or 0)) // TWENTIETHS)


def _add_styles(document: Any, language: str) -> None:
    """Under names of our own, so that the office's stay as they are."""
    styles = document.styles.element
    for one in list(styles):
        if (one.get(qn("w:styleId")) or "").startswith(PREFIX):
            styles.remove(one)
    for xml in (*(paragraph_style(style, language, PREFIX) for style in STYLES), *table_styles(language, PREFIX)):
        styles.append(parse_xml(xml))


def _renamed(body: str) -> list[Any]:
    """The report's elements, each by the prefixed name of its style."""
    whole = parse_xml(f'<w:body xmlns:w="{W}">{body}</w:body>'.encode())
    for one in whole.iter(qn("w:pStyle"), qn("w:tblStyle")):
        one.set(qn("w:val"), PREFIX + one.get(qn("w:val")))
    return list(whole)
