"""A process of its own that compares cards, so that nobody's phone waits: one JSON line in, one out.

`python -m server.similar.worker`; it ends when its input does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from server.similar import meaning
from server.similar.suggest import MEANING, SPELLING, Asked, suggest

SECONDS = 0.5


def answer(body: dict[str, Any]) -> dict[str, Any]:
    apart = [(first, second) for first, second in body["apart"]]
    asked = Asked(body["texts"], body["groups"], apart, body["aliases"])
    by, more = _way(asked.texts)
    suggested = suggest(asked, by)
    return {"by": suggested.by, "pairs": suggested.pairs, "piles": suggested.piles, "more": more}


def _way(texts: Sequence[str]) -> tuple[str, bool]:
    """How to compare, and whether asking again may do better: the model reads for a moment only."""
    if not meaning.is_there():
        return SPELLING, False
    try:
        return (MEANING, False) if meaning.learn(texts, SECONDS) else (SPELLING, True)
    except (ImportError, OSError, MemoryError):
        # The extra is there but cannot be loaded on this machine.
        return SPELLING, False


def main() -> None:
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(json.loads(line))).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
