"""A headless screen: it keeps a board by the rule of the wire, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

WORDS = ("board", "text", "proposed")
Records = dict[str, Any]
CatchUp = Callable[[dict[str, Any]], dict[str, Any]]


class Screen:
    """What one screen knows: its number, its records, its own records, and every frame it was sent."""

    def __init__(self, catch_up: CatchUp, who: Any = None) -> None:
        self._catch_up = catch_up
        self.who = who
        self.sid = ""
        self.seq = -1
        self.records: Records = {}
        self.mine: Records = {}
        self.me: dict[str, str] = {}
        self.audience = ""
        self.frames: list[tuple[str, str]] = []
        self.events: list[str] = []
        self.closed: str | None = None
        self.caught_up = 0

    def hear(self, event: str, text: str) -> None:
        self.frames.append((event, text))
        body = json.loads(text)
        if event == "hello":
            self.begin(body)
        elif event == "changes":
            self.change(body)
        elif event == "head" and body["seq"] > self.seq:
            self.catch_up()
        elif event in ("gone", "revoked", "draining"):
            self.closed = event

    def begin(self, hello: dict[str, Any]) -> None:
        """Take a hello, or the answer to a catch-up."""
        self.me, self.audience = hello["me"], hello["audience"]
        if "changes" in hello:
            self._take(hello["changes"])
        else:
            self.records = hello["snapshot"]
        self.mine = hello.get("mine", {})
        self.seq = hello["seq"]

    def change(self, frame: dict[str, Any]) -> None:
        if frame["to"] <= self.seq:
            return
        if frame["from"] > self.seq:
            return self.catch_up()
        self._take(frame)
        self.seq = frame["to"]

    def catch_up(self, **asked: object) -> None:
        self.caught_up += 1
        answer = self._catch_up({"since": self.seq, **asked} if self.seq >= 0 else asked)
        if answer.get("ok") is False:
            self.closed = answer["code"]
            return
        self.frames.append(("hello", json.dumps(answer, ensure_ascii=False)))
        self.begin(answer)

    def _take(self, frame: dict[str, Any]) -> None:
        _apply(self.records, frame)
        _apply(self.mine, frame.get("mine", {"put": {}, "drop": []}))
        numbers = [number for number, _ in frame.get("events", ())]
        assert numbers == sorted(set(numbers)), "events are told once each, in the order of the log"
        self.events += [name for _, name in frame.get("events", ())]


def _apply(records: Records, change: dict[str, Any]) -> None:
    for key, told in change["put"].items():
        # Phones are not told again what they know of a card's words; see server/short.py.
        known = key.startswith("card:") and "rank" in told and "text" not in told
        words = {name: value for name, value in records[key].items() if name in WORDS} if known else {}
        records[key] = words | told
    for key in change.get("drop", ()):
        records.pop(key, None)
