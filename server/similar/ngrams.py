"""How alike the letters of texts are: runs of two to four letters, weighed by how few cards have them.

Finds the same idea in other spelling and order. It cannot know that two different words mean the same, unless they
stand in the list of aliases.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

Scores = dict[tuple[int, int], float]

RUNS = (2, 3, 4)
# Less than this is noise, whatever it is compared with.
LEAST = 0.05
# A run that so many of the cards have tells nothing, and would cost the most.
TOO_COMMON = 0.25
FEW, MANY = 12, 60


def scores(texts: Sequence[str]) -> Scores:
    """How alike each two texts are, from 0 to 1, by their places; pairs that are hardly alike are left out."""
    bags = [_runs(text) for text in texts]
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, weighed in enumerate(_weighed(bags)):
        for run, weight in weighed.items():
            holders[run].append((place, weight))
    found: Scores = defaultdict(float)
    for held in holders.values():
        for at, (first, weight) in enumerate(held):
            for second, other in held[at + 1 :]:
                found[first, second] += weight * other
    return {pair: min(score, 1.0) for pair, score in found.items() if score >= LEAST}


def _runs(text: str) -> Counter[str]:
    return Counter(text[at : at + size] for size in RUNS for at in range(len(text) - size + 1))


def _weighed(bags: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """Each text's runs as a vector of length 1, without those that only one text has: they match nothing."""
    among = Counter(run for bag in bags for run in bag)
    most = min(max(FEW, TOO_COMMON * len(bags)), MANY)
    telling = {run: math.log((len(bags) + 1) / count) for run, count in among.items() if count <= most}
    vectors = []
    for bag in bags:
        vector = {run: (1 + math.log(count)) * telling[run] for run, count in bag.items() if run in telling}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({run: weight / length for run, weight in vector.items() if among[run] > 1})
    return vectors
