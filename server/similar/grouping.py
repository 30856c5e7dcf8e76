"""Piles of cards that are alike on the whole, by average linkage: a card joins only if it is like all of a pile."""

from __future__ import annotations

import heapq
import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence

from server.similar.ngrams import Scores


def piles(
    count: int,
    scores: Scores,
    least: float,
    kept_apart: Iterable[tuple[int, int]] = (),
    begun: Sequence[Sequence[int]] = (),
) -> list[list[int]]:
    """Places 0 … count-1 gathered into piles of two and more.

    No pile holds two that are kept apart. Piles that somebody has begun stay whole and are never joined together.
    """
    inside = {place: [place] for place in range(count)}
    between: dict[int, dict[int, float]] = defaultdict(dict)
    for (first, second), score in scores.items():
        between[first][second] = between[second][first] = score
    for first, second in (*kept_apart, *itertools.combinations([pile[0] for pile in begun], 2)):
        between[first][second] = between[second][first] = float("-inf")
    for pile in begun:
        for other in pile[1:]:
            _join(inside, between, pile[0], other)
    averages = (
        (-_average(inside, between, first, second), first, second)
        for first in between
        for second in between[first]
        if first < second
    )
    waiting = [one for one in averages if -one[0] >= least]
    heapq.heapify(waiting)
    while waiting:
        worth, first, second = heapq.heappop(waiting)
        if first not in inside or second not in inside:
            continue
        if -worth != _average(inside, between, first, second):
            continue
        _join(inside, between, first, second)
        for other in between[first]:
            if (average := _average(inside, between, first, other)) >= least:
                heapq.heappush(waiting, (-average, min(first, other), max(first, other)))
    return [sorted(pile) for pile in inside.values() if len(pile) > 1]


def _average(inside: dict[int, list[int]], between: dict[int, dict[int, float]], first: int, second: int) -> float:
    return between[first].get(second, 0.0) / (len(inside[first]) * len(inside[second]))


def _join(inside: dict[int, list[int]], between: dict[int, dict[int, float]], first: int, second: int) -> None:
    """The second pile goes into the first; what lies between two piles is a sum."""
    inside[first] += inside.pop(second)
    between[first].pop(second, None)
    for other, score in between.pop(second, {}).items():
        if other == first:
            continue
        between[other].pop(second, None)
        total = between[first].get(other, 0.0) + score
        between[first][other] = between[other][first] = total
