"""Pages and pictures by typst: its templates are ours, and what people wrote comes to them as data."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import fontpkg_sarabun
import manimgx_fonts
import manimgx_fonts_cjk
import orjson
import typst

from server.export.options import Options

PAGES = Path(__file__).parent / "typst_pages"
Kind = Literal["pdf", "png", "svg"]
Standard = Literal["a-2u"]
ARCHIVE: Standard = "a-2u"

# So many letters without a form are replaced one by one before we give up.
MOST_LOST_LETTERS = 40
LOST = "\ufffd"
_cannot_be_drawn = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_escaped = re.compile(r"\\u\{([0-9a-f]+)\}")


def typeset(page: str, told: dict[str, Any], kind: Kind = "pdf", standard: Standard | None = None) -> list[bytes]:
    """One file for a PDF, one a page for pictures; a point of a picture is a pixel."""
    return _compiled(page, orjson.dumps(told).decode(), kind, standard)


def typeset_pdf(page: str, told: dict[str, Any], options: Options) -> bytes:
    """A PDF, for archives if asked. Those may hold no letter without a form: such letters are marked as lost."""
    if not options.pdf_a:
        return typeset(page, told)[0]
    data = orjson.dumps(told).decode()
    for _ in range(MOST_LOST_LETTERS):
        try:
            return _compiled(page, data, "pdf", ARCHIVE)[0]
        except typst.TypstError as error:
            if not (lost := _lost_letters(str(error))):
                raise
            data = data.replace(lost, LOST)
    return _compiled(page, data, "pdf", ARCHIVE)[0]


def _lost_letters(complaint: str) -> str:
    found = _cannot_be_drawn.search(complaint)
    return _escaped.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""


def _compiled(page: str, data: str, kind: Kind, standard: Standard | None) -> list[bytes]:
    made = typst.compile(
        PAGES / f"{page}.typ",
        root=PAGES,
        font_paths=_fonts(),
        format=kind,
        ppi=72,
        sys_inputs={"data": data},
        pdf_standards=[standard] if standard else [],
    )
    return made if isinstance(made, list) else [made]


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Ours alone: a document looks the same wherever it is made."""
    packages = (*manimgx_fonts.__path__, *manimgx_fonts_cjk.__path__)
    homes = [fontpkg_sarabun.ROOT / "files", *(Path(home) for home in packages)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=homes)
