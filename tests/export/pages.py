"""What a reader of a finished page or picture finds on it: its words, its letters' places, its QR codes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image

# Chrome's and Edge's own reader of PDF marks a hyphen at the end of a line with this.
_not_words = re.compile(r"[\s\u200b\ufffe\r\n]")


def flat(text: str) -> str:
    """Without what lines add: spaces and breaks."""
    return _not_words.sub("", text)


def words(pdf: bytes) -> str:
    """All text of a PDF as a browser would find it, without spaces."""
    return flat("".join(words_of_pages(pdf)))


def words_of_pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(round(page.get_width()), round(page.get_height())) for page in document]


def outside(pdf: bytes, margin: float = 0) -> Iterator[str]:
    """Letters that lie, even in part, outside the page or in its margin."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield from _outside(page, page.get_textpage(), margin)


def _outside(page: Any, letters: Any, margin: float) -> Iterator[str]:
    width, height = page.get_width() - margin, page.get_height() - margin
    for place in range(letters.count_chars()):
        left, bottom, right, top = letters.get_charbox(place)
        if right > left and (left < margin or bottom < margin or right > width or top > height):
            yield letters.get_text_range(place, 1)


def picture_of(pdf: bytes, page: int = 0, points: float = 150) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        drawn: Image.Image = document[page].render(scale=points / 72).to_pil()
        return drawn


def qr_codes(picture: Image.Image) -> list[str]:
    return sorted(found.text for found in zxingcpp.read_barcodes(picture))


def opened(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png))
    picture.load()
    return picture
