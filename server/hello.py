"""The first thing a screen hears: its whole view, or what it has missed. Snapshots are made once and kept as text."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from server.frames import encode, since, snapshot_json
from server.people import Person
from server.shelf import Live
from server.workshop import Workshop
from server.workshop.clock import iso
from server.workshop.verb import CO_FACILITATOR, FACILITATOR, PARTICIPANT, RESULT, WALL
from server.workshop.views import FACILITATOR as FACILITATOR_VIEW
from server.workshop.views import INBOX as INBOX_VIEW
from server.workshop.views import PARTICIPANT as PARTICIPANT_VIEW
from server.workshop.views import PHONE, own
from server.workshop.views import READER as READER_VIEW
from server.workshop.views import RESULT as RESULT_VIEW
from server.workshop.views import WALL as WALL_VIEW

KEPT_BYTES = 32 * 1024 * 1024

# Who may look as what; the first is where they begin.
AUDIENCES_OF = {
    PARTICIPANT: (PARTICIPANT_VIEW, READER_VIEW),
    FACILITATOR: (FACILITATOR_VIEW, INBOX_VIEW),
    CO_FACILITATOR: (FACILITATOR_VIEW, INBOX_VIEW),
    WALL: (WALL_VIEW,),
    RESULT: (RESULT_VIEW,),
}


@dataclass(frozen=True, slots=True)
class Screen:
    """One open socket (no sid: an HTTP request): whom it speaks for, and what it looks at."""

    sid: str
    person: Person
    audience: str


class Hellos:
    """Makes hellos from cached snapshots; the cache is bounded by bytes."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._clock = clock
        self._kept: OrderedDict[tuple[str, int, str], str] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def text(self, live: Live, screen: Screen, since_seq: int | None) -> str:
        """The JSON of `hello` for a screen; with `since_seq`, only what changed if that is still known."""
        person, seq = screen.person, live.seq
        mine = person.id if screen.audience in PHONE else None
        missed = since(live, since_seq, screen.audience, mine) if since_seq is not None else None
        about = {
            "seq": seq,
            "now": iso(self._clock()),
            "audience": screen.audience,
            "me": _me(person),
        }
        parts = [encode(about)[:-1]]
        if missed is not None:
            parts.append(f',"changes":{missed}')
        else:
            parts.append(f',"snapshot":{self._snapshot(live, screen.audience)}')
            if mine is not None:
                parts.append(f',"mine":{encode(own(live.workshop, mine))}')
        return "".join(parts) + "}"

    def _snapshot(self, live: Live, audience: str) -> str:
        with self._lock:
            place = (live.workshop.id, live.seq, audience)
            if place in self._kept:
                self._kept.move_to_end(place)
                return self._kept[place]
            return self._keep(place, live.workshop)

    def _keep(self, place: tuple[str, int, str], workshop: Workshop) -> str:
        text = snapshot_json(workshop, place[2])
        self._kept[place] = text
        self._bytes += len(text)
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= len(self._kept.popitem(last=False)[1])
        return text


def _me(person: Person) -> dict[str, str]:
    me = {"role": person.role, "workshop": person.workshop}
    return me if person.is_participant else {**me, "key": person.id}
