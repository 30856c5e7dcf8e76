"""Text as every kind of file can hold it."""

from __future__ import annotations

import re

# XML has no place for these, escaped or not; a lone surrogate has none in any file.
_unprintable = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The same text; what no file can hold is marked as lost, never dropped in silence."""
    return _unprintable.sub("\ufffd", text)
