"""The page that is read when nothing else is: how many took part, and the frame, or else what weighed most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from server.export.colours import named, stripe, tint
from server.export.summing_up import Decided, all_cards, by_weight, frame, in_brackets, wording
from server.export.word.writing import Writing
from server.export.word.xml import Cell, paragraph, plain, run, shares, table
from server.export.workshop_view import ColumnView, WorkshopView
from server.thai import graphemes

# How much text one line takes.
LETTERS = 52
NARROW_LETTERS = 18


def first_page(view: WorkshopView, writing: Writing) -> Iterator[str]:
    yield paragraph(run(writing.say("report")), style="Title")
    yield paragraph(run(view.title), style="Subtitle")
    yield paragraph(run(writing.say("held", day=writing.day(view.day))), centred=True)
    if view.rehearsal:
        yield paragraph(run(writing.say("rehearsal")), centred=True)
    yield paragraph(run(writing.say("summary")), style="Heading1")
    yield _figures(view, writing)
    rows = list(frame(view))
    yield paragraph(run(_heading(view, writing, bool(rows))), style="Heading2")
    yield _frame(rows, writing) if rows else _weightiest(view, writing)


def _heading(view: WorkshopView, writing: Writing, decided: bool) -> str:
    if not decided:
        return writing.say("weightiest")
    return (
        writing.say("frame", year=writing.year(view.fiscal_year)) if view.fiscal_year else writing.say("frame_no_year")
    )


def _figures(view: WorkshopView, writing: Writing) -> str:
    """The big numbers side by side."""
    votes = [board.vote.voted for board in view.boards if board.vote]
    counted = {
        "people": view.people.joined or max((board.counts.senders for board in view.boards), default=0),
        "cards": all_cards(view),
        "groups": sum(board.counts.groups for board in view.boards),
        "voted": max(votes, default=0),
    }
    told = [(name, count) for name, count in counted.items() if count]
    cells = [
        Cell(
            paragraph(run(writing.number(count)), style="BigNumber")
            + paragraph(run(writing.say(name)), style="TableText", centred=True)
        )
        for name, count in told
    ]
    return table(shares(writing.width, *(1 for _ in told)), (), [cells]) if told else ""


def _frame(rows: list[Decided], writing: Writing) -> str:
    widths = shares(writing.width, 7.6, 4, 4.4)
    heading = [writing.say(name) for name in ("item", "owner", "due")]
    return table(widths, heading, _frame_rows(rows, writing))


def _frame_rows(rows: list[Decided], writing: Writing) -> Iterator[list[Cell]]:
    left, shown = writing.lines, 0
    for column, found in groupby(rows, key=lambda row: row.column):
        decided = list(found)
        left -= 1
        if left > 1:
            yield [_column(column, writing.say("items", n=len(decided)), 3)]
        for row in decided:
            left -= _lines_of(row)
            if left > 0:
                shown += 1
                yield _frame_row(row, writing)
    if shown < len(rows):
        yield [Cell(paragraph(run(writing.say("more", n=len(rows) - shown)), style="TableText"), span=3)]


def _frame_row(row: Decided, writing: Writing) -> list[Cell]:
    found = row.item.decision
    return [
        plain(wording(row.item)),
        plain(found.owner),
        plain(writing.digits(found.due) if found.due_on else found.due),
    ]


def _lines_of(row: Decided) -> int:
    found = row.item.decision
    narrow = max(graphemes(found.owner), graphemes(found.due)) / NARROW_LETTERS
    return 1 + int(max(graphemes(wording(row.item)) * 2 / LETTERS, narrow))


def _weightiest(view: WorkshopView, writing: Writing) -> str:
    columns = [column for board in view.boards for column in board.columns if column.items]
    widths = shares(writing.width, 1, 15)
    return table(widths, (), _weighty_rows(columns, writing)) if columns else ""


def _weighty_rows(columns: list[ColumnView], writing: Writing) -> Iterator[list[Cell]]:
    each = max(1, writing.lines // max(1, len(columns)) - 1)
    for column in columns[: writing.lines // 2]:
        yield [_column(column, writing.say("column_cards", n=column.count), 2)]
        yield from _best(column, each, writing)


def _best(column: ColumnView, lines: int, writing: Writing) -> Iterable[list[Cell]]:
    place = 0
    for place, item in enumerate(by_weight(column.items), 1):
        text = wording(item) + writing.digits(in_brackets(item, writing.language))
        lines -= 1 + graphemes(text) // LETTERS
        if lines < 0 and place > 1:
            break
        yield [plain(writing.number(place), centred=True), plain(text)]


def _column(column: ColumnView, count: str, span: int) -> Cell:
    name = named(column, f"{column.name} ({count})")
    words = paragraph(run(name, bold=True), style="TableText", keep=True)
    return Cell(words, span=span, fill=tint(column.colour), stripe=stripe(column.colour))
