"""RFC 6455, case by case, spoken by hand to a real server."""

from __future__ import annotations

import struct
from collections.abc import Callable
from itertools import pairwise

import pytest

from .raw import BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, WebSocket, ask, frame, text
from .servers import Server

LIMIT = 16_384
LAST = 999
Case = tuple[list[bytes], list[str]]


def pieces(message: bytes, *cuts: int) -> list[bytes]:
    """One text message in fragments, cut at these places."""
    edges = [0, *cuts, len(message)]
    parts = [message[start:end] for start, end in pairwise(edges)]
    last = len(parts) - 1
    return [frame(TEXT if at == 0 else CONTINUATION, part, fin=at == last) for at, part in enumerate(parts)]


def padded(number: int, size: int) -> str:
    """A command of exactly this many bytes."""
    bare = len(ask(number, pad=""))
    return ask(number, pad="x" * (size - bare))


def closing(code: int, reason: bytes = b"") -> bytes:
    return frame(CLOSE, struct.pack("!H", code) + reason)


HELLO = ask(1, text="hello").encode()
THAI = ask(1, text="บัตรคำ").encode()
EMOJI = ask(1, text="😀").encode()
THAI_AT = THAI.index("บ".encode())
EMOJI_AT = EMOJI.index("😀".encode())

MESSAGES: dict[str, Case] = {
    "a whole message": ([text(ask(1))], ["ack 1"]),
    "two fragments": (pieces(HELLO, 9), ["ack 1"]),
    "three fragments": (pieces(HELLO, 3, 9), ["ack 1"]),
    "a fragment for every byte": (pieces(HELLO, *range(1, len(HELLO))), ["ack 1"]),
    "an empty first fragment": (pieces(HELLO, 0), ["ack 1"]),
    "an empty middle fragment": (pieces(HELLO, 5, 5), ["ack 1"]),
    "an empty last fragment": (pieces(HELLO, len(HELLO)), ["ack 1"]),
    "a ping between fragments": (
        [pieces(HELLO, 9)[0], frame(PING, b"now"), pieces(HELLO, 9)[1]],
        ["pong now", "ack 1"],
    ),
    "a pong between fragments": ([pieces(HELLO, 9)[0], frame(PONG), pieces(HELLO, 9)[1]], ["ack 1"]),
    "a Thai letter cut after its first byte": (pieces(THAI, THAI_AT + 1), ["ack 1"]),
    "a Thai letter cut after its second byte": (pieces(THAI, THAI_AT + 2), ["ack 1"]),
    "a Thai letter cut twice": (pieces(THAI, THAI_AT + 1, THAI_AT + 2), ["ack 1"]),
    "an emoji cut after its first byte": (pieces(EMOJI, EMOJI_AT + 1), ["ack 1"]),
    "an emoji cut after its second byte": (pieces(EMOJI, EMOJI_AT + 2), ["ack 1"]),
    "an emoji cut after its third byte": (pieces(EMOJI, EMOJI_AT + 3), ["ack 1"]),
    "the longest short length": ([text(padded(1, 125))], ["ack 1"]),
    "the shortest 16-bit length": ([text(padded(1, 126))], ["ack 1"]),
    "a 16-bit length": ([text(padded(1, 127))], ["ack 1"]),
    "a length of two full bytes": ([text(padded(1, 256))], ["ack 1"]),
    "a large message": ([text(padded(1, 10_000))], ["ack 1"]),
    "the largest message": ([text(padded(1, LIMIT))], ["ack 1"]),
    "the largest message in fragments": (pieces(padded(1, LIMIT).encode(), 100, 9000), ["ack 1"]),
    "one byte of the wire at a time": ([bytes([byte]) for byte in text(ask(1))], ["ack 1"]),
    "a frame cut in its header": ([text(ask(1))[:1], text(ask(1))[1:]], ["ack 1"]),
    "a frame cut in its masking key": ([text(ask(1))[:4], text(ask(1))[4:]], ["ack 1"]),
    "two messages in one segment": ([text(ask(1)) + text(ask(2))], ["ack 1", "ack 2"]),
    "five messages in one segment": (
        [b"".join(text(ask(number)) for number in range(1, 6))],
        [f"ack {number}" for number in range(1, 6)],
    ),
    "a message and half of the next": (
        [text(ask(1)) + text(ask(2))[:7], text(ask(2))[7:]],
        ["ack 1", "ack 2"],
    ),
    "a masking key of zeros": ([text(ask(1), key=bytes(4))], ["ack 1"]),
    "a masking key of ones": ([text(ask(1), key=b"\xff" * 4)], ["ack 1"]),
}

TOO_BIG: dict[str, Case] = {
    "one byte too many": ([text(padded(1, LIMIT + 1))], ["close 1009"]),
    "too many bytes in two fragments": (pieces(padded(1, LIMIT + 1).encode(), 9000), ["close 1009"]),
    "too many bytes in small fragments": (
        pieces(padded(1, LIMIT * 2).encode(), *range(1000, LIMIT * 2, 1000)),
        ["close 1009"],
    ),
    "a 64-bit length": ([text("42" + "x" * 70_000)], ["close 1009"]),
    "a length of a terabyte, and some of it": (
        [frame(TEXT, b"x" * 60_000, size=1 << 40)],
        ["close 1009"],
    ),
    "many letters of three bytes": ([text(ask(1, pad="ก" * 6000))], ["close 1009"]),
}

CONTROL: dict[str, Case] = {
    "an empty ping": ([frame(PING)], ["pong "]),
    "a ping with text": ([frame(PING, b"hello")], ["pong hello"]),
    "the largest ping": ([frame(PING, b"x" * 125)], ["pong " + "x" * 125]),
    "ten pings in a row": (
        [b"".join(frame(PING, str(number).encode()) for number in range(10))],
        [f"pong {number}" for number in range(10)],
    ),
    "a ping one byte at a time": ([bytes([byte]) for byte in frame(PING, b"slow")], ["pong slow"]),
    "a pong nobody asked for": ([frame(PONG)], []),
    "a pong with text nobody asked for": ([frame(PONG, b"hello")], []),
    "ten pongs nobody asked for": ([frame(PONG, b"x") * 10], []),
    "a ping too large": ([frame(PING, b"x" * 126)], ["close 1002"]),
    "a pong too large": ([frame(PONG, b"x" * 126)], ["close 1002"]),
    "a close too large": ([closing(1000, b"x" * 124)], ["close 1002"]),
    "a ping in fragments": ([frame(PING, b"x", fin=False)], ["close 1002"]),
    "a pong in fragments": ([frame(PONG, b"x", fin=False)], ["close 1002"]),
    "a close in fragments": ([frame(CLOSE, b"", fin=False)], ["close 1002"]),
}

CLOSING: dict[str, Case] = {
    "a close without a code": ([frame(CLOSE)], ["close 1000"]),
    "a close with the longest reason": ([closing(1000, b"x" * 123)], ["close 1000"]),
    "a close with a Thai reason": ([closing(1001, "ลาก่อน".encode())], ["close 1001"]),
    "a ping after a close": ([closing(1000) + frame(PING, b"late")], ["close 1000"]),
    "a message after a close": ([closing(1000) + text(ask(1))], ["close 1000"]),
    "half a code": ([frame(CLOSE, b"\x03")], ["close 1002"]),
    "a reason of bad UTF-8": ([closing(1000, b"\xff\xfe")], ["close 1007"]),
    **{
        f"a close with code {code}": ([closing(code)], [f"close {code}"])
        for code in (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999)
    },
    **{
        f"a close with the forbidden code {code}": ([closing(code)], ["close 1002"])
        for code in (0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535)
    },
}

RESERVED: dict[str, Case] = {
    **{f"reserved bit {bit} on a message": ([text(ask(1), rsv=bit)], ["close 1002"]) for bit in (1, 2, 4)},
    "all reserved bits": ([text(ask(1), rsv=7)], ["close 1002"]),
    "a reserved bit on a ping": ([frame(PING, rsv=4)], ["close 1002"]),
    "a reserved bit on a close": ([frame(CLOSE, rsv=2)], ["close 1002"]),
    "a reserved bit on a continuation": (
        [pieces(HELLO, 9)[0], frame(CONTINUATION, HELLO[9:], rsv=1)],
        ["close 1002"],
    ),
    **{
        f"the reserved opcode {opcode}": ([frame(opcode, b"x")], ["close 1002"])
        for opcode in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
    },
}

MASKS: dict[str, Case] = {
    "a message without a mask": ([text(ask(1), key=None)], ["close 1002"]),
    "an empty message without a mask": ([text("", key=None)], ["close 1002"]),
    "a ping without a mask": ([frame(PING, key=None)], ["close 1002"]),
    "a close without a mask": ([frame(CLOSE, key=None)], ["close 1002"]),
}

ORDER: dict[str, Case] = {
    "a continuation of nothing": ([frame(CONTINUATION, b"x")], ["close 1002"]),
    # Without an acknowledgement: what came just before a breach may or may not still be answered.
    "a continuation of a finished message": (
        [text('42["command",{}]'), frame(CONTINUATION, b"x")],
        ["close 1002"],
    ),
    "a message within a message": ([pieces(HELLO, 9)[0], text(ask(1))], ["close 1002"]),
    "an endless continuation of nothing": ([frame(CONTINUATION, b"x", fin=False)], ["close 1002"]),
    "a binary message within a message": ([pieces(HELLO, 9)[0], frame(BINARY, b"x")], ["close 1002"]),
    "a length longer than needed, 16 bits": ([text(ask(1), form=16)], ["close 1002"]),
    "a length longer than needed, 64 bits": ([text(ask(1), form=64)], ["close 1002"]),
    "a negative length": ([frame(TEXT, b"x", size=1 << 63, form=64)], ["close 1002"]),
}

BAD_UTF8 = {
    "a lone continuation byte": b"\x80",
    "a byte that never occurs": b"\xff",
    "a cut sequence": b"\xc3\x28",
    "an overlong slash": b"\xc0\xaf",
    "an overlong slash in three bytes": b"\xe0\x80\xaf",
    "a surrogate": b"\xed\xa0\x80",
    "a point beyond the last": b"\xf4\x90\x80\x80",
    "a letter that never ends": "ก".encode()[:2],
    "an emoji that never ends": "😀".encode()[:3],
}
ENCODING: dict[str, Case] = {
    **{f"{name}": ([frame(TEXT, b"42" + bad)], ["close 1007"]) for name, bad in BAD_UTF8.items()},
    **{f"{name}, in the last fragment": (pieces(b"42" + bad, 2), ["close 1007"]) for name, bad in BAD_UTF8.items()},
    "bad bytes in the first of two fragments": (pieces(b"42\xff[]", 3), ["close 1007"]),
}

NOT_TEXT: dict[str, Case] = {
    "a binary message": ([frame(BINARY, b"4")], ["close 1003"]),
    "an empty binary message": ([frame(BINARY)], ["close 1003"]),
    "a binary message in fragments": ([frame(BINARY, b"4", fin=False)], ["close 1003"]),
}

CASES = (
    MESSAGES | TOO_BIG | CONTROL | CLOSING | RESERVED | MASKS | ORDER | ENCODING | NOT_TEXT
)  # fmt: skip

# What the stock driver of the async library lets pass although the RFC forbids it; all of it is harmless.
STOCK_DIFFERS = {
    # It looks at the first reserved bit only, the one of compression.
    "reserved bit 1 on a message": ["ack 1"],
    "reserved bit 2 on a message": ["ack 1"],
    "a reserved bit on a continuation": ["ack 1"],
    # It takes a length in any form.
    "a length longer than needed, 16 bits": ["ack 1"],
    "a length longer than needed, 64 bits": ["ack 1"],
}


def events(connection: WebSocket) -> list[str]:
    """What the server does until it acknowledges the last command or hangs up."""
    seen: list[str] = []
    while (received := connection.next_frame()) is not None:
        opcode, payload = received
        if opcode == CLOSE:
            code = struct.unpack("!H", payload[:2])[0] if payload else 1005
            return [*seen, f"close {code}"]
        if opcode == PONG:
            seen.append("pong " + payload.decode())
        if opcode == TEXT and payload == b"1":
            continue
        if opcode == TEXT and payload.startswith(b"43"):
            number = int(payload[2 : payload.index(b"[")])
            if number == LAST:
                return seen
            seen.append(f"ack {number}")
    return [*seen, "close nothing said"]


def play(server: Server, chunks: list[bytes]) -> list[str]:
    with WebSocket(server.port).enter() as connection:
        for chunk in chunks:
            connection.send(chunk)
        connection.send(text(ask(LAST)))
        return events(connection)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize("name", CASES)
def test_a_frame_is_answered_as_the_rfc_says(name: str, serve: Callable[..., Server]) -> None:
    chunks, expected = CASES[name]
    assert play(serve("fast"), chunks) == expected


@pytest.mark.parametrize("name", CASES)
def test_the_stock_driver_stays_as_it_is_known(name: str, serve: Callable[..., Server]) -> None:
    chunks, expected = CASES[name]
    expected = STOCK_DIFFERS.get(name, expected)
    assert without_codes(play(serve("stock"), chunks)) == without_codes(expected)


def without_codes(seen: list[str]) -> list[str]:
    """The stock driver may hang up before its close frame is out."""
    return ["close" if event.startswith("close") else event for event in seen]
