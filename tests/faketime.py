"""The library of the package `libfaketime`, which stands between a program and its clock."""

from __future__ import annotations

import importlib.util
from pathlib import Path


def faketime() -> Path | None:
    package = importlib.util.find_spec("libfaketime")
    if package is None or package.origin is None:
        return None
    library = Path(package.origin).parent / "vendor" / "libfaketime" / "src" / "libfaketime.so.1"
    return library if library.exists() else None


def ahead(seconds: int) -> dict[str, str]:
    """The environment of a program whose clock is so far ahead; nothing where the library is missing."""
    library = faketime()
    if library is None:
        return {}
    return {"LD_PRELOAD": str(library), "FAKETIME": f"+{seconds}s", "DONT_FAKE_MONOTONIC": "1"}
