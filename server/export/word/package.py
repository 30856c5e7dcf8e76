"""What is done to a Word file as a whole: put a body in, leave a part out, save it."""

from __future__ import annotations

import io
from secrets import token_hex
from typing import Any

from docx.oxml import parse_xml
from lxml import etree


def put_in(document: Any, place: int, written: str) -> None:
    """Put the report at this place of the body.

    As text, and read once: moving thousands of rows from one tree into another takes a time that grows with
    their square.
    """
    here = token_hex(16)
    document.element.body.insert(place, etree.Comment(here))
    before, after = etree.tostring(document.element, encoding="unicode").split(f"<!--{here}-->")
    document.part._element = parse_xml(f"{before}{written}{after}".encode())


def without(relations: Any, kind: str) -> None:
    """Leave out a part. Word calls a file broken whose second set of styles is not the same as its first."""
    for id_, relation in list(relations.items()):
        if relation.reltype.endswith(f"/{kind}"):
            del relations[id_]


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
