"""The boards a workshop can begin with, as data in Thai and English."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
USUAL = "close-improve-open"
# The first four stand on the home page; the rest are a list.
ORDER = (
    USUAL,
    "four-topics",
    "aar",
    "blank",
    "start-stop-continue",
    "daki",
    "kalm",
    "errc",
    "swot",
    "kpt",
    "aic",
    "moscow",
    "problem-cause-remedy",
    "expectations",
    "questions",
    "follow-up",
)

Template = dict[str, Any]


@cache
def template(name: str) -> Template:
    """A template's words and its boards; raises FileNotFoundError for an unknown name."""
    made: Template = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return made


def built_in() -> list[Template]:
    return [template(name) for name in ORDER]
