"""The frame of the coming year on one page, and as a picture: what is closed, improved and opened, by whom, by when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from server.export.drawing import Sayings, drawable, drawn, short
from server.export.options import Options
from server.export.summing_up import Decided, frame, wording
from server.export.typeset import typeset, typeset_pdf
from server.export.words import year_in_words
from server.export.workshop_view import WorkshopView
from server.workshop import Refused


def frame_pdf(view: WorkshopView, options: Options) -> bytes:
    """One landscape page as long as legible letters allow it; raises Refused when nothing was decided yet."""
    return typeset_pdf("frame", _told(view, options) | {"picture": ""}, options)


def frame_png(view: WorkshopView, options: Options) -> bytes:
    """The same as one portrait picture for a chat; raises Refused when nothing was decided yet."""
    return typeset("frame", _told(view, options) | {"picture": "one"}, "png")[0]


def _told(view: WorkshopView, options: Options) -> dict[str, Any]:
    boards = list(_boards(view, Sayings(view.language, options.thai_digits)))
    if not boards:
        raise Refused("nothing_decided")
    return drawn(view, options) | drawable({"year": frame_year(view, options), "boards": boards})


def frame_year(view: WorkshopView, options: Options) -> str:
    year = year_in_words(view.fiscal_year, view.language) if view.fiscal_year else ""
    return Sayings(view.language, options.thai_digits).digits(year)


def _boards(view: WorkshopView, say: Sayings) -> Iterator[dict[str, Any]]:
    for _, lines in groupby(frame(view), key=lambda one: one.board.id):
        of_board = list(lines)
        columns = groupby(of_board, key=lambda one: one.column.id)
        yield {"heading": of_board[0].board.heading, "columns": [_column(list(told), say) for _, told in columns]}


def _column(told: list[Decided], say: Sayings) -> dict[str, Any]:
    column = told[0].column
    return {
        "icon": column.icon,
        "colour": column.colour,
        "name": short(column.name),
        "count": say.count("matters", len(told)),
        "items": [_line(one, say) for one in told],
    }


def _line(one: Decided, say: Sayings) -> dict[str, Any]:
    found = one.item.decision
    fields = (
        ("owner", found.owner),
        ("due", say.digits(found.due)),
        ("first_step", found.first_step),
        ("successor", found.successor),
    )
    return {
        "text": wording(one.item),
        "conclusion": found.conclusion,
        "fields": [[say.words[name], words] for name, words in fields if words],
        "status": say.words.get(found.status, ""),
    }
