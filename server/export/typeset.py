"""Pages and pictures by typst: its templates are ours, and what people wrote comes to them as data."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import fontpkg_sarabun
import manimgx_fonts
import manimgx_fonts_cjk
import orjson
import typst

PAGES = Path(__file__).parent / "typst_pages"
Kind = Literal["pdf", "png", "svg"]


def typeset(page: str, data: dict[str, Any], kind: Kind = "pdf", standard: str | None = None) -> list[bytes]:
    """One file for a PDF, one a page for pictures; a point of a picture is a pixel."""
    made = typst.compile(
        PAGES / f"{page}.typ",
        root=PAGES,
        font_paths=_fonts(),
        format=kind,
        ppi=72,
        sys_inputs={"data": orjson.dumps(data).decode()},
        pdf_standards=[standard] if standard else [],
    )
    return made if isinstance(made, list) else [made]


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Ours alone: a document looks the same wherever it is made."""
    packages = (*manimgx_fonts.__path__, *manimgx_fonts_cjk.__path__)
    homes = [fontpkg_sarabun.ROOT / "files", *(Path(home) for home in packages)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=homes)
