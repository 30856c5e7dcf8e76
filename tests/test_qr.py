"""A phone reads the codes on the wall: each test reads the drawn code with an independent reader."""

import re
from xml.etree import ElementTree

import pytest
import zxingcpp

from server import qr

PIXELS = 5


def read_svg(svg: str) -> str:
    """Draws the dark runs of the SVG and reads the picture."""
    drawing = ElementTree.fromstring(svg)
    size = int(drawing.attrib["viewBox"].split()[2])
    dark = {
        (int(x) + step, int(y))
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h", drawing[1].attrib["d"])
        for step in range(int(length))
    }
    return read(dark, size)


def read_terminal(text: str) -> str:
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in text.splitlines()]
    upper = {(x, 2 * y) for y, line in enumerate(lines) for x, block in enumerate(line) if block in "▀█"}
    lower = {(x, 2 * y + 1) for y, line in enumerate(lines) for x, block in enumerate(line) if block in "▄█"}
    return read(upper | lower, max(len(lines[0]), 2 * len(lines)))


def read(dark: set[tuple[int, int]], size: int) -> str:
    width = size * PIXELS
    picture = bytes(0 if (x // PIXELS, y // PIXELS) in dark else 255 for y in range(width) for x in range(width))
    (code,) = zxingcpp.read_barcodes(memoryview(picture).cast("B", (width, width)))
    return str(code.text)


@pytest.mark.parametrize("url", ["http://192.168.1.10:8321/j/12345678", "https://cards.example.org/batkham/j/12345678"])
def test_a_phone_reads_the_join_code_from_wall_and_terminal(url: str) -> None:
    assert read_svg(qr.join_qr(url)) == url
    assert read_terminal(qr.terminal_qr(url)) == url


def test_the_code_scales_and_has_a_quiet_zone() -> None:
    svg = qr.join_qr("http://192.168.1.10:8321/")
    drawing = ElementTree.fromstring(svg)
    size = int(drawing.attrib["viewBox"].split()[2])
    starts = [(int(x), int(y), int(n)) for x, y, n in re.findall(r"M(\d+) (\d+)h(\d+)v1h", drawing[1].attrib["d"])]
    assert "width" not in drawing.attrib
    assert min(x for x, _, _ in starts) == min(y for _, y, _ in starts) == 4
    assert max(x + n for x, _, n in starts) == size - 4
    assert {path.attrib["fill"] for path in drawing} == {"#fff", "#000"}


@pytest.mark.parametrize(
    ("name", "password", "text"),
    [
        ("Hotel", "12345678", "WIFI:T:WPA;S:Hotel;P:12345678;;"),
        ("ห้องประชุม ๑", "บัตรคำ๒๕๖๙", "WIFI:T:WPA;S:ห้องประชุม ๑;P:บัตรคำ๒๕๖๙;;"),
        ('a;b,c:d"e\\f', "p;w", 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:p\\;w;;'),
        ("Lobby", "", "WIFI:T:nopass;S:Lobby;;"),
    ],
)
def test_a_phone_reads_the_wifi_code(name: str, password: str, text: str) -> None:
    assert read_svg(qr.wifi_qr(name, password)) == text
