"""An office's own .docx: looked through as if a stranger had sent it, because one may have."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from lxml import etree

from server.export.word.xml import W
from server.workshop import Refused

MEGABYTE = 1_000_000
MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 5 * MEGABYTE, 30 * MEGABYTE, 300
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# What a letterhead is made of. Anything else, such as macros, controls, embedded or imported files, is refused.
RELATIONS = re.compile(
    r"officeDocument|(core|extended|custom)-properties|thumbnail|styles|stylesWithEffects|settings|webSettings|theme"
    r"|fontTable|font|header|footer|image|numbering|footnotes|endnotes|people|comments(Extended|Ids|Extensible)?"
    r"|customXml(Props)?|hyperlink|glossaryDocument|attachedTemplate"
)
# The only things outside the file that it may point at: a web address to click on, and a template, which is cut off.
OUTSIDE = frozenset({"hyperlink", "attachedTemplate"})
# Fields that only count and date. Others read files, ask servers or run programs.
FIELDS = re.compile(
    r"PAGE|NUMPAGES|SECTION|SECTIONPAGES|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|TITLE|SUBJECT|AUTHOR|STYLEREF"
    r"|HYPERLINK|SEQ|REF|PAGEREF|TOC|FILENAME|DOCPROPERTY"
)
# What settings hold to fetch something when the file is read, and attributes that point at another place.
FETCHES = ("attachedTemplate", "mailMerge")
POINTERS = frozenset({"src", "href", "althref"})
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\\\", re.IGNORECASE)
BROKEN = (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, NotImplementedError, EOFError, OSError)


def letterhead(content: bytes) -> Any:
    """The office's document, opened; raises Refused when it is no plain .docx."""
    if len(content) > MOST_BYTES:
        raise Refused("too_large", field="template", limit=MOST_BYTES)
    try:
        document = Document(io.BytesIO(_looked_through(content)))
    except BROKEN:
        raise Refused("template_not_word", field="template") from None
    if document.element.nsmap.get("w") != W or document.element.body is None:
        raise Refused("template_not_word", field="template")
    return document


def _looked_through(content: bytes) -> bytes:
    """The same file with every part looked at, and without its link to a template elsewhere."""
    clean = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as kept:
        parts = package.infolist()
        _must_be_small(parts)
        for part in parts:
            kept.writestr(part.filename, _part(part.filename, package.read(part)))
    return clean.getvalue()


def _must_be_small(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("too_large", field="template", limit=MOST_UNPACKED)
    if len({part.filename for part in parts}) < len(parts) or any(part.flag_bits & 1 for part in parts):
        raise Refused("template_unsafe", field="template")


def _part(name: str, content: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return content
    root = _read(content)
    if name == "[Content_Types].xml":
        _must_be_a_document(root)
    if name.endswith(".rels"):
        _must_stay_inside(root)
    _must_only_count(root)
    _must_not_point_elsewhere(root)
    for one in [found for name in FETCHES for found in root.findall(f"{{{W}}}{name}")]:
        root.remove(one)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _read(content: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.doctype:
        raise Refused("template_unsafe", field="template")
    return root


def _must_be_a_document(types: Any) -> None:
    kinds = {one.get("ContentType") for one in types}
    if MAIN not in kinds:
        raise Refused("template_not_word", field="template")
    if any(re.search(r"macroEnabled|vba|activeX|ole|html|rtf", kind or "", re.IGNORECASE) for kind in kinds):
        raise Refused("template_unsafe", field="template")


def _must_stay_inside(relations: Any) -> None:
    for one in list(relations):
        kind = (one.get("Type") or "").rpartition("/")[2]
        outside = one.get("TargetMode") == "External"
        if not RELATIONS.fullmatch(kind) or (outside and kind not in OUTSIDE):
            raise Refused("template_unsafe", field="template")
        if outside and not re.match(r"(https?|mailto|tel):", one.get("Target") or "") and kind == "hyperlink":
            raise Refused("template_unsafe", field="template")
        if kind == "attachedTemplate":
            relations.remove(one)


def _must_only_count(root: Any) -> None:
    for code in _field_codes(root):
        word = next(iter(code.split()), "")
        if not FIELDS.fullmatch(word.upper()):
            raise Refused("template_unsafe", field="template")


def _must_not_point_elsewhere(root: Any) -> None:
    for one in root.iter(etree.Element):
        for name, value in one.items():
            if name.rpartition("}")[2] in POINTERS and ELSEWHERE.match(value):
                raise Refused("template_unsafe", field="template")


def _field_codes(root: Any) -> Iterator[str]:
    """What each field does: its code may lie in many pieces, and fields within fields."""
    codes: list[str] = []
    for one in root.iter(f"{{{W}}}fldSimple", f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        kind = one.get(f"{{{W}}}fldCharType")
        if one.tag.endswith("fldSimple"):
            yield one.get(f"{{{W}}}instr") or ""
        elif kind == "begin":
            codes.append("")
        elif one.tag.endswith("instrText"):
            codes = [*codes[:-1], (codes[-1] if codes else "") + (one.text or "")]
        elif kind == "end" and codes:
            yield codes.pop()
    yield from codes
