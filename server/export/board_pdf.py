"""The board on paper, A4 or A3: its columns side by side with groups, stacks, stars, votes and what hangs beneath."""

from __future__ import annotations

from server.export.drawing import drawn
from server.export.options import Options
from server.export.typeset import typeset_pdf
from server.export.workshop_view import WorkshopView


def board_pdf(view: WorkshopView, options: Options) -> bytes:
    return typeset_pdf("board", drawn(view, options), options)
