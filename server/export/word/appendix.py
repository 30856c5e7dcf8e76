"""The appendix: every card as it was written, what was parked, and room for pictures and names."""

from __future__ import annotations

from collections.abc import Iterator

from server.export.rows import Row, column_rows
from server.export.word.writing import Writing
from server.export.word.xml import Cell, blank, paragraph, run, shares, table
from server.export.workshop_view import WorkshopView

LETTERS = {"th": "กขคง", "en": "ABCD"}
LINES_FOR_NAMES = 6


def appendix(view: WorkshopView, writing: Writing) -> Iterator[str]:
    yield paragraph(run(writing.say("appendix")), style="Heading1", new_page=True)
    letters = iter(LETTERS[writing.language])
    yield _heading(next(letters), "all_cards", writing)
    yield from _all_cards(view, writing)
    if any(board.parked for board in view.boards):
        yield _heading(next(letters), "parked", writing)
        yield _parked(view, writing)
    yield _heading(next(letters), "pictures", writing)
    yield from (blank(writing.width) for _ in range(2))
    yield _heading(next(letters), "names", writing)
    yield from (blank(writing.width, f"{writing.number(n)}.") for n in range(1, LINES_FOR_NAMES + 1))


def _heading(letter: str, name: str, writing: Writing) -> str:
    return paragraph(run(f"{letter}. {writing.say(name)}"), style="Heading2")


def _all_cards(view: WorkshopView, writing: Writing) -> Iterator[str]:
    heading = [writing.say(name) for name in ("no", "as_written", "group", "column")]
    for board in view.boards:
        if len(view.boards) > 1:
            yield paragraph(run(board.heading, bold=True), keep=True)
        found = (row for column in board.columns for row in column_rows(board, column))
        yield table(shares(writing.width, 1.4, 8.0, 4.2, 2.4), heading, (_row(row, writing) for row in found))


def _row(row: Row, writing: Writing) -> list[Cell]:
    written = row.text if row.stacked else row.card.original or row.card.text
    number = _small(writing.number(row.number), centred=True)
    return [number, _small(written), _small(row.group_name), _small(row.column)]


def _parked(view: WorkshopView, writing: Writing) -> str:
    parked = [card for board in view.boards for card in board.parked]
    told = ([_small(writing.number(number), centred=True), _small(card.text)] for number, card in enumerate(parked, 1))
    return table(shares(writing.width, 1.4, 14.6), [writing.say("no"), writing.say("as_written")], told)


def _small(text: str, centred: bool = False) -> Cell:
    return Cell(paragraph(run(text, small=True), style="TableText", centred=centred))
