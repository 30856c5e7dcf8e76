"""Messages out of a client's frames, whatever frames they come in; it answers nothing and closes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wsproto.frame_protocol import CloseReason, Frame, FrameProtocol, Opcode, ParseFailed

from server.transport.guards import Guards
from server.transport.quick import whole_texts


class NotAllowed(Exception):
    """What this client sent ends its connection with this code; `reason` is what is counted."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = int(code)
        self.reason = reason


class Incoming:
    __slots__ = ("_bytes", "_guards", "_parser", "_parts", "frames")

    def __init__(self, guards: Guards) -> None:
        self._guards = guards
        self._parser: FrameProtocol | None = None
        self._parts: list[str] = []
        self._bytes = 0
        self.frames = 0

    def take(self, data: bytes) -> Iterable[str | Frame]:
        """Whole messages, and the frames that are about the connection itself; raises NotAllowed."""
        texts = whole_texts(data) if self._parser is None else None
        # Of whole messages that are not even together too long only their number is left to look at.
        if texts is None or len(data) > self._guards.message_bytes:
            return self._parse(data)
        self._count_frames(len(texts))
        return texts

    def _parse(self, data: bytes) -> Iterator[str | Frame]:
        """Once the parser was needed it is kept: only it knows where in a frame or message this client is."""
        self._parser = self._parser or FrameProtocol(client=False, extensions=[])
        self._parser.receive_bytes(data)
        try:
            for frame in self._parser.received_frames():
                self._count_frames(1)
                yield from self._told_by(frame)
        except ParseFailed as failure:
            raise NotAllowed(failure.code, "bad_frame") from failure

    def _count_frames(self, several: int) -> None:
        self.frames += several
        if self.frames > self._guards.frames_per_ping:
            raise NotAllowed(CloseReason.POLICY_VIOLATION, "frame_flood")

    def _told_by(self, frame: Frame) -> Iterator[str | Frame]:
        if frame.opcode is Opcode.BINARY:
            raise NotAllowed(CloseReason.UNSUPPORTED_DATA, "binary")
        if frame.opcode is not Opcode.TEXT:
            yield frame
        elif frame.message_finished:
            yield self._whole(str(frame.payload))
        else:
            self._add(str(frame.payload))

    def _whole(self, last: str) -> str:
        self._add(last)
        parts, self._parts, self._bytes = self._parts, [], 0
        return "".join(parts)

    def _add(self, text: str) -> None:
        self._bytes += len(text) if text.isascii() else len(text.encode())
        if self._bytes > self._guards.message_bytes:
            raise NotAllowed(CloseReason.MESSAGE_TOO_BIG, "too_big")
        self._parts.append(text)
