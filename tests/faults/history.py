"""The one judge of every fault: what people were told, against what the log and the screens hold.

In Jepsen's words: *lost* was acknowledged and is absent, *unexpected* is there and nobody asked for it or it
was refused for good, *recovered* was never answered and is there, which is allowed. *Doubled* is there twice.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

WORDED = ("card_submitted", "card_added", "card_tried")
# What the desk writes for the room itself: its opening, its people and their links.
ARRANGED = ("workshop_opened", "participant_joined", "link_minted")


@dataclass(slots=True)
class Asked:
    """One command, and what its asker was told about it."""

    name: str
    fields: dict[str, Any]
    seq: int | None = None
    refused: str = ""
    sent: int = 0
    repeated: bool = False


@dataclass
class History:
    """Everything that everybody asked for, by command id."""

    asked: dict[str, Asked] = field(default_factory=dict)

    def asks(self, id_: str, name: str, fields: dict[str, Any]) -> None:
        self.asked[id_] = Asked(name, fields)

    def sends(self, id_: str) -> None:
        self.asked[id_].sent += 1

    def hears(self, id_: str, answer: dict[str, Any]) -> None:
        """An answer that the asker takes as the last one."""
        asked = self.asked[id_]
        if answer["ok"]:
            asked.seq = answer["seq"]
            asked.repeated = bool(answer.get("repeat"))
        else:
            asked.refused = answer["code"]

    def figures(self, database: Path, workshop: str) -> dict[str, int]:
        """Judge the log; every figure from `lost` on has to be 0."""
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)) as connection:
            entries = connection.execute(
                "SELECT seq, command_id, name, data FROM log WHERE workshop_id = ? ORDER BY seq", (workshop,)
            ).fetchall()
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        kept = {command_id: seq for seq, command_id, _, _ in entries}
        acked = {id_: one for id_, one in self.asked.items() if one.seq is not None}
        told_otherwise = [id_ for id_, one in self.asked.items() if one.refused and id_ in kept]
        strangers = [id_ for _, id_, name, _ in entries if id_ not in self.asked and name not in ARRANGED]
        words = Counter(json.loads(data)["text"] for _, _, name, data in entries if name in WORDED)
        return {
            "commands": len(self.asked),
            "sent": sum(one.sent for one in self.asked.values()),
            "acknowledged": len(acked),
            "repeats": sum(one.repeated for one in acked.values()),
            "recovered": sum(id_ in kept for id_, one in self.asked.items() if one.seq is None and not one.refused),
            "lost": sum(kept.get(id_) != one.seq for id_, one in acked.items()),
            "unexpected": len(told_otherwise) + len(strangers),
            "doubled": sum(words.values()) - len(words) + len(entries) - len(kept),
            "gaps": sum(seq != at for at, (seq, *_) in enumerate(entries, 1)),
            "damage": len(orphans) + (sound != "ok"),
        }


MUST_BE_NONE = ("lost", "unexpected", "doubled", "gaps", "damage")
