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
    more = meaning.is_there() and not _is_read(asked.texts)
    by = MEANING if meaning.is_there() and not more else SPELLING
    suggested = suggest(asked, by)
    return {"by": suggested.by, "pairs": suggested.pairs, "piles": suggested.piles, "more": more}


def _is_read(texts: Sequence[str]) -> bool:
    """Has the model read all texts? It reads for a moment only: the rest is for the next time somebody asks."""
    return meaning.learn(texts, SECONDS)


def main() -> None:
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(json.loads(line))).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
