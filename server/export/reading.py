"""A file or pasted lines read as cards: what each row would become, and what keeps it from that. It changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from server.export.reading_backup import found_in_backup
from server.export.reading_csv import TEXT_HEADINGS, Found, Table, cells_of, texts_of
from server.export.reading_xlsx import tables_of
from server.thai import clean, graphemes
from server.wire import CARD_BYTES
from server.workshop import Refused
from server.workshop.fields import CARD_LETTERS

MOST_ROWS = 2_000
# What our own files call cards without a column.
NO_COLUMN = frozenset({"", "รอจัดช่อง", "ยังไม่จัดกลุ่ม", "not placed yet"})
ICONS = "■↑＋+ "
UNREADABLE = Refused("unreadable_file")
LINES, TABLE, EXCEL, BACKUP = "lines", "csv", "xlsx", "json"


@dataclass(frozen=True, slots=True)
class Place:
    """A column cards may go to, with every name it is known by."""

    id: str
    names: tuple[str, ...]


def preview(name: str, content: bytes, places: tuple[Place, ...], there: frozenset[str]) -> dict[str, Any]:
    """In the other process: what the file holds, row by row; raises Refused."""
    kind = kind_of(name, content)
    known = {_key(one): place.id for place in places for one in (place.id, *place.names)}
    found = [one for one in read(kind, content, known) if one.text.strip()]
    if len(found) > MOST_ROWS:
        raise Refused("too_many_rows", limit=MOST_ROWS)
    return {"kind": kind, "rows": list(_rows(found, known, {_key(text) for text in there}))}


def kind_of(name: str, content: bytes) -> str:
    """By what it is first, and by its name only where that cannot tell."""
    if content.startswith(b"PK\x03\x04"):
        return EXCEL
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return BACKUP
    return TABLE if name.lower().endswith((".csv", ".tsv")) or _is_pasted_table(name, content) else LINES


def read(kind: str, content: bytes, known: Iterable[str] = ()) -> list[Found]:
    """Every text with its row; raises Refused when the file is not what it says."""
    try:
        match kind:
            case "xlsx":
                return _from_tables(tables_of(content), frozenset(known))
            case "json":
                return found_in_backup(orjson.loads(content.removeprefix(b"\xef\xbb\xbf")))
            case "csv":
                return _from_tables([cells_of(content)], frozenset(known))
        return _lines(content)
    except (ValueError, LookupError, RecursionError):
        raise UNREADABLE from None


def _lines(content: bytes) -> list[Found]:
    lines = content.decode("utf-8-sig").splitlines()
    return [Found(row, line) for row, line in enumerate(lines, 1)]


def _from_tables(tables: list[Table], known: frozenset[str]) -> list[Found]:
    """From the first table that says which column the texts are in; otherwise from the first that has anything."""
    for table in tables:
        for start, line in enumerate(table[:5]):
            if {clean(cell).casefold() for cell in line} & TEXT_HEADINGS:
                return [Found(one.row + start, one.text, one.column, one.group) for one in texts_of(table[start:])]
    first = next((table for table in tables if any(map(any, table))), [])
    if first and not any(_key(cell) in known for cell in first[0]) and all(len(line) < 2 for line in first):
        return [Found(row, line[0]) for row, line in enumerate(first, 1) if line]
    return texts_of(first)


def _rows(found: list[Found], known: dict[str, str], there: set[str]) -> Iterator[dict[str, Any]]:
    for one in found:
        text, key = clean(one.text), _key(one.column)
        yield {
            "row": one.row,
            "text": text,
            "column": known.get(key),
            "named": "" if key in NO_COLUMN or key in known else clean(one.column)[:120],
            "problem": _problem(text, there),
        }
        there.add(_key(text))


def _problem(text: str, there: set[str]) -> str | None:
    if not text:
        return "empty"
    if graphemes(text) > CARD_LETTERS or len(text.encode()) > CARD_BYTES:
        return "too_long"
    return "doubled" if _key(text) in there else None


def _key(text: str) -> str:
    """The same for what people take as the same name."""
    return " ".join(clean(text).lstrip(ICONS).casefold().split())


def _is_pasted_table(name: str, content: bytes) -> bool:
    """Cells copied out of a spreadsheet come as lines with tabs."""
    return not name and b"\t" in content.partition(b"\n")[0]
