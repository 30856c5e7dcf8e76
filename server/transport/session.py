"""An Engine.IO session that writes to its WebSocket directly and is pinged by the shared clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, ClassVar

from engineio import packet
from engineio.packet import Packet
from engineio.socket import Socket
from wsproto.frame_protocol import CloseReason

from server.transport.frames import packet_frame
from server.transport.packets import is_packet
from server.transport.wire import Wire

_CLOSE = Packet(packet.CLOSE)
_NOOP = Packet(packet.NOOP)
_PROBE_ANSWER = Packet(packet.PONG, "probe")


class FastSession(Socket):  # type: ignore[misc]
    """Stock until a WebSocket takes over; class attributes stand for a session that has none yet."""

    wire: Wire | None = None
    probe: Wire | None = None
    pinged_at: float | None = 0.0
    round_trip: float | None = None
    closed: bool
    closing: bool
    heard: ClassVar[Callable[[Any], None]]

    def schedule_ping(self) -> None:
        type(self).heard(self)

    def check_ping_timeout(self) -> bool:
        return not self.closed

    def send(self, pkt: Packet) -> None:
        if self.closed:
            return
        if self.wire is None:
            self.queue.put(pkt)
        else:
            self.wire.write(packet_frame(pkt))

    def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        if self.closed or self.closing:
            return
        self.closing = True
        why = reason or self.server.reason.SERVER_DISCONNECT
        self.server._trigger_event("disconnect", self.sid, why, run_async=False)
        if not abort:
            self.send(_CLOSE)
        self.closed = True
        self.server.sockets.pop(self.sid, None)
        self._let_go()

    def _let_go(self) -> None:
        for wire in (self.wire, self.probe):
            if wire is not None:
                wire.finish(CloseReason.NORMAL_CLOSURE)
        if self.wire is None:
            self.queue.put(_NOOP)
            self.queue.put(None)

    def attach(self, wire: Wire) -> None:
        """From here on everything goes over this WebSocket, beginning with what waited."""
        self.connected = self.upgraded = True
        self.upgrading = False
        self.probe, self.wire = None, wire
        wire.settle()
        while not self.queue.empty():
            waiting = self.queue.get(block=False)
            self.queue.task_done()
            if waiting is not None and waiting is not _NOOP:
                self.send(waiting)

    def try_upgrade(self, wire: Wire) -> None:
        if self.probe is not None:
            self.probe.finish(CloseReason.POLICY_VIOLATION)
        self.probe = wire

    def answered_in(self) -> float | None:
        """How long the last ping took; longer when the next one has waited longer already."""
        waited = time.monotonic() - self.pinged_at if self.pinged_at else 0.0
        return max(self.round_trip or 0.0, waited) or None

    # What the wire tells.

    def pong(self) -> None:
        if self.pinged_at is not None and self.wire is not None:
            self.wire.allow_more()
        if self.pinged_at:
            self.round_trip = time.monotonic() - self.pinged_at
        self.schedule_ping()

    def received(self, wire: Wire, text: str) -> None:
        if wire is self.wire:
            self._take(text)
        elif wire is self.probe:
            self._take_probe(wire, text)

    def _take(self, text: str) -> None:
        if self.closed:
            return
        if not is_packet(text):
            self.close(wait=False, reason=self.server.reason.TRANSPORT_ERROR)
        elif text == "1":
            self.close(wait=False, abort=True, reason=self.server.reason.CLIENT_DISCONNECT)
        else:
            self.server._trigger_event("message", self.sid, text[1:])

    def _take_probe(self, wire: Wire, text: str) -> None:
        if text == "2probe" and not self.upgrading:
            self.upgrading = True
            wire.write(packet_frame(_PROBE_ANSWER))
            self.queue.put(_NOOP)
        elif text == "5" and self.upgrading:
            self.attach(wire)
        else:
            wire.finish(CloseReason.POLICY_VIOLATION)

    def lost(self, wire: Wire, reason: str) -> None:
        if wire is self.probe:
            self.probe = None
            self.upgrading = False
        elif wire is self.wire:
            self.close(wait=False, abort=True, reason=reason)
