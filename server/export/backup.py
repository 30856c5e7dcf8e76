"""The exact backup: a workshop's whole log as JSON, from which an equal workshop can be made again.

It keeps what was decided, not who wrote: every participant is only "participant", and what people are
counted by comes as a tally. Nothing in it lets anybody in: no code, no secret, no id of a command.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import orjson

from server import events, log
from server.export.giving_way import giving_way
from server.log import NOBODY, Entry
from server.workshop import SYSTEM, Event, Workshop, apply
from server.workshop.change_code import CodeChanged
from server.workshop.clock import iso
from server.workshop.forgetting import what_people_gave
from server.workshop.open_workshop import WorkshopOpened
from server.workshop.senders import senders
from server.workshop.set_room import RoomSet
from server.workshop.table_counts import all_counts
from server.workshop.vote import TOLD

FORMAT = "batkham-backup"
VERSION = 1
FOR_WHOM = {
    "th": "สำหรับผู้จัดเวทีเท่านั้น: มีบัตรทุกใบ รวมใบที่ยังไม่แสดง ใบที่พักไว้ และบัตรมาช้า ไม่มีชื่อผู้เขียน และไม่มีคะแนนที่ยังไม่แสดง",
    "en": "For the workshop's facilitators only: it holds every card, also unshown, parked and late ones; no writers, "
    "and no votes that are not shown yet.",
}


def backup(lines: Iterable[log.Line], now: datetime) -> bytes:
    """The backup of a workshop, from its whole log, as JSON text."""
    entries = [log.entry(line) for line in lines]
    return orjson.dumps(contents(entries, folded(entries), now))


def contents(entries: list[Entry], workshop: Workshop, now: datetime) -> dict[str, Any]:
    """What a backup holds: the events, and the workshop they lead to for what only it can tell."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "may_be_seen_by": "keeper",
        "for_whom": FOR_WHOM[workshop.language],
        "title": workshop.title,
        "exported_at": iso(now),
        "tallies": _tallies(workshop),
        "events": [_told(entry, workshop) for entry in entries],
    }


def folded(entries: Iterable[Entry]) -> Workshop:
    """The workshop after these events."""
    workshop = Workshop()
    for entry in giving_way(entries):
        workshop, _ = apply(workshop, entry.event, entry.stamp)
    return workshop


def _tallies(workshop: Workshop) -> dict[str, Any]:
    gave = what_people_gave(workshop)
    # What was not shown is told to nobody, nor is it here; a locked workshop has it in its last event.
    shown = {name for name, vote in workshop.votes.items() if vote.status == TOLD or workshop.locked}
    return {
        **gave,
        "votes": {name: marks for name, marks in gave["votes"].items() if name in shown},
        "voters": {name: number for name, number in gave["voters"].items() if name in shown},
        "senders": {board: senders(workshop, board) for board in workshop.order},
        "tried": {board: len(workshop.boards[board].tried) for board in workshop.order},
        "tables": all_counts(workshop),
        "asked": {card: len(people) for card, people in workshop.asked.items()},
    }


def _told(entry: Entry, workshop: Workshop) -> dict[str, Any]:
    known = entry.actor == SYSTEM or entry.actor in workshop.keys
    return {
        "seq": entry.seq,
        "name": entry.event.name,
        "version": entry.event.version,
        "actor": entry.actor if known else NOBODY,
        "at": entry.at,
        "data": orjson.Fragment(events.write(_without_way_in(entry.event))),
    }


def _without_way_in(event: Event) -> Event:
    """Join codes stay here, and so does the place: a backup is opened elsewhere, with another code and Wi-Fi."""
    match event:
        case WorkshopOpened() | CodeChanged():
            return dataclasses.replace(event, code="")
        case RoomSet():
            return RoomSet(None, None, None)
    return events.without_secrets(event)
