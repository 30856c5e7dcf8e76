"""How the board came about, as the facilitator's screen saw it: a first snapshot, and what changed after each event."""

from __future__ import annotations

from typing import Any

from server.frames import Delta, delta
from server.log import Entry
from server.workshop import Workshop, apply
from server.workshop.views import FACILITATOR, snapshot

# What no board shows: links, steps, who came, what was large for a moment.
LEFT_OUT = ("agenda", "key", "steps", "door", "people", "spotlight", "hold", "tables", "table", "counts")
# What people say secretly, and when it has been told.
COUNTED, SHOWN = ("vote:", "check_out"), "shown"


def replay(entries: list[Entry]) -> dict[str, Any]:
    """`first`, the changes `frames` and what they end with, `last`."""
    workshop, first, told_of = Workshop(), {}, set[str]()
    frames: list[dict[str, Any]] = []
    for entry in entries:
        before = workshop
        workshop, touched = apply(before, entry.event, entry.stamp)
        if entry.seq == 1:
            first = _board(snapshot(workshop, FACILITATOR))
            continue
        changed = delta(before, workshop, (key for key in touched if _is_shown(key)), FACILITATOR)
        told = _once_told(changed, told_of)
        if told:
            frames.append(
                {"seq": entry.seq, "at": entry.at, "name": entry.event.name, "put": told.put, "drop": told.drop}
            )
    last = {key: one for key, one in snapshot(workshop, FACILITATOR).items() if key.startswith(("counts:", "people"))}
    return {"seq": len(entries), "first": first, "frames": frames, "last": last}


def _once_told(changed: Delta, told_of: set[str]) -> Delta:
    """Votes and how people leave only while their result is shown: who answers when is nobody's business."""
    told = Delta(drop=changed.drop)
    for key, one in changed.put.items():
        if not key.startswith(COUNTED) or one["status"] == SHOWN:
            told.put[key] = one
            told_of.add(key)
        elif key in told_of:
            told.drop.append(key)
            told_of.remove(key)
    return told


def _board(records: dict[str, Any]) -> dict[str, Any]:
    return {key: one for key, one in records.items() if _is_shown(key)}


def _is_shown(key: str) -> bool:
    return key.partition(":")[0] not in LEFT_OUT
