"""Ordinary requests are read as the library reads them; whatever else comes is left to it."""

from __future__ import annotations

import http.client
import io
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from server.runtime.plain_headers import Again, headers_of, lines_of, path_of

NAME = st.sampled_from(
    ["Host", "Connection", "Upgrade", "X-A_b", "Content-Length", "Expect", " Folded", "", "bad name"]
)
VALUE = st.text(st.sampled_from('aZ0 ,;=:\t"\x7fé\0\r')) | st.sampled_from(
    ["localhost:8000", "keep-alive, Upgrade", ""]
)
LINE = st.tuples(NAME, st.sampled_from([":", ": ", " :", ""]), VALUE, st.sampled_from(["\r\n", "\n", " \r\n"]))
HEAD = st.lists(LINE.map("".join), max_size=6).map(lambda lines: "".join(lines).encode("latin1"))


def as_the_library_reads(head: bytes) -> tuple[Any, list[tuple[str, str]]]:
    read = http.client.parse_headers(io.BytesIO(head))
    return read, [(name, value.strip(" \t\r\n")) for name, value in read._headers]  # type: ignore[attr-defined]


@given(HEAD, st.sampled_from([b"\r\n", b"\n", b""]))
@example(b"Host: a\r\nHost: b\r\nUpgrade: websocket\r\n", b"\r\n")
@example(b"Host: a\r\n folded\r\n", b"\r\n")
def test_no_headers_are_read_otherwise_than_the_library_reads_them(head: bytes, end: bytes) -> None:
    stream = io.BytesIO(head + end + b"what follows")
    ours = headers_of(lines_of(stream.readline))
    if ours is None:
        return
    library, headers = as_the_library_reads(head + end)
    assert ours._headers == headers
    for name in ("host", "connection", "upgrade", "x-a_b", "none"):
        assert ours.get(name, "") == library.get(name, "").strip(" \t\r\n")
    assert ours.get_content_type() == library.get_content_type()
    assert stream.read() == b"what follows"


def test_a_phone_that_opens_a_websocket_is_read_without_the_library() -> None:
    asked = b"Host: 192.168.1.5:8000\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n"
    headers = headers_of(lines_of(io.BytesIO(asked).readline))
    assert headers is not None
    assert headers.get("UPGRADE") == "websocket"
    assert path_of(b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n") == "/socket.io/?EIO=4&transport=websocket"


def test_a_request_that_has_a_body_or_another_shape_is_left_to_the_library() -> None:
    for line in (
        b"POST /api HTTP/1.1\r\n",
        b"GET / HTTP/1.0\r\n",
        b"GET //evil HTTP/1.1\r\n",
        b"GET /\r\n",
        b"GET / HTTP/1.1\n",
    ):
        assert path_of(line) is None
    for head in (
        b"Content-Length: 3\r\n\r\n",
        b"Expect: 100-continue\r\n\r\n",
        b"A : b\r\n\r\n",
        b"A: b\r\n",
        b"A: \x80\r\n\r\n",
    ):
        assert headers_of(lines_of(io.BytesIO(head).readline)) is None


@given(HEAD)
def test_what_was_read_can_be_read_again(head: bytes) -> None:
    stream = io.BytesIO(head + b"\r\nwhat follows")
    again = Again(lines_of(stream.readline), stream.readline)
    assert b"".join(iter(again.readline, b"")) == head + b"\r\nwhat follows"
