"""JSON as it crosses the wire: compact, Thai letters as themselves, always encodable."""

from __future__ import annotations

import json
from typing import Any

import orjson

SEPARATORS = (",", ":")


def dumps(value: object, **_options: Any) -> str:
    # Escaped Thai is six bytes a letter instead of three: twice the data on every phone.
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        # Half a letter, or a number longer than the fast encoder's.
        return json.dumps(value, separators=SEPARATORS)


def loads(text: str | bytes, **_options: Any) -> Any:
    return json.loads(text)
