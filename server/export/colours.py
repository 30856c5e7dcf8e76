"""A column's colour on paper: a broad stripe, and a tint that leaves black text legible."""

from __future__ import annotations

from server.export.workshop_view import ColumnView

STRIPES = {
    "close": "E69F00",
    "improve": "0F2F66",
    "open": "00634C",
    "sky": "AFCEFD",
    "clay": "DBC3B3",
    "brown": "73510D",
}
IN_OFFICE_FONTS = {"＋": "+", "－": "−", "💧": "◊"}
GREY = "5A5F66"
PAPER = 255
TINT = 0.12


def stripe(colour: str) -> str:
    return STRIPES.get(colour, GREY)


def named(column: ColumnView, words: str) -> str:
    """A column's words behind its sign, in a form that office fonts have."""
    return f"{IN_OFFICE_FONTS.get(column.icon, column.icon)} {words}".strip()


def tint(colour: str) -> str:
    """The stripe's colour thinned with white."""
    strong = stripe(colour)
    parts = (int(strong[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(PAPER - (PAPER - part) * TINT):02X}" for part in parts)
