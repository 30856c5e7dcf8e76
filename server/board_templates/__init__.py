"""The boards a workshop can begin with, as data in Thai and English."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def template(name: str) -> dict[str, Any]:
    """A template's columns, question and defaults; raises FileNotFoundError for an unknown name."""
    made: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return made
