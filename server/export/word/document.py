"""From the report's body to a file: on plain official paper, or in an office's own letterhead."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml import etree

from server.export.options import Options
from server.export.printable import printable
from server.export.word.office_paper import in_letterhead
from server.export.word.package import put_in, saved, without
from server.export.word.report import report
from server.export.word.styles import STYLES, defaults, font_entry, paragraph_style, table_styles
from server.export.word.writing import Writing
from server.export.word.xml import W
from server.export.workshop_view import WorkshopView

# What a field is made of: it begins, says what it is, and ends.
PAGE_NUMBER = (
    f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">- </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p>'
)
THAI_NUMBERS = f'<w:pgNumType xmlns:w="{W}" w:fmt="thaiNumbers"/>'


def word(view: WorkshopView, options: Options) -> bytes:
    """The report as .docx."""
    if options.template is not None:
        return in_letterhead(view, options, options.template)
    document = Document()
    _set_page(document, options)
    _set_styles(document, view.language)
    _set_properties(document, view)
    place = len(document.element.body) - 1
    put_in(document, place, report(view, Writing(view.language, options.thai_digits)))
    return saved(document)


def _set_page(document: Any, options: Options) -> None:
    """A4 with the margins of an official letter; every page but the first has its number."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    section.header_distance, section.footer_distance = Cm(1.25), Cm(1)
    section.different_first_page_header_footer = True
    header = section.header
    header.is_linked_to_previous = False
    for one in list(header._element):
        header._element.remove(one)
    header._element.append(parse_xml(PAGE_NUMBER))
    if options.thai_digits:
        section._sectPr.find(qn("w:pgMar")).addnext(parse_xml(THAI_NUMBERS))


def _set_styles(document: Any, language: str) -> None:
    """Ours in place of the library's, whose fonts are not official and whose Thai is small."""
    styles = document.styles.element
    for one in list(styles):
        styles.remove(one)
    for xml in (defaults(language), *(paragraph_style(one, language) for one in STYLES), *table_styles(language)):
        styles.append(parse_xml(xml))
    settings = document.settings.element
    for one in settings.findall(qn("w:themeFontLang")):
        one.set(qn("w:bidi"), "th-TH")
    _replace_parts(document)


def _replace_parts(document: Any) -> None:
    """The library's picture of its own page goes; the table of fonts says what stands for TH Sarabun New."""
    without(document.part.package.rels, "thumbnail")
    without(document.part.rels, "stylesWithEffects")
    fonts = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table = etree.fromstring(fonts.blob)
    table.insert(0, etree.fromstring(font_entry()))
    fonts._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_properties(document: Any, view: WorkshopView) -> None:
    about = document.core_properties
    about.title, about.language = printable(view.title)[:255], "th-TH" if view.language == "th" else "en-GB"
    about.author, about.last_modified_by, about.comments, about.keywords = "", "", "", ""
    about.created = about.modified = datetime.combine(view.day, datetime.min.time(), UTC)
    about.revision = 1
