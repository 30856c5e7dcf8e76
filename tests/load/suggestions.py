"""How long suggestions of similar cards take through their real route, and how long the hub stands still meanwhile.

    python -m tests.load.suggestions 60 500 2000

One server (`run.py`), one board of so many cards of about 55 letters. It is asked until the answer is whole (`more` is
false): with `batkham[similar]` installed the first answers are by spelling, until every card has been read.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Iterator
from typing import Any

from server.thai import cut
from tests.load.cards_to_sort import cards_to_sort
from tests.load.documents import BOARD, Server, Waiting, a_server, an_id

LETTERS = 55


def main(sizes: list[int]) -> None:
    print(f"{'cards':>6} {'answer':>7} {'by':<9} {'seconds':>8} {'pairs':>6} {'longest wait ms':>16}")
    for size in sizes:
        with a_server() as server:
            measure(server, size)


def measure(server: Server, size: int) -> None:
    made = a_board(server, size)
    path = f"/api/workshops/{made['workshop']}/similar?board={BOARD}&audience=facilitator"
    for number in itertools.count(1):
        waiting = Waiting(server.port)
        waiting.start()
        began = time.perf_counter()
        told = server.call("GET", path, token=made["token"])
        seconds = time.perf_counter() - began
        waiting.stopped = True
        waiting.join()
        found = f"{size:>6} {number:>7} {told['by']:<9} {seconds:>8.2f} {len(told['pairs']):>6}"
        print(f"{found} {waiting.longest * 1000:>16.1f}")
        if not told["more"] and number > 1:
            return


def a_board(server: Server, size: int) -> dict[str, Any]:
    made = server.call("POST", "/api/workshops", {"id": an_id(), "title": "ทบทวนงาน", "question": "งานใดควรปิด"})
    here = f"/api/workshops/{made['workshop']}"
    body = {"id": an_id(), "name": "start_phase", "board": BOARD, "phase": "sort"}
    assert server.call("POST", f"{here}/commands", body, made["token"])["ok"]
    texts = long_texts()
    for start in range(0, size, 500):
        cards = [{"text": next(texts), "column": None} for _ in range(start, min(start + 500, size))]
        body = {"id": an_id(), "name": "add_cards", "board": BOARD, "cards": cards}
        answer = server.call("POST", f"{here}/cards", body, made["token"])
        assert answer["ok"], answer
    return made


def long_texts() -> Iterator[str]:
    """Different cards without end, each as long as people write."""
    words = [card.text for card in cards_to_sort()]
    for one, other in itertools.product(words, words):
        yield cut(f"{one} {other}", LETTERS)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [60, 500, 2_000])
