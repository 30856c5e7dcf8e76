"""A process of its own that compares cards, so that nobody's phone waits: one JSON line in, one out.

`python -m server.similar.worker`; it ends when its input does.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from server.similar.suggest import SPELLING, Asked, Suggested, best_way, suggest


def answer(body: dict[str, Any]) -> dict[str, Any]:
    apart = [(first, second) for first, second in body["apart"]]
    asked = Asked(body["texts"], body["groups"], apart, body["aliases"])
    suggested = _suggest(asked)
    return {"by": suggested.by, "pairs": suggested.pairs, "piles": suggested.piles}


def _suggest(asked: Asked) -> Suggested:
    try:
        return suggest(asked, best_way())
    except (ImportError, OSError, MemoryError):
        # The extra is there but cannot be loaded on this machine.
        return suggest(asked, SPELLING)


def main() -> None:
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(json.loads(line))).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
