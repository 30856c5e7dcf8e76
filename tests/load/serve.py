"""Starts the application as run.py does, also where the screens are not built: nobody looks at them here."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import run

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        run.STATIC = Path(folder)
        (run.STATIC / "home.html").touch()
        sys.exit(run.main())
