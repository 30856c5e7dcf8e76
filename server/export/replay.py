"""How the board came about, as the facilitator's screen saw it: a first snapshot, and what changed after each event."""

from __future__ import annotations

from typing import Any

from server.frames import delta
from server.log import Entry
from server.workshop import Workshop, apply
from server.workshop.views import FACILITATOR, snapshot

# What no board shows: links, steps, who came, what was large for a moment.
LEFT_OUT = ("agenda", "key", "steps", "door", "people", "spotlight", "hold", "tables", "table", "counts")


def replay(entries: list[Entry]) -> dict[str, Any]:
    """`first`, the changes `frames` and what they end with, `last`."""
    workshop, first = Workshop(), {}
    frames: list[dict[str, Any]] = []
    for entry in entries:
        before = workshop
        workshop, touched = apply(before, entry.event, entry.stamp)
        if entry.seq == 1:
            first = _board(snapshot(workshop, FACILITATOR))
            continue
        told = delta(before, workshop, (key for key in touched if _is_shown(key)), FACILITATOR)
        if told:
            frames.append(
                {"seq": entry.seq, "at": entry.at, "name": entry.event.name, "put": told.put, "drop": told.drop}
            )
    last = {key: one for key, one in snapshot(workshop, FACILITATOR).items() if key.startswith(("counts:", "people"))}
    return {"seq": len(entries), "first": first, "frames": frames, "last": last}


def _board(records: dict[str, Any]) -> dict[str, Any]:
    return {key: one for key, one in records.items() if _is_shown(key)}


def _is_shown(key: str) -> bool:
    return key.partition(":")[0] not in LEFT_OUT
