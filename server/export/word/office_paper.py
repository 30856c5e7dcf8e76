"""The report in an office's own letterhead: its head, foot, margins and pictures stay, only the body is ours."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm

from server.export.options import Options
from server.export.word.letterhead import letterhead
from server.export.word.package import put_in, saved, without
from server.export.word.report import report
from server.export.word.styles import STYLES, paragraph_style, table_styles
from server.export.word.writing import SUMMARY_LINES, TEXT_WIDTH, Writing
from server.export.workshop_view import WorkshopView

PREFIX = "Batkham"
# A line of its own where the report shall stand.
MARKERS = frozenset({"[[รายงาน]]", "[[report]]"})
TWENTIETHS = 635
LEAST_WIDTH, LEAST_LINES = 4000, 6
# The height of our own page, and what an office's head takes of it.
PAGE = Cm(25.2)
OWN_LINES = 5


def in_letterhead(view: WorkshopView, options: Options, template: bytes) -> bytes:
    """The report at the office's marker, or else in place of its whole body; raises Refused."""
    document = letterhead(template)
    body = document.element.body
    end = body.get_or_add_sectPr()
    written = _renamed(report(view, Writing(view.language, options.thai_digits, *_room(document))))
    _add_styles(document, view.language)
    marker = next((one for one in body if _text(one) in MARKERS), None)
    if marker is None:
        _empty(body, end)
    place = body.index(end if marker is None else marker)
    if marker is not None:
        body.remove(marker)
    put_in(document, place, written)
    return saved(document)


def _text(one: Any) -> str:
    """A paragraph's words; nothing else can be a marker."""
    return "".join(text.text or "" for text in one.iter(qn("w:t"))).strip() if one.tag == qn("w:p") else ""


def _empty(body: Any, end: Any) -> None:
    for one in list(body):
        if one is not end:
            body.remove(one)


def _room(document: Any) -> tuple[int, int]:
    """How wide the office's own page is from margin to margin, and how many lines its first page has for ours."""
    section = document.sections[-1]
    across = (section.page_width, section.left_margin, section.right_margin)
    down = (section.page_height, section.top_margin, section.bottom_margin)
    if None in across or None in down:
        return TEXT_WIDTH, SUMMARY_LINES - OWN_LINES
    width = int(across[0] - across[1] - across[2] - (section.gutter or 0)) // TWENTIETHS
    height = int(down[0] - abs(down[1]) - abs(down[2])) / PAGE
    return max(LEAST_WIDTH, width), max(LEAST_LINES, int(SUMMARY_LINES * height) - OWN_LINES)


def _add_styles(document: Any, language: str) -> None:
    """Under names of our own, so that the office's stay as they are."""
    without(document.part.rels, "stylesWithEffects")
    styles = document.styles.element
    for one in list(styles):
        if (one.get(qn("w:styleId")) or "").startswith(PREFIX):
            styles.remove(one)
    for xml in (*(paragraph_style(style, language, PREFIX) for style in STYLES), *table_styles(language, PREFIX)):
        styles.append(parse_xml(xml))


def _renamed(body: str) -> str:
    """The report with each style under its prefixed name; in what people wrote every < is escaped."""
    for kind in ("pStyle", "tblStyle"):
        body = body.replace(f'<w:{kind} w:val="', f'<w:{kind} w:val="{PREFIX}')
    return body
