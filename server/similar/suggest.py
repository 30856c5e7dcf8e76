"""From cards to suggestions: pairs that say nearly the same, and groups they could form. Nothing is moved here.

Groups that people made stay as they are: a loose card may be suggested for one, a grouped card for no other.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from server.similar import meaning, ngrams
from server.similar.grouping import piles
from server.similar.letters import Rows, spelling
from server.similar.ngrams import Scores

SPELLING, MEANING = "spelling", "meaning"
# From here on two cards are shown as alike, and a pile is held together. Chosen on tests/similar/tuning.csv.
PAIR = {SPELLING: 0.15, MEANING: 0.30}
PILE = {SPELLING: 0.12, MEANING: 0.25}
# How much more than its own measure a likeness of letters is worth beside one of meaning.
SPELLED_ALIKE = 0.1
MOST_PAIRS = 600
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """Cards by their places: each one's words and its group, who must not be suggested together, and aliases."""

    texts: Sequence[str]
    groups: Sequence[str | None]
    apart: Sequence[tuple[int, int]]
    aliases: Rows


@dataclass(frozen=True, slots=True)
class Suggested:
    """Pairs of places with their score, the best first; piles of loose places and the group they could join."""

    by: str
    pairs: list[tuple[int, int, float]]
    piles: list[tuple[list[int], str | None, int]]


def suggest(asked: Asked, by: str) -> Suggested:
    scores = _scores(asked, by)
    return Suggested(by, _pairs(asked, scores, PAIR[by]), _piles(asked, scores, PILE[by]))


def _scores(asked: Asked, by: str) -> Scores:
    spell = spelling(asked.aliases)
    spelled = ngrams.scores([spell(text) for text in asked.texts])
    if by == SPELLING:
        return spelled
    meant = meaning.scores(asked.texts)
    # The model does not know an office's short forms; the same letters with the aliases of the board still count.
    return meant | {pair: max(meant.get(pair, 0.0), score + SPELLED_ALIKE) for pair, score in spelled.items()}


def _pairs(asked: Asked, scores: Scores, least: float) -> list[tuple[int, int, float]]:
    apart, told = set(asked.apart), defaultdict[int, int](int)
    pairs: list[tuple[int, int, float]] = []
    for (first, second), score in sorted(scores.items(), key=lambda one: -one[1]):
        if score < least or len(pairs) == MOST_PAIRS:
            break
        grouped = asked.groups[first], asked.groups[second]
        # Both have their group: somebody has decided already.
        if (first, second) in apart or None not in grouped:
            continue
        if told[first] >= NEAREST and told[second] >= NEAREST:
            continue
        told[first] += 1
        told[second] += 1
        pairs.append((first, second, round(score, 3)))
    return pairs


def _piles(asked: Asked, scores: Scores, least: float) -> list[tuple[list[int], str | None, int]]:
    begun: dict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(asked.groups):
        if group is not None:
            begun[group].append(place)
    found = piles(len(asked.texts), scores, least, asked.apart, list(begun.values()))
    loose = ([place for place in pile if asked.groups[place] is None] for pile in found)
    into = (next((asked.groups[place] for place in pile if asked.groups[place] is not None), None) for pile in found)
    told = [(cards, group, _middle(cards, scores)) for cards, group in zip(loose, into, strict=True) if cards]
    return sorted(told, key=lambda one: (-len(one[0]), one[0]))


def _middle(places: list[int], scores: Scores) -> int:
    """The card most like all the others: its words may serve as a name."""
    worth = dict.fromkeys(places, 0.0)
    for first, second in itertools.combinations(sorted(places), 2):
        score = scores.get((first, second), 0.0)
        worth[first] += score
        worth[second] += score
    return max(places, key=lambda place: worth[place])
