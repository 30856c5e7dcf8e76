"""QR codes as SVG for the wall and as blocks for the terminal; knows no boards and no addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import segno

QUIET_ZONE = 4
DARK, LIGHT = True, False
BLACK_ON_WHITE, PLAIN = "\x1b[38;2;0;0;0;48;2;255;255;255m", "\x1b[0m"
HALF_BLOCKS = {(LIGHT, LIGHT): " ", (DARK, LIGHT): "▀", (LIGHT, DARK): "▄", (DARK, DARK): "█"}

Rows = list[list[bool]]


def join_qr(url: str) -> str:
    return _svg(_modules(url))


def wifi_qr(name: str, password: str) -> str:
    """Phones join the network when they read it; without a password it is an open one."""
    return _svg(_modules(wifi_text(name, password)))


def wifi_text(name: str, password: str) -> str:
    if not password:
        return f"WIFI:T:nopass;S:{_escaped(name)};;"
    return f"WIFI:T:WPA;S:{_escaped(name)};P:{_escaped(password)};;"


def terminal_qr(url: str) -> str:
    """Two modules in one character, black on white whatever the colours of the terminal."""
    rows = _modules(url)
    rows += [[LIGHT] * len(rows[0])] * (len(rows) % 2)
    lines = (
        "".join(HALF_BLOCKS[pair] for pair in zip(*two, strict=True)) for two in zip(rows[::2], rows[1::2], strict=True)
    )
    return "\n".join(f"{BLACK_ON_WHITE}{line}{PLAIN}" for line in lines)


def _escaped(text: str) -> str:
    return re.sub(r'([\\;,:"])', r"\\\1", text)


def _modules(text: str) -> Rows:
    # Level M with UTF-8: a Thai network name must not be guessed into another encoding.
    code = segno.make(text, error="m", boost_error=False, micro=False, encoding="utf-8" if not text.isascii() else None)
    return [[module == 1 for module in row] for row in code.matrix_iter(border=QUIET_ZONE)]


def _svg(rows: Rows) -> str:
    size = len(rows)
    dark = "".join(f"M{x} {y}h{length}v1h-{length}z" for y, row in enumerate(rows) for x, length in _runs(row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"'
        f' role="img" aria-label="QR"><path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>'
        f'<path fill="#000" d="{dark}"/></svg>'
    )


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    for run in re.finditer("1+", "".join("1" if module else "0" for module in row)):
        yield run.start(), len(run[0])
