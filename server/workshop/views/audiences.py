"""Who looks: the audiences, and what one record is."""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]
Records = dict[str, Record]

PARTICIPANT, READER, WALL = "participant", "reader", "wall"
FACILITATOR, INBOX, RESULT = "facilitator", "inbox", "result"
AUDIENCES = (PARTICIPANT, READER, WALL, FACILITATOR, INBOX, RESULT)

ROOM = frozenset({WALL, FACILITATOR, INBOX})
DESK = frozenset({FACILITATOR, INBOX})
PHONE = frozenset({PARTICIPANT, READER})
