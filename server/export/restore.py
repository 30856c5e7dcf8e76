"""A backup read again: checked line by line as if a stranger had written it, and made a workshop of its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

import orjson
from pydantic import Field, TypeAdapter

from server import events
from server.events import UnknownEvent
from server.export.backup import FORMAT, VERSION
from server.export.backup_fields import Asking, Count, Id, Left, Mark, Moment, Slug, TableLines, checked
from server.export.giving_way import giving_way
from server.log import NOBODY, Entry
from server.people import new_id
from server.wire import Message
from server.workshop import EVENTS, SYSTEM, Event, Refused, Workshop, apply
from server.workshop.add_card import CardAdded
from server.workshop.add_cards import CardsAdded
from server.workshop.add_child import ChildAdded
from server.workshop.change_code import CodeChanged
from server.workshop.clock import iso
from server.workshop.group_cards import GroupFormed
from server.workshop.keep_until import KeptUntil
from server.workshop.mint_link import LinkMinted
from server.workshop.open_workshop import WorkshopOpened
from server.workshop.restore_workshop import WorkshopRestored
from server.workshop.revoke_link import LinkRevoked
from server.workshop.send_child import ChildSent
from server.workshop.set_room import RoomSet
from server.workshop.submit_card import CardSubmitted

BY_PARTICIPANTS = frozenset(
    {
        "participant_joined",
        "card_tried",
        "card_submitted",
        "card_edited",
        "card_erased",
        "seat_taken",
        "asked_about",
        "unasked",
        "child_sent",
        "ballot_cast",
        "checked_out",
    }
)
# What reading a broken file raises: a card that was never sent, a step that was never made, a wrong kind of value.
BROKEN = (LookupError, TypeError, ValueError, AttributeError, RecursionError)


class Line(Message):
    """One event of the file."""

    seq: Annotated[int, Field(ge=1)]
    name: Annotated[str, Field(max_length=40)]
    version: Annotated[int, Field(ge=1, le=1_000)]
    actor: Annotated[str, Field(max_length=24)]
    at: Moment
    data: dict[str, Any]


class Tallies(Message):
    """What people are counted by, since nobody is told apart."""

    senders: dict[Slug, Count]
    tried: dict[Slug, Annotated[int, Field(ge=0, le=20_000)]]
    # Older backups have none of these.
    votes: dict[Id, dict[Mark, Count]] = Field(default_factory=dict)
    voters: dict[Id, Count] = Field(default_factory=dict)
    left: Annotated[tuple[Left, ...], Field(strict=False)] = ()
    tables: dict[Slug, TableLines] = Field(default_factory=dict)
    asked: dict[Id, Asking] = Field(default_factory=dict)


KEY_ID: TypeAdapter[str] = TypeAdapter(Id)


@dataclass(frozen=True, slots=True)
class Anew:
    """What the new workshop has instead of the old one's: only the server gives these out."""

    workshop: str
    code: str
    key: str
    now: datetime
    # Where the file's own date has passed already.
    expires_on: str


def restored(backup: object, anew: Anew) -> tuple[Workshop, list[Entry]]:
    """The whole log of the new workshop, and the workshop it makes; raises Refused."""
    _must_be_ours(backup)
    try:
        return _restored(backup, anew)
    except UnknownEvent:
        raise Refused("unsupported_backup", field="backup") from None
    except BROKEN:
        raise Refused("malformed", field="backup") from None


def _must_be_ours(backup: object) -> None:
    if not isinstance(backup, dict) or backup.get("format") != FORMAT:
        raise Refused("unsupported_backup", field="backup")
    version = backup.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= VERSION:
        raise Refused("unsupported_backup", field="backup")


def _restored(backup: Any, anew: Anew) -> tuple[Workshop, list[Entry]]:
    tallies = Tallies.model_validate(backup["tallies"])
    lines = backup["events"]
    if not isinstance(lines, list) or not lines:
        raise ValueError("no events")
    reading = Reading(anew)
    for seq, line in enumerate(giving_way(lines), 1):
        reading.take(seq, Line.model_validate(line))
    reading.must_have_words()
    unheld = tuple(vote for vote in reading.workshop.votes if vote not in tallies.votes)
    reading.add(WorkshopRestored(anew.key, **tallies.model_dump(), unheld=unheld))
    if reading.workshop.expires_on <= anew.now.date().isoformat():
        reading.add(KeptUntil(anew.expires_on))
    return reading.workshop, reading.entries


class Reading:
    """The file read up to here: the log it makes, and the workshop after it."""

    def __init__(self, anew: Anew) -> None:
        self.workshop = Workshop()
        self.entries: list[Entry] = []
        self._anew = anew
        self._keys: dict[str, str] = {}
        self._ids: set[str] = set()
        self._wordless: set[str] = set()
        self._erased: set[str] = set()

    def take(self, seq: int, line: Line) -> None:
        """One line of the file; raises one of BROKEN or UnknownEvent."""
        event = events.read(line.name, line.version, orjson.dumps(line.data).decode())
        if line.seq != seq or isinstance(event, WorkshopOpened) != (seq == 1):
            raise ValueError("not in order")
        self._note_words(event)
        event = self._renewed(checked(event))
        self._append(Entry(seq, self._command_id(event), self._actor(line), event, line.at))

    def add(self, event: Event) -> None:
        """One event more, of the server's own."""
        self._append(Entry(len(self.entries) + 1, new_id(), SYSTEM, event, iso(self._anew.now)))

    def must_have_words(self) -> None:
        """Only a card that was withdrawn has lost its words."""
        if not self._wordless <= self._erased:
            raise ValueError("a card without words")

    def _append(self, entry: Entry) -> None:
        after, touched = apply(self.workshop, entry.event, entry.stamp)
        _must_be_sound(after, touched)
        self.workshop = after
        self.entries.append(entry)

    def _note_words(self, event: Event) -> None:
        erased = event.erased_card()
        if erased is not None:
            self._erased.add(erased)
        if any(getattr(event, field) is None for field in event.words):
            self._wordless.add(event.card)  # type: ignore[attr-defined]

    def _renewed(self, event: Event) -> Event:
        """The event with this workshop's own id, code and keys."""
        match event:
            case WorkshopOpened():
                self._keys[_key_id(event.key)] = self._anew.key
                return dataclasses.replace(
                    event, workshop=self._anew.workshop, code=self._anew.code, key=self._anew.key
                )
            case CodeChanged():
                return CodeChanged(self._anew.code)
            case RoomSet():
                return RoomSet(None, None, None)
            case LinkMinted():
                fresh = self._keys.setdefault(_key_id(event.key), new_id())
                if fresh == self._anew.key:
                    raise ValueError("the first key twice")
                return dataclasses.replace(event, key=fresh)
            case LinkRevoked():
                return LinkRevoked(self._keys[event.key])
            case WorkshopRestored():
                # The file's own tallies come at the end and count these people too.
                return WorkshopRestored(self._keys[event.key], {}, {}, {}, {}, (), {}, event.unheld, {})
        return event

    def _actor(self, line: Line) -> str:
        if line.name in BY_PARTICIPANTS:
            return NOBODY
        if line.actor in (NOBODY, SYSTEM):
            if EVENTS[line.name].undoable:
                raise ValueError("a step of nobody")
            return line.actor
        return self._keys[line.actor]

    def _command_id(self, event: Event) -> str:
        """Cards and groups keep their ids, which are their commands'; all others are new."""
        if isinstance(event, CardsAdded):
            for card, _, _ in event.cards:
                self._note_new(card)
        if isinstance(event, CardSubmitted | CardAdded | ChildSent | ChildAdded):
            made = event.card
        elif isinstance(event, GroupFormed):
            made = event.group
        else:
            return new_id()
        self._note_new(made)
        return made

    def _note_new(self, made: str) -> None:
        if made in self._ids:
            raise ValueError("the same card or group twice")
        self._ids.add(made)


def _must_be_sound(workshop: Workshop, touched: Iterable[str]) -> None:
    """What the rules never let happen, and applying alone does not notice."""
    if "agenda" in touched and not _is_whole(workshop):
        raise ValueError("boards that are not there")
    for key in touched:
        kind, _, name = key.partition(":")
        card = workshop.cards.get(name) if kind == "card" else None
        group = workshop.groups.get(name) if kind == "group" else None
        if card is not None and not all(map(workshop.boards[card.board].has_column, (card.column, card.proposed))):
            raise ValueError("a column that is not there")
        if group is not None and not workshop.boards[group.board].has_column(group.column):
            raise ValueError("a column that is not there")


def _is_whole(workshop: Workshop) -> bool:
    """Is every board in its place once, and the room at one of them?"""
    boards = workshop.boards.keys()
    lying = {card.board for card in workshop.cards.values()} | {group.board for group in workshop.groups.values()}
    return workshop.active in boards and sorted(workshop.order) == sorted(boards) and lying <= boards


def _key_id(key: str) -> str:
    return KEY_ID.validate_python(key)
