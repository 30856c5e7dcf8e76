"""Every format by name: its ending, its kind, and what makes it from the one view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from server.export.options import Options
from server.export.workshop_view import WorkshopView

Make = Callable[[WorkshopView, Options], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file."""

    ext: str
    mimetype: str
    make: Make


def made_by(module: str, name: str) -> Make:
    """A maker that is imported when the first file is made: some bring libraries that take long to read."""

    def make(view: WorkshopView, options: Options) -> bytes:
        maker: Make = getattr(import_module(f"server.export.{module}"), name)
        return maker(view, options)

    return make


OFFICE = "application/vnd.openxmlformats-officedocument"

PDF, PNG = "application/pdf", "image/png"

FORMATS: dict[str, Format] = {
    "docx": Format("docx", f"{OFFICE}.wordprocessingml.document", made_by("word", "word")),
    "xlsx": Format("xlsx", f"{OFFICE}.spreadsheetml.sheet", made_by("excel", "excel")),
    "csv": Format("csv", "text/csv; charset=utf-8", made_by("csv_tables", "long_csv")),
    "csv-wide": Format("csv", "text/csv; charset=utf-8", made_by("csv_tables", "wide_csv")),
    "md": Format("md", "text/markdown; charset=utf-8", made_by("markdown", "markdown")),
    "txt": Format("txt", "text/plain; charset=utf-8", made_by("line_text", "line_text")),
    "line": Format("txt", "text/plain; charset=utf-8", made_by("line_text", "line_summary")),
    "pdf": Format("pdf", PDF, made_by("report_pdf", "report_pdf")),
    "board-pdf": Format("pdf", PDF, made_by("board_pdf", "board_pdf")),
    "frame-pdf": Format("pdf", PDF, made_by("frame_page", "frame_pdf")),
    "png": Format("png", PNG, made_by("pictures", "png")),
    "pngs": Format("zip", "application/zip", made_by("pictures", "pngs")),
    "frame-png": Format("png", PNG, made_by("frame_page", "frame_png")),
    "svg": Format("svg", "image/svg+xml", made_by("pictures", "svg")),
    "word-cards": Format("pdf", PDF, made_by("paper", "word_cards")),
}
