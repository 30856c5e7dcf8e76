"""WebSocket frames as a server writes them, and a message prepared once for many sockets."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from engineio.packet import MESSAGE, Packet

from server.transport import compact_json

TEXT, BINARY, CLOSE, PONG = 0x81, 0x82, 0x88, 0x8A


def frame(opcode: int, payload: bytes) -> bytes:
    size = len(payload)
    if size < 126:
        return bytes((opcode, size)) + payload
    if size < 65536:
        return struct.pack("!BBH", opcode, 126, size) + payload
    return struct.pack("!BBQ", opcode, 127, size) + payload


def packet_frame(packet: Packet) -> bytes:
    encoded = packet.encode()
    if isinstance(encoded, str):
        return frame(TEXT, encoded.encode())
    return frame(BINARY, encoded)


def close_frame(code: int) -> bytes:
    return frame(CLOSE, struct.pack("!H", code))


def message_frame(text: str) -> bytes:
    """The frame of one Socket.IO packet."""
    return frame(TEXT, b"4" + text.encode())


class SizedPacket(Packet):  # type: ignore[misc]
    """A packet that knows how many bytes it is on the wire, so that a queue of them can be bounded."""

    def __init__(self, text: str, size: int) -> None:
        super().__init__(MESSAGE, text)
        self.size = size


class Prepared:
    """One event, encoded once; its frame is made when the first WebSocket needs it."""

    __slots__ = ("_frame", "_packet", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._packet: Packet | None = None
        self._frame: bytes | None = None

    @property
    def packet(self) -> Packet:
        """For clients that poll, and for the stock driver."""
        if self._packet is None:
            self._packet = SizedPacket(self._text, len(self.frame))
        return self._packet

    @property
    def frame(self) -> bytes:
        if self._frame is None:
            self._frame = message_frame(self._text)
        return self._frame


def prepare(event: str, arguments: Sequence[object]) -> Prepared:
    return Prepared("2" + compact_json.dumps([event, *arguments]))


def prepare_json(event: str, json_text: str) -> Prepared:
    """For a payload whose JSON is already there, such as a cached snapshot."""
    return Prepared(f'2["{event}",{json_text}]')
