"""A day of several boards on paper: every board says what was asked there, and what it was handed by another."""

from __future__ import annotations

import dataclasses
import io

import docx
import openpyxl
import pytest
import sample_views
from docx.oxml.ns import qn
from pages import flat, words

from server.export.drawing import drawn
from server.export.formats import FORMATS
from server.export.options import Options
from server.export.plain_board import plain_board
from server.export.typeset import typeset_pdf
from server.export.workshop_view import WorkshopView


def carried() -> WorkshopView:
    """The whole day, whose last board was handed twelve cards."""
    view = sample_views.whole_day()
    last = view.boards[-1]
    column = last.columns[0]
    given = tuple(dataclasses.replace(card, carried=1) for card in column.cards[:12])
    columns = (dataclasses.replace(column, items=given), *last.columns[1:])
    counts = dataclasses.replace(last.counts, cards=53, carried=12)
    return dataclasses.replace(
        view, boards=(*view.boards[:-1], dataclasses.replace(last, columns=columns, counts=counts))
    )


def told(name: str, view: WorkshopView) -> str:
    """All words of a file, without spaces."""
    if name in ("png", "svg"):
        # The same page as the picture, made so that its words can be read.
        kind = {"png": ("picture", {"picture": "pages"}), "svg": ("board", {"size": "screen"})}[name]
        return words(typeset_pdf(kind[0], drawn(view, Options()) | kind[1], Options()))
    content = plain_board(view).encode() if name == "safe-copy" else FORMATS[name].make(view, Options())
    if content.startswith(b"%PDF"):
        return words(content)
    if name == "docx":
        return flat("".join(one.text or "" for one in docx.Document(io.BytesIO(content)).element.body.iter(qn("w:t"))))
    if name == "xlsx":
        summary = openpyxl.load_workbook(io.BytesIO(content))["สรุป"]
        return flat("\n".join(str(cell.value) for row in summary.iter_rows() for cell in row))
    return flat(content.decode().replace("\\", ""))


@pytest.mark.parametrize("name", ["docx", "xlsx", "pdf", "board-pdf", "png", "svg", "md", "txt", "safe-copy"])
def test_every_board_says_its_name_and_what_was_asked(name: str) -> None:
    words = told(name, sample_views.whole_day())
    for title, question, _ in sample_views.TOPICS:
        assert flat(title) in words
        assert flat(question) in words
    assert flat(sample_views.QUESTION["th"]) in words


@pytest.mark.parametrize(
    ("name", "day", "board"),
    [
        ("docx", "77", "บัตรคำ 53 ใบ ใน 20 กลุ่มบัตร (ยกมาจากกระดานอื่น 12 ใบ)"),
        ("board-pdf", None, "53 ความคิด (ยกมา 12)"),
        ("md", "บัตร 77 ใบ", "ปิด (14 · ยกมา 12)"),
        ("txt", "บัตร 77 ใบ", "ปิด (14 · ยกมา 12)"),
        ("xlsx", "บัตรคำ (ใบ) 77", "ในนี้ยกมา"),
    ],
)
def test_what_was_carried_on_is_told_by_its_board_and_not_counted_twice_in_the_day(
    name: str, day: str | None, board: str
) -> None:
    view = carried()
    words = told(name, view)
    assert flat(board) in words
    assert day is None or flat(day) in words
    assert flat("ยกมา") not in told(name, sample_views.whole_day())
