"""Reads what browsers ask for: a GET with ordinary headers. Everything else is left to the library, byte for byte.

The library reads headers as if they were those of an e-mail, which was a fifth of the work of letting a phone in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_REQUEST = re.compile(rb"GET (/(?!/)[!-~]*) HTTP/1\.1\r\n")
_HEADER = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([!-~](?:[ -~\t]*[!-~])?)?[ \t]*\r\n")
# These say how the request goes on: its body, or that it waits for a word of ours.
_GOING_ON = frozenset({"content-length", "transfer-encoding", "content-type", "expect"})
_MOST = 50
_END = b"\r\n"


class Headers:
    """As much of the library's headers as its server asks for."""

    __slots__ = ("_by_name", "_headers")

    def __init__(self, headers: list[tuple[str, str]]) -> None:
        self._headers = headers
        # Of several the first counts, as it does there.
        self._by_name = {name.lower(): value for name, value in reversed(headers)}

    def get(self, name: str, default: Any = None) -> Any:
        return self._by_name.get(name.lower(), default)

    def get_content_type(self) -> str:
        return "text/plain"


def path_of(request_line: bytes) -> str | None:
    """What an ordinary GET asks for."""
    found = _REQUEST.fullmatch(request_line)
    return found[1].decode() if found else None


class Again:
    """Gives the lines that were read once more, and then what follows them."""

    def __init__(self, lines: list[bytes], rest: Callable[[int], bytes]) -> None:
        self._lines = iter(lines)
        self._rest = rest

    def readline(self, size: int = -1) -> bytes:
        line = next(self._lines, None)
        return self._rest(size) if line is None else line


def lines_of(readline: Callable[[], bytes]) -> list[bytes]:
    """The lines of the headers, with the empty one at their end if it came."""
    lines = [readline()]
    while lines[-1] not in (_END, b"\n", b"") and len(lines) <= _MOST:
        lines.append(readline())
    return lines


def headers_of(lines: list[bytes]) -> Headers | None:
    """The headers, if all of them are ordinary."""
    *several, end = lines
    found = [_HEADER.fullmatch(line) for line in several]
    if end != _END or not all(found):
        return None
    headers = Headers([(one[1].decode(), (one[2] or b"").decode()) for one in found if one])
    return None if _GOING_ON & headers._by_name.keys() else headers
