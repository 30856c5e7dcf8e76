"""What somebody may choose when they take a document home."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """The same for every format; each takes what concerns it."""

    language: str = "th"
    thai_digits: bool = False
    # One board's id; None is all of them.
    board: str | None = None
    # What was parked, too.
    parked: bool = False
    # A4 or A3.
    size: str = "A4"
    # A PDF that archives accept.
    pdf_a: bool = False
    # An office's own Word letterhead.
    template: bytes | None = None
