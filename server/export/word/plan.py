"""What will be done, by whom and until when; dots where nobody has said so yet."""

from __future__ import annotations

from collections.abc import Iterator

from server.export.summing_up import by_weight, frame, on_the_wall, wording
from server.export.table import status
from server.export.word.results import note
from server.export.word.writing import Writing
from server.export.word.xml import DOTS, Cell, paragraph, plain, run, shares, table
from server.export.workshop_view import DecisionView, ItemView, WorkshopView

# So many items of each column are listed to be filled in when nothing was decided.
TO_FILL_IN = 3
TOLD = ("conclusion", "why", "successor", "first_step", "note")


def plan(view: WorkshopView, writing: Writing) -> Iterator[str]:
    items = [row.item for row in frame(view)]
    if not items:
        yield paragraph(run(writing.say("plan_blank")), style="BodyText")
        items = [
            item for board in view.boards for column in board.columns for item in by_weight(column.items)[:TO_FILL_IN]
        ]
    heading = [writing.say(name) for name in ("no", "item_decision", "owner", "due", "measure")]
    rows = (_row(number, item, writing) for number, item in enumerate(items, 1))
    yield table(shares(writing.width, 1, 6.4, 3, 2.8, 2.8), heading, rows)


def _row(number: int, item: ItemView, writing: Writing) -> list[Cell]:
    found = item.decision
    due = writing.digits(found.due) if found.due_on else found.due
    measure = " / ".join(part for part in (found.indicator, found.budget) if part)
    words = paragraph(run(wording(item), bold=True), style="TableText")
    cells = [plain(text or DOTS) for text in (found.owner, due, measure)]
    return [plain(writing.number(number), centred=True), Cell(words + _notes(item, found, writing)), *cells]


def _notes(item: ItemView, found: DecisionView, writing: Writing) -> str:
    told = note(writing.say("on_the_wall"), on_the_wall(item)) if found.report else ""
    told += "".join(note(writing.say(name), text) for name in TOLD if (text := getattr(found, name)))
    if found.status:
        where = status(found.status, writing.language)
        told += note(writing.say("status"), f"{where} – {found.status_note}" if found.status_note else where)
    return told
