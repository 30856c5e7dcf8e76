"""JSON as the wire has it: finite numbers only, whole ones of at most sixteen digits, and only so deep."""

from __future__ import annotations

import json
import math
from collections.abc import Collection
from typing import Any

INTEGER_DIGITS = 16


def loads(text: str, levels: int) -> Any:
    """Read JSON that nests at most so many levels; raises ValueError."""
    try:
        value = _DECODER.decode(text)
    except RecursionError:
        raise ValueError("too deep") from None
    if not _within(value, levels):
        raise ValueError("too deep")
    return value


def _within(value: object, levels: int) -> bool:
    if isinstance(value, dict):
        items: Collection[object] = value.values()
    elif isinstance(value, list):
        items = value
    else:
        return True
    # Most are plain values, which need no call of their own.
    return levels > 0 and all(_within(item, levels - 1) for item in items if isinstance(item, (dict, list)))


def _integer(digits: str) -> int:
    if len(digits) > INTEGER_DIGITS:
        raise ValueError("integer too long")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("number not finite")
    return number


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(parse_int=_integer, parse_float=_finite, parse_constant=_no_constant)
