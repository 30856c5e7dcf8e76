"""The acknowledgement of one event: given by the handler's return, or later by who took it."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from engineio.packet import MESSAGE, Packet

from server.transport import compact_json
from server.transport.frames import message_frame


class Reply:
    """Call it once with the answer; it does nothing when none was asked for or the client is gone."""

    __slots__ = ("_ack", "_eio", "_eio_sid", "later")

    def __init__(self, eio: Any, eio_sid: str, ack: str) -> None:
        self._eio = eio
        self._eio_sid = eio_sid
        self._ack = ack
        self.later = False

    def __call__(self, answer: object) -> None:
        self.json(compact_json.dumps(answer))

    def json(self, text: str) -> None:
        """For an answer whose JSON is already there."""
        ack, self._ack = self._ack, ""
        session = self._eio.sockets.get(self._eio_sid) if ack else None
        if session is None:
            return
        wire = getattr(session, "wire", None)
        if wire is None:
            self._eio.send_packet(self._eio_sid, Packet(MESSAGE, f"3{ack}[{text}]"))
        else:
            wire.write(message_frame(f"3{ack}[{text}]"))


current: ContextVar[Reply] = ContextVar("current")


def answer_later() -> Reply:
    """Within an event's handler: keep the acknowledgement, so that what the handler returns is ignored."""
    reply = current.get()
    reply.later = True
    return reply
