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
