"""Tickets: a finished document waits a minute behind an address that needs no token.

A browser saves a file best when it follows a plain link, and LINE's own browser hands such a link to the
phone's. A link cannot carry the token; so it carries a ticket for this one file, good for one minute.
"""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass

from server.export.taking import Document
from server.runtime import monotonic
from server.workshop import Refused

SECONDS_GOOD = 60.0
# The phone's download service fetches again what LINE's page has begun to fetch.
TIMES_GOOD = 3
MOST_BYTES = 128 * 1024 * 1024


@dataclass(slots=True)
class Waiting:
    document: Document
    until: float
    times: int = TIMES_GOOD


class Tickets:
    """Documents that wait to be fetched."""

    def __init__(self) -> None:
        self._waiting: dict[str, Waiting] = {}
        self._lock = threading.Lock()

    def issue(self, document: Document) -> str:
        """A new ticket for it; the oldest documents go when there is no room."""
        ticket = secrets.token_urlsafe(24)
        with self._lock:
            self._make_room(len(document.content))
            self._waiting[ticket] = Waiting(document, monotonic() + SECONDS_GOOD)
        return ticket

    def take(self, ticket: str) -> Document:
        """The document of a ticket; raises Refused when it is used up or was never one."""
        with self._lock:
            self._make_room(0)
            waiting = self._waiting.get(ticket)
            if waiting is None:
                raise Refused("ticket_used")
            waiting.times -= 1
            if waiting.times == 0:
                del self._waiting[ticket]
            return waiting.document

    def tidy(self) -> None:
        """Let go of what nobody fetched."""
        with self._lock:
            self._make_room(0)

    def _make_room(self, size: int) -> None:
        now = monotonic()
        for ticket in [ticket for ticket, one in self._waiting.items() if one.until < now]:
            del self._waiting[ticket]
        while self._waiting and size + sum(len(one.document.content) for one in self._waiting.values()) > MOST_BYTES:
            del self._waiting[next(iter(self._waiting))]
