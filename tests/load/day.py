"""A workshop of 75 minutes played fast: how many bytes one phone is sent after its first load.

Played without pacing, so that every change is a frame of its own, as it is when minutes lie between them. What only
time brings (`head` every 10 s, a ping every 8 s) is counted once and multiplied.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from websocket import WebSocket, create_connection

from server.assembly import PHONES_HEAR_TIME
from tests.load.rows import Figures
from tests.load.venue import Venue
from tests.load.workshop import TEXT, Workshop, an_id

MINUTES = 75
PEOPLE, CARDS_EACH = 60, 3
HEAD_SECONDS, PING_SECONDS = 10, 8
PING_FRAME, SMALL_HEAD = 3, 2
# What every sixth head tells besides; see server/assembly.py.
TIME = ',"now":"2026-11-22T11:43:37.649Z"'
COLUMNS = ("close", "improve", "open")


@dataclass
class Listener:
    """A phone's socket that counts what it is sent, WebSocket headers included."""

    socket: WebSocket
    bytes: int = 0
    frames: int = 0
    first: int = 0
    seq: int = 0

    @classmethod
    def opens(cls, port: int, token: str, audience: str) -> Listener:
        one = cls(create_connection(f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket", timeout=20))
        one.socket.recv()
        one.socket.send("40" + json.dumps({"token": token, "v": 1, "audience": audience}))
        while not one.hear().startswith('42["hello"'):
            pass
        one.first, one.bytes, one.frames = one.bytes, 0, 0
        return one

    def hear(self) -> str:
        text = str(self.socket.recv())
        if text == "2":
            self.socket.send("3")
            return text
        size = len(text.encode())
        framed = size + (SMALL_HEAD if size < 126 else 4 if size < 65536 else 10)
        if text.startswith('42["head"'):
            return text
        self.bytes += framed
        self.frames += 1
        return text

    def hear_until(self, seq: int) -> None:
        """Read everything up to the change with this number."""
        while True:
            text = self.hear()
            if text.startswith('42["changes"'):
                self.seq = json.loads(text[2:])[1]["to"]
            if self.seq >= seq:
                return

    def total(self) -> int:
        heads, pings = MINUTES * 60 // HEAD_SECONDS, MINUTES * 60 // PING_SECONDS
        timed = heads // PHONES_HEAR_TIME
        told = heads * len(f'42["head",{{"seq":{self.seq}}}]') + timed * len(TIME)
        return self.bytes + told + heads * SMALL_HEAD + pings * PING_FRAME


def a_day(folder: Path | None = None) -> Figures:
    """Two phones in one workshop: one keeps to its own cards, one looks at the list from the first shown card on."""
    with Venue("fast", 0, paced=False, busy=False, folder=folder) as venue:
        workshop = venue.workshop
        assert workshop is not None
        port = venue.server.port
        tokens = [workshop.joins() for _ in range(PEOPLE)]
        plain = Listener.opens(port, tokens[0], "participant")
        writing = Listener.opens(port, tokens[1], "participant")
        cards = _write(workshop, tokens)
        workshop.phase("show")
        seq = workshop.does("focus", board="board-1", column="close")
        plain.hear_until(seq - 1)
        writing.hear_until(seq - 1)
        looking = Listener.opens(port, tokens[1], "reader")
        last = _sort(workshop, cards)
        for one in (plain, looking):
            one.hear_until(last)
            one.socket.close()
        writing.socket.close()
        # Looking at the list for the first time means loading it.
        looked = looking.first + writing.bytes + looking.total()
        return {
            "kb_own_cards_only": plain.total() / 1000,
            "kb_list_in_view": looked / 1000,
            "frames_own_cards_only": plain.frames,
            "frames_list_in_view": writing.frames + looking.frames,
            "kb_first_hello": plain.first / 1000,
        }


def _write(workshop: Workshop, tokens: list[str]) -> list[str]:
    """Everybody tries, writes three cards and corrects one; the time is extended twice."""
    cards = []
    workshop.phase("trial")
    for token in tokens:
        workshop.asks(token, "try_card", board="board-1", text="ลองส่ง")
    workshop.phase("write")
    workshop.does("start_timer", board="board-1", seconds=480)
    for turn in range(CARDS_EACH):
        for number, token in enumerate(tokens):
            cards.append(an_id())
            fields = {"board": "board-1", "text": f"{TEXT} {number}", "proposed": COLUMNS[number % 3]}
            workshop.asks(token, "submit_card", id=cards[-1], **fields)
        if turn:
            workshop.does("extend_timer", board="board-1", seconds=60)
    for card, token in zip(cards, tokens, strict=False):
        workshop.asks(token, "edit_card", card=card, text=f"{TEXT} แก้แล้ว")
    workshop.phase("stopped")
    return cards


def _sort(workshop: Workshop, cards: list[str]) -> int:
    """Every card is read and placed; some are moved again, starred, corrected, taken back and shown large."""
    workshop.phase("sort")
    for number, card in enumerate(cards):
        workshop.does("place_card", card=card, column=COLUMNS[number % 3])
        if number % 5 == 0:
            workshop.does("move_cards", cards=[card], column=COLUMNS[(number + 1) % 3])
        if number % 15 == 0:
            workshop.does("star_cards", cards=[card])
            workshop.does("fix_card", card=card, text=f"{TEXT} (รวม)")
        if number % 20 == 0:
            workshop.does("move_cards", cards=[card], column=COLUMNS[(number + 2) % 3])
            workshop.does("undo")
            workshop.does("focus", board="board-1", card=card)
    return workshop.does("start_phase", board="board-1", phase="finished")
