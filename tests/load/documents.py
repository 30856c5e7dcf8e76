"""What each document costs: `python tests/load/documents.py [cards …]` prints seconds, memory and size per format.

Each file is made in a process of its own, once cold (with what it imports) and once more; nothing is asserted.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "export")]

MEGABYTE = 1024 * 1024
RESULTS = ROOT / "tests" / "artifacts" / "load" / "documents.json"
# What documents alone bring along.
LIBRARIES = ("lxml", "python-docx", "XlsxWriter", "openpyxl", "et_xmlfile")
LIBRARIES += ("typst", "fontpkg-sarabun", "fontpkg", "manimgx-fonts", "manimgx-fonts-cjk")
# The sample has no decisions, so there is no frame to show.
NOT_MEASURED = {"frame-pdf", "frame-png"}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("cards", type=int, nargs="*", default=[60, 500, 2_000])
    asked.add_argument("--format", nargs="*", help="only these")
    asked.add_argument("--one", nargs=2, metavar=("FORMAT", "CARDS"), help=argparse.SUPPRESS)
    wish = asked.parse_args()
    if wish.one:
        sys.stdout.write(json.dumps(_made(wish.one[0], int(wish.one[1]))))
        return
    figures = [one for cards in wish.cards for one in _all(cards, wish.format)]
    _print(figures)
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps({"figures": figures, "installed_mb": _installed()}, indent=1), encoding="utf-8")


def _all(cards: int, wanted: list[str] | None) -> list[dict[str, Any]]:
    from server.export.formats import FORMATS

    return [_measured(name, cards) for name in wanted or FORMATS.keys() - NOT_MEASURED]


def _measured(name: str, cards: int) -> dict[str, Any]:
    words = [sys.executable, __file__, "--one", name, str(cards)]
    told: dict[str, Any] = json.loads(subprocess.run(words, check=True, capture_output=True, cwd=ROOT).stdout)
    return told


def _made(name: str, cards: int) -> dict[str, Any]:
    """One format, in this process."""
    import sample_views

    from server.export.formats import FORMATS
    from server.export.options import Options

    view, before = sample_views.big(cards), _most_memory()
    began = time.perf_counter()
    content = FORMATS[name].make(view, Options())
    cold = time.perf_counter() - began
    began = time.perf_counter()
    FORMATS[name].make(view, Options())
    return {
        "format": name,
        "cards": cards,
        "cold_s": round(cold, 3),
        "again_s": round(time.perf_counter() - began, 3),
        "memory_mb": round((_most_memory() - before) / MEGABYTE, 1),
        "peak_mb": round(_most_memory() / MEGABYTE, 1),
        "kilobytes": round(len(content) / 1024, 1),
    }


def _most_memory() -> int:
    """The most this process ever held; Linux counts in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _installed() -> dict[str, float]:
    return {name: round(_size(name) / MEGABYTE, 1) for name in LIBRARIES if _size(name)}


def _size(name: str) -> int:
    try:
        files = importlib.metadata.files(name) or []
    except importlib.metadata.PackageNotFoundError:
        return 0
    return sum(path.stat().st_size for one in files if (path := Path(str(one.locate()))).is_file())


def _print(figures: list[dict[str, Any]]) -> None:
    lines = ["format      cards   cold s  again s  more MB  peak MB       KB"]
    lines += [
        f"{one['format']:10} {one['cards']:6} {one['cold_s']:8.2f} {one['again_s']:8.2f} "
        f"{one['memory_mb']:8.1f} {one['peak_mb']:8.1f} {one['kilobytes']:8.0f}"
        for one in figures
    ]
    installed = _installed()
    lines.append(f"installed with it: {sum(installed.values()):.1f} MB ({installed})")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
