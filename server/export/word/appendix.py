"""The appendix: every card as it was written, what was parked, and room for pictures and names."""

from __future__ import annotations

from collections.abc import Iterator

from server.export.rows import Row, rows
from server.export.word.writing import Writing
from server.export.word.xml import Cell, blank, paragraph, run, shares, table
from server.export.workshop_view import WorkshopView

LETTERS = {"th": "กขคง", "en": "ABCD"}
LINES_FOR_NAMES = 6


def appendix(view: WorkshopView, writing: Writing) -> Iterator[str]:
    yield paragraph(run(writing.say("appendix")), style="Heading1", new_page=True)
    letters = iter(LETTERS[writing.language])
    yield _heading(next(letters), "all_cards", writing)
    yield _all_cards(view, writing)
    if any(board.parked for board in view.boards):
        yield _heading(next(letters), "parked", writing)
        yield _parked(view, writing)
    yield _heading(next(letters), "pictures", writing)
    yield from (blank(writing.width) for _ in range(2))
    yield _heading(next(letters), "names", writing)
    yield from (blank(writing.width, f"{writing.number(n)}.") for n in range(1, LINES_FOR_NAMES + 1))


def _heading(letter: str, name: str, writing: Writing) -> str:
    return paragraph(run(f"{letter}. {writing.say(name)}"), style="Heading2")


def _all_cards(view: WorkshopView, writing: Writing) -> str:
    parked = {id(card) for board in view.boards for card in board.parked}
    found = (row for row in rows(view) if id(row.card) not in parked)
    if len(view.boards) > 1:
        widths, names = shares(writing.width, 1.2, 7.8, 2.8, 2, 2.2), ("no", "as_written", "group", "column", "board")
    else:
        widths, names = shares(writing.width, 1.2, 8.8, 3.6, 2.4), ("no", "as_written", "group", "column")
    return table(widths, [writing.say(name) for name in names], (_row(row, names, writing) for row in found))


def _row(row: Row, names: tuple[str, ...], writing: Writing) -> list[Cell]:
    told = {
        "no": writing.number(row.number),
        "as_written": row.text if row.stacked else row.card.original or row.card.text,
        "group": row.group,
        "column": row.column,
        "board": row.board.heading,
    }
    return [_small(told[name], centred=name == "no") for name in names]


def _parked(view: WorkshopView, writing: Writing) -> str:
    parked = [card for board in view.boards for card in board.parked]
    told = ([_small(writing.number(number), centred=True), _small(card.text)] for number, card in enumerate(parked, 1))
    return table(shares(writing.width, 1.2, 14.8), [writing.say("no"), writing.say("as_written")], told)


def _small(text: str, centred: bool = False) -> Cell:
    return Cell(paragraph(run(text, small=True), style="TableText", centred=centred))
