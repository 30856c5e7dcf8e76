"""What happened, one line an event, told so that nobody learns who wrote a card or what is hidden.

Words come from what the facilitator's screen may show now, never from the log. What participants did is counted
by the minute and names no card: otherwise the time of a card would tell its writer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from server.log import Entry
from server.workshop import SYSTEM, Event, Workshop
from server.workshop.clock import moment
from server.workshop.views import FACILITATOR, record
from server.workshop.vote import item_of

Line = dict[str, Any]

# Kept for the sake of repeats only.
UNTOLD = frozenset({"already_so"})
# Said as they are: none of them holds words of a person.
PLAIN = ("board", "phase", "view", "page", "seconds", "minutes", "until", "each", "status", "table")
SEVERAL = ("cards", "groups", "boards", "items")
MINUTE = len("2026-11-22T03:04")


@dataclass(frozen=True, slots=True)
class Teller:
    """Words for the lines of one workshop as it is now; `steps` names the steps that were undone."""

    workshop: Workshop
    steps: dict[int, Event]

    def lines(self, newest_first: Iterable[Entry]) -> list[Line]:
        told: list[Line] = []
        for entry in newest_first:
            if entry.event.name in UNTOLD:
                continue
            line = self.line(entry)
            same = _same_by_nobody(told, line)
            if same is None:
                told.append(line)
            else:
                same["what"]["count"] += 1
        return told

    def line(self, entry: Entry) -> Line:
        """One event in plain values; the client finds the words."""
        who = self.who(entry.actor)
        by_key = "key" in who
        return {
            "seq": entry.seq,
            "at": entry.at if by_key else f"{entry.at[:MINUTE]}:00.000Z",
            "who": who,
            "name": entry.event.name,
            "what": self._what(entry.event) | _break(entry) if by_key else {"count": 1},
        }

    def who(self, actor: str) -> dict[str, str]:
        """The link it was done by; every participant is only that."""
        key = self.workshop.keys.get(actor)
        if key is not None:
            return {"role": key.role, "key": key.id, "name": key.name}
        return {"role": SYSTEM if actor == SYSTEM else "participant"}

    def _what(self, event: Event) -> Line:
        told: Line = {name: getattr(event, name) for name in PLAIN if getattr(event, name, None) is not None}
        # No column to show large is none at all; elsewhere it is the inbox.
        if hasattr(event, "column") and (event.column is not None or event.name != "focused"):
            told["column"] = event.column
        if isinstance(vote := getattr(event, "vote", None), str) and vote in self.workshop.votes:
            told["on"] = self.workshop.votes[vote].on
        return told | self._counted(event) | self._named(event)

    def _counted(self, event: Event) -> Line:
        found = next((getattr(event, name) for name in SEVERAL if isinstance(getattr(event, name, None), tuple)), None)
        if found is None:
            return {"count": 1}
        return {"count": len(found)} | (self._text(_id(found[0])) if len(found) == 1 else {})

    def _named(self, event: Event) -> Line:
        told: Line = {}
        if isinstance(card := getattr(event, "card", None), str):
            told |= self._text(card)
        for field in ("group", "into", "item"):
            if isinstance(group := getattr(event, field, None), str):
                told |= self._group(item_of(group))
        if isinstance(step := getattr(event, "step", None), int) and step in self.steps:
            undone = self.steps[step]
            told |= {"step": undone.name, "step_count": self._counted(undone)["count"]}
        if isinstance(key := getattr(event, "key", None), str) and key in self.workshop.keys:
            told["link"] = self.workshop.keys[key].name
        return told

    def _text(self, card: str) -> Line:
        found = record(self.workshop, f"card:{card}", FACILITATOR)
        return {"text": found["text"]} if found else {}

    def _group(self, group: str) -> Line:
        found = record(self.workshop, f"group:{group}", FACILITATOR)
        return {"group": found["name"]} if found else self._text(group)


def _break(entry: Entry) -> Line:
    """How long a break is to last, from when somebody said so."""
    back_at = getattr(entry.event, "back_at", None)
    return {"minutes": round((moment(back_at) - moment(entry.at)).total_seconds() / 60)} if back_at else {}


def _id(one: Any) -> str:
    """Cards stand in events by themselves or with their places."""
    return str(one[0] if isinstance(one, tuple) else one)


def _same_by_nobody(told: list[Line], older: Line) -> Line | None:
    """The line that counts the same, done by nobody in particular in the same minute: in what order is not told."""
    if "key" in older["who"]:
        return None
    for newer in reversed(told):
        if "key" in newer["who"]:
            return None
        if all(newer[field] == older[field] for field in ("at", "name", "who")):
            return newer
    return None
