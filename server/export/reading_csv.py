"""CSV and tables read again: long or wide, ours or anybody's, as texts with the place they lay in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from server.export.formula_guard import unguarded
from server.thai import clean

Table = Sequence[Sequence[str]]
# As Excel saves: Unicode with a mark of its own, or the Thai code page.
MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
THAI_CODE_PAGE = "cp874"
DELIMITERS = ",;\t|"
# What other tools call the column with the words, and the one with the place.
TEXT_HEADINGS = frozenset({"text", "title", "card", "ข้อความ", "บัตร", "บัตรคำ", "text_th"})
COLUMN_HEADINGS = frozenset({"column", "status", "stage", "state", "list", "ช่อง"})
GROUP_HEADINGS = frozenset({"group", "label", "cluster", "กลุ่มบัตร", "กลุ่ม"})
LONGEST_CELL = 1_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """One text of a file: the row a person sees beside it, and the words of its column and group if it has any."""

    row: int
    text: str
    column: str = ""
    group: str = ""


def cells_of(content: bytes) -> list[list[str]]:
    """The cells of a CSV file without their guards; raises ValueError when it is no text."""
    text = _text(content)
    csv.field_size_limit(LONGEST_CELL)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        return [[unguarded(cell) for cell in line] for line in lines]
    except csv.Error as broken:
        raise ValueError(str(broken)) from None


def texts_of(table: Table) -> list[Found]:
    """Every text of a table: long if a heading names the text, otherwise wide, one column a place."""
    if not table:
        return []
    headings = [clean(cell).casefold() for cell in table[0]]
    text = _first(headings, TEXT_HEADINGS)
    found = _wide(table) if text is None else _long(table, text, headings)
    return [one for one in found if clean(one.text)]


def _long(table: Table, text: int, headings: list[str]) -> Iterator[Found]:
    column, group = _first(headings, COLUMN_HEADINGS), _first(headings, GROUP_HEADINGS)
    for row, line in enumerate(table[1:], 2):
        yield Found(row, _at(line, text), _at(line, column), _at(line, group))


def _wide(table: Table) -> Iterator[Found]:
    """Column by column, as they stood on the board."""
    for place, heading in enumerate(table[0]):
        for row, line in enumerate(table[1:], 2):
            yield Found(row, _at(line, place), heading)


def _text(content: bytes) -> str:
    for mark, encoding in MARKED:
        if content.startswith(mark):
            return content.decode(encoding)
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode(THAI_CODE_PAGE)


def _delimiter(text: str) -> str:
    """The sign that the first line has most of, outside quotation marks."""
    first = text.partition("\n")[0]
    bare = "".join(first.split('"')[::2])
    return max(DELIMITERS, key=bare.count)


def _first(headings: Iterable[str], names: frozenset[str]) -> int | None:
    return next((place for place, heading in enumerate(headings) if heading in names), None)


def _at(line: Sequence[str], place: int | None) -> str:
    return line[place] if place is not None and place < len(line) else ""
