"""The safe copy: one HTML file that shows the board and how it came about, without a server or a network.

It carries the exact backup as well, so that the workshop can be made again from this file alone. All data
stand in script elements that are never run; the policy in the file lets nothing else in.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from server import log
from server.export.backup import contents, folded
from server.export.filling import workshop_view
from server.export.options import Options
from server.export.plain_board import plain_board, text
from server.export.replay import replay
from server.log import Entry
from server.workshop import Workshop
from server.workshop.clock import iso
from server.workshop.views import FACILITATOR, INBOX, snapshot
from server.workshop.withdraw_card import CardErased

FORMAT, VERSION = "batkham-safe-copy", 1
VIEWER = Path(__file__).resolve().parent.parent / "static" / "safe-copy"
BACKUP_ID = "batkham-backup"
HIDDEN = ("late", "parked", "unshown")

PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<div id="app">{board}</div>
<script type="application/json" id="batkham-safe-copy">{shown}</script>
<script type="application/json" id="batkham-backup">{backup}</script>
<script>{script}</script>
</body>
</html>
"""


def safe_copy(lines: Iterable[log.Line], now: datetime, until: int | None = None) -> bytes:
    """The file, from a workshop's whole log; as it was after the event `until`, less what was erased since."""
    entries = as_of([log.entry(line) for line in lines], until)
    workshop = folded(entries)
    shown = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": iso(now),
        "language": workshop.language,
        "hidden": hidden(workshop),
        **replay(entries),
    }
    style, script = _viewer("viewer.css"), _viewer("viewer.js")
    view = workshop_view(workshop, FACILITATOR, Options(language=workshop.language), now)
    return PAGE.format(
        language=workshop.language,
        policy=policy(style, script),
        title=text(workshop.title),
        style=style,
        board=plain_board(view),
        shown=as_script(shown),
        backup=as_script(contents(entries, workshop, now)),
        script=script,
    ).encode()


def as_of(entries: list[Entry], until: int | None) -> list[Entry]:
    """The log up to an event; what was withdrawn after it is withdrawn here too, for its words are gone."""
    if until is None:
        return entries
    kept, later = entries[:until], entries[until:]
    there = {getattr(one.event, "card", None) for one in kept if one.event.words}
    erased = [one for one in later if isinstance(one.event, CardErased) and one.event.card in there]
    return kept + [
        Entry(seq, one.command_id, one.actor, one.event, one.at) for seq, one in enumerate(erased, len(kept) + 1)
    ]


def hidden(workshop: Workshop) -> dict[str, dict[str, list[str]]]:
    """For keepers: the words that no screen in the room shows, by board and reason, in no order that tells."""
    found: dict[str, dict[str, list[str]]] = {board: {why: [] for why in HIDDEN} for board in workshop.order}
    seen = snapshot(workshop, FACILITATOR)
    for key, one in snapshot(workshop, INBOX).items():
        if key.startswith("card:") and key not in seen:
            why = "late" if one["late"] else "parked" if one["parked"] else "unshown"
            found[one["board"]][why].append(one["text"])
    return found


def policy(style: str, script: str) -> str:
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; font-src data:; img-src data:; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    )


def as_script(data: Any) -> str:
    """JSON that no parser of HTML sees an end, a beginning or an entity in."""
    told = orjson.dumps(data).decode()
    for letter in "<>&\u2028\u2029":
        told = told.replace(letter, f"\\u{ord(letter):04x}")
    return told


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _viewer(name: str) -> str:
    """A part of the built viewer; without it the file still holds the board in plain HTML, and the backup."""
    file = VIEWER / name
    return file.read_text(encoding="utf-8") if file.exists() else ""
