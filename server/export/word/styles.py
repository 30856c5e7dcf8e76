"""The look of an official document: one font and size for Latin and Thai alike, said in every style."""

from __future__ import annotations

from dataclasses import dataclass

from server.export.word.xml import W

FONT, FALLBACK = "TH Sarabun New", "Sarabun"
# In half points: 16 pt.
SIZE = 32


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style: its name in Word, its size in half points, its place."""

    id: str
    name: str
    size: int = SIZE
    bold: bool = False
    place: str = ""
    outline: int | None = None


def _spacing(before: int, after: int) -> str:
    """Single lines, whatever an office's own defaults are."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'


CENTRED = '<w:jc w:val="center"/>'
# The first line begins 2.5 cm in, and lines are spread as Thai offices do.
BODY = '<w:ind w:firstLine="1417"/><w:jc w:val="thaiDistribute"/>'
STYLES = (
    Style("Normal", "Normal", place=_spacing(0, 0)),
    Style("Title", "Title", 40, True, _spacing(0, 60) + CENTRED),
    Style("Subtitle", "Subtitle", 36, True, _spacing(0, 60) + CENTRED),
    Style("Heading1", "heading 1", 36, True, "<w:keepNext/>" + _spacing(240, 60), 0),
    Style("Heading2", "heading 2", SIZE, True, "<w:keepNext/>" + _spacing(180, 60), 1),
    Style("Heading3", "heading 3", SIZE, True, "<w:keepNext/>" + _spacing(120, 40), 2),
    Style("BodyText", "Body Text", place=_spacing(0, 60) + BODY),
    Style("TableText", "Table Text", place=_spacing(20, 20)),
    Style("TableNote", "Table Note", 28, place=_spacing(0, 20) + '<w:ind w:left="227"/>'),
    Style("BigNumber", "Big Number", 52, True, "<w:keepNext/>" + _spacing(40, 0) + CENTRED),
    Style("Header", "header", place=_spacing(0, 0) + CENTRED),
    Style("Footer", "footer", place=_spacing(0, 0) + CENTRED),
)
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
MARGINS = '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'


def look(language: str, size: int = SIZE, bold: bool = False) -> str:
    """Run properties, with the complex-script half of each: without it Thai is small and in another font."""
    fonts = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    latin = "en-US" if language == "th" else "en-GB"
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (
        f'<w:rPr><w:rFonts {fonts}/>{weight}<w:color w:val="000000"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{latin}" w:eastAsia="{latin}" w:bidi="th-TH"/></w:rPr>'
    )


def defaults(language: str) -> str:
    return (
        f'<w:docDefaults xmlns:w="{W}"><w:rPrDefault>{look(language)}</w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    )


def paragraph_style(style: Style, language: str, prefix: str = "") -> str:
    """One style, under a prefixed name where it must not change an office's own."""
    name = f"{prefix} {style.name}".strip()
    default = ' w:default="1"' if style.id == "Normal" and not prefix else ""
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    return (
        f'<w:style xmlns:w="{W}" w:type="paragraph"{default} w:styleId="{prefix}{style.id}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:pPr>{style.place}{outline}</w:pPr>{look(language, style.size, style.bold)}</w:style>"
    )


def table_styles(language: str, prefix: str = "") -> tuple[str, ...]:
    """The grid of all tables, and where it must be the file's own, what every table and run begins with."""
    name = f"{prefix} Table Grid".strip()
    grid = (
        f'<w:style xmlns:w="{W}" w:type="table" w:styleId="{prefix}TableGrid"><w:name w:val="{name}"/>'
        f"{look(language)}<w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders>{MARGINS}</w:tblPr></w:style>"
    )
    if prefix:
        return (grid,)
    normal = (
        f'<w:style xmlns:w="{W}" w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f"{look(language)}<w:tblPr>{MARGINS}</w:tblPr></w:style>"
    )
    character = (
        f'<w:style xmlns:w="{W}" w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        f'<w:name w:val="Default Paragraph Font"/>{look(language)}</w:style>'
    )
    return character, normal, grid


def font_entry() -> str:
    """Where TH Sarabun New is not installed, its likes take its place."""
    return (
        f'<w:font xmlns:w="{W}" w:name="{FONT}"><w:altName w:val="TH SarabunPSK,{FALLBACK},Laksaman"/>'
        '<w:panose1 w:val="020B0500040200020003"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
