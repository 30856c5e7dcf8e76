"""The shape of a verb: a command decides, an event applies; both are pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from server.workshop.state import Touched, Workshop

FACILITATOR, CO_FACILITATOR = "facilitator", "co_facilitator"
PARTICIPANT, WALL, RESULT = "participant", "wall", "result"
SYSTEM = "system"
ROLES = (FACILITATOR, CO_FACILITATOR, PARTICIPANT, WALL, RESULT)

SENDERS = frozenset({PARTICIPANT})
SORTERS = frozenset({FACILITATOR, CO_FACILITATOR})
OWNER = frozenset({FACILITATOR})
SERVER = frozenset({SYSTEM})


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, when, and under which command id (16 characters, made by the asker).

    `actor` is a participant's or a key's id; the role comes from the token, never from the payload.
    """

    id: str
    actor: str
    role: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the log knows of an event beside its data; `at` is ISO 8601 in UTC."""

    seq: int
    actor: str
    at: str


class Command:
    """Something a person asks for; subclasses are frozen dataclasses whose fields cross the wire.

    `by_server` ones carry what only the server may supply (a code, a key's id) and never cross it.
    """

    name: ClassVar[str]
    roles: ClassVar[frozenset[str]]
    when_locked: ClassVar[bool] = False
    by_server: ClassVar[bool] = False

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        """Return the event that follows, or None when it is already so; raise Refused."""
        raise NotImplementedError


class Event:
    """Something that happened; subclasses are frozen dataclasses of plain JSON values.

    `cut` is what the fields of a secret one (a ballot) become in a backup, and in the log when its author
    is forgotten; applying it then changes nothing.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1
    undoable: ClassVar[bool] = False
    words: ClassVar[tuple[str, ...]] = ()
    erases_authors: ClassVar[bool] = False
    cut: ClassVar[Mapping[str, Any]] = {}

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        """Return the workshop after it, and the keys of the records it touched."""
        raise NotImplementedError

    def erased_card(self) -> str | None:
        """The card whose words must leave the log in the same transaction."""
        return None
