"""The chart for the README: latency and processor time over phones and over cards a second, as one small SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10

WIDTH, HEIGHT = 340, 256
LEFT, TOP, RIGHT, BOTTOM = 46, 76, 12, 44
INK, PALE = "#3b352c", "#d9d1c3"
STYLE = "font-family:system-ui,sans-serif;font-size:11px"

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Line:
    name: str
    colour: str
    dashed: bool
    points: Points


@dataclass(frozen=True)
class Panel:
    title: str
    across: str
    up: str
    lines: Sequence[Line]


def drawn(panels: Sequence[Panel]) -> str:
    """Two panels in a row, each with a logarithmic axis across and an ordinary one up."""
    high = (len(panels) + 1) // 2 * HEIGHT
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {high}" style="{STYLE}" fill="{INK}">']
    parts.append('<rect width="100%" height="100%" fill="#fffdf8"/>')
    for number, panel in enumerate(panels):
        parts.append(f'<g transform="translate({number % 2 * WIDTH},{number // 2 * HEIGHT})">')
        parts += _panel(panel)
        parts.append("</g>")
    return "\n".join([*parts, "</svg>", ""])


def _panel(panel: Panel) -> Iterator[str]:
    places = sorted({x for line in panel.lines for x, _ in line.points})
    top = _round_up(max((y for line in panel.lines for _, y in line.points), default=1))
    yield _text(LEFT, 14, panel.title, weight="600")
    yield _text(LEFT, TOP - 10, panel.up)
    yield _text(WIDTH - RIGHT, HEIGHT - 8, panel.across, anchor="end")
    for step in range(5):
        y = HEIGHT - BOTTOM - step / 4 * (HEIGHT - TOP - BOTTOM)
        yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.0f}" y2="{y:.0f}" stroke="{PALE}"/>'
        yield _text(LEFT - 6, y + 4, f"{top * step / 4:g}", anchor="end")
    for place in places:
        yield _text(_across(place, places), HEIGHT - BOTTOM + 16, f"{place:,.0f}", anchor="middle")
    for number, line in enumerate(panel.lines):
        yield from _line(line, places, top, number)


def _line(line: Line, places: Sequence[float], top: float, number: int) -> Iterator[str]:
    dots = [(_across(x, places), HEIGHT - BOTTOM - y / top * (HEIGHT - TOP - BOTTOM)) for x, y in line.points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
    dash = ' stroke-dasharray="5 3"' if line.dashed else ""
    yield f'<polyline points="{path}" fill="none" stroke="{line.colour}" stroke-width="2"{dash}/>'
    for x, y in dots:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{line.colour}"/>'
    # Above the lines, two in a row, where none of them passes.
    x, y = LEFT + number % 2 * 130, 32 + number // 2 * 14
    yield f'<path d="M{x} {y - 4}h20" stroke="{line.colour}" stroke-width="2"{dash}/>'
    yield _text(x + 25, y, line.name)


def _across(place: float, places: Sequence[float]) -> float:
    low, high = log10(places[0]), log10(places[-1])
    share = (log10(place) - low) / (high - low) if high > low else 0.5
    return LEFT + 14 + share * (WIDTH - LEFT - RIGHT - 28)


def _round_up(value: float) -> float:
    scale = 10 ** int(log10(max(value, 0.1)))
    return next((step * scale for step in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10, 20) if step * scale >= value), value)


def _text(x: float, y: float, text: str, *, anchor: str = "start", weight: str = "400") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-weight="{weight}">{text}</text>'
