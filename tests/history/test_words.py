"""Every event that there is can be told in words, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.workshop import EVENTS

WORDS = Path(__file__).resolve().parent.parent.parent / "client" / "src" / "words"


@pytest.mark.parametrize("file", ["history.ts", "en/history.ts"])
@pytest.mark.parametrize("name", EVENTS)
def test_every_event_has_words(name: str, file: str) -> None:
    text = (WORDS / file).read_text(encoding="utf-8")
    found = re.search(rf"^  {name}: \(.*?\) =>\s*(\S.*)", text, re.MULTILINE)
    assert found, f"say in {file} what {name} is called"
    assert len(found[1]) > 3
