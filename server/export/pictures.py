"""The board as pictures: one for a chat, all of it on several, and one that can be enlarged without end."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from xml.sax.saxutils import escape

from server.export.drawing import drawn
from server.export.options import Options
from server.export.printable import printable
from server.export.typeset import typeset
from server.export.workshop_view import WorkshopView


def png(view: WorkshopView, options: Options) -> bytes:
    """The last board with cards in one portrait picture; where there is too much, groups first and the rest counted."""
    filled = tuple(board for board in view.boards if board.items) or view.boards
    shown = dataclasses.replace(view, boards=filled[-1:])
    return typeset("picture", drawn(shown, options) | {"picture": "one"}, "png")[0]


def pngs(view: WorkshopView, options: Options) -> bytes:
    """Every card of every board, on as many pictures as that takes, in one archive."""
    pages = typeset("picture", drawn(view, options) | {"picture": "pages"}, "png")
    archive = io.BytesIO()
    # Pictures are compressed already.
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as files:
        for number, page in enumerate(pages, 1):
            files.writestr(f"{number:02d}.png", page)
    return archive.getvalue()


def svg(view: WorkshopView, options: Options) -> bytes:
    """All boards below each other, their columns side by side; its letters are shapes, its name is text."""
    drawing = typeset("board", drawn(view, options) | {"size": "screen"}, "svg")[0]
    start, rest = drawing.split(b">", 1)
    return b'%b role="img"><title>%b</title>%b' % (start, escape(printable(view.title)).encode(), rest)
