"""Reads what browsers mostly send: a whole text message in one small frame. Anything else is left to wsproto."""

from __future__ import annotations

_FINAL_TEXT = 0x81
_MASKED = 0x80
_LONGEST_SHORT = 125
_TWO_MORE_BYTES = 126
_MASK_BYTES = 4


def whole_texts(data: bytes) -> list[str] | None:
    """The texts of these bytes, when they are nothing but such frames; None leaves them all to the real parser."""
    texts: list[str] = []
    at, end = 0, len(data)
    while at < end:
        payload = _payload(data, at)
        if payload is None or payload[1] > end:
            return None
        start, at = payload
        try:
            texts.append(_unmasked(data, start, at).decode())
        except UnicodeDecodeError:
            return None
    return texts


def _payload(data: bytes, at: int) -> tuple[int, int] | None:
    """Where the payload of the frame that begins here starts and ends."""
    if len(data) < at + 2 or data[at] != _FINAL_TEXT or not data[at + 1] & _MASKED:
        return None
    size = data[at + 1] & ~_MASKED
    start = at + 2 + _MASK_BYTES
    if size == _TWO_MORE_BYTES:
        size = int.from_bytes(data[at + 2 : at + 4])
        if size <= _LONGEST_SHORT:
            return None
        start += 2
    elif size > _LONGEST_SHORT:
        return None
    return start, start + size


def _unmasked(data: bytes, start: int, end: int) -> bytes:
    size = end - start
    mask = data[start - _MASK_BYTES : start] * (size // _MASK_BYTES + 1)
    return (int.from_bytes(data[start:end]) ^ int.from_bytes(mask[:size])).to_bytes(size)
