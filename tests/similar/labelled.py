"""Cards whose topics people have labelled, and how well suggestions find them.

`tuning.csv` is what the thresholds were chosen on; `labelled.csv` was written before and never looked at for that.
`python tests/similar/labelled.py` prints the figures of tests/README.md.
"""

from __future__ import annotations

import csv
import itertools
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from server.similar.suggest import MEANING, SPELLING, Asked, Suggested, suggest
from server.similar.usual_aliases import USUAL

HERE = Path(__file__).parent
PRACTICE = HERE.parent.parent / "server" / "practice" / "practice-cards.csv"
FILES = {
    "tuning": (HERE / "tuning.csv", "text", "topic"),
    "labelled": (HERE / "labelled.csv", "text", "topic"),
    "practice": (PRACTICE, "text_th", "cluster"),
}
Pairs = set[tuple[int, int]]


@dataclass(frozen=True)
class Judged:
    """Of the pairs suggested, how many are right; of the right ones, how many are suggested."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def cards_of(name: str) -> tuple[list[str], list[str]]:
    path, words, topic = FILES[name]
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    # A card without a topic is alone with its own.
    return [row[words] for row in rows], [row[topic] or f"alone {at}" for at, row in enumerate(rows)]


def suggested(texts: list[str], by: str) -> Suggested:
    return suggest(Asked(texts, [None] * len(texts), [], USUAL), by)


def pairs(found: Suggested) -> Pairs:
    return {(first, second) for first, second, _ in found.pairs}


def piled(found: Suggested) -> Pairs:
    return {pair for cards, _, _ in found.piles for pair in itertools.combinations(sorted(cards), 2)}


def judged(found: Pairs, topics: list[str]) -> Judged:
    right = {pair for pair in itertools.combinations(range(len(topics)), 2) if len({topics[at] for at in pair}) == 1}
    hits = len(found & right)
    return Judged(hits / len(found) if found else 0.0, hits / len(right))


def main() -> None:
    for name in FILES:
        texts, topics = cards_of(name)
        for by in (SPELLING, MEANING):
            found = suggested(texts, by)
            for what, these in (("pairs", pairs(found)), ("groups", piled(found))):
                told = judged(these, topics)
                sys.stdout.write(
                    f"{name} ({len(texts)} cards), {by}, {what}: "
                    f"P {told.precision:.2f} R {told.recall:.2f} F1 {told.f1:.2f}\n"
                )


if __name__ == "__main__":
    main()
