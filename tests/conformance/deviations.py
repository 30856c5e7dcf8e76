"""Where we knowingly do otherwise than the protocol documents, and why."""

from __future__ import annotations

from dataclasses import dataclass

EVERYWHERE = frozenset({"fast", "stock"})
STOCK = frozenset({"stock"})


@dataclass(frozen=True)
class Deviation:
    reason: str
    where: frozenset[str] = EVERYWHERE


DEVIATIONS = {
    "a post is answered ok": Deviation("python-engineio answers OK in capitals; no client reads the body."),
    "a poll waiting when the session is closed gets an answer": Deviation(
        "python-engineio answers with an empty body instead of a NOOP; its client has said goodbye.", STOCK
    ),
    "an upgrade packet is answered by nothing": Deviation(
        "python-engineio sends a NOOP meant for the poll over the new WebSocket; clients ignore it.", STOCK
    ),
    "a second websocket of one session is closed and the first stays": Deviation(
        "python-engineio refuses it with 400 instead of accepting and closing it; the first stays all the same."
    ),
    "the answer to connect comes before any event": Deviation(
        "python-socketio answers after the connect handler, so that it can refuse; what the handler sends comes "
        "before. The official client keeps such events until the answer is there."
    ),
    "a binary message comes back as it was": Deviation("We serve no binary; it is refused with 1003."),
    "a binary event is received": Deviation("We serve no binary; who sends it is disconnected."),
}
