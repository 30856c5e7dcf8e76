"""The first thing a screen hears: its whole view, or what it has missed. Snapshots are made once and kept as text."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from server.frames import delta, encode, since, snapshot_json
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

Greeted = Callable[[Workshop, int, str], None]
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


@dataclass(frozen=True, slots=True)
class Kept:
    """A snapshot's text, and the state it tells of."""

    seq: int
    workshop: Workshop
    text: str


class Hellos:
    """Makes hellos from cached snapshots; the cache is bounded by bytes."""

    def __init__(self, greeted: Greeted, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """`greeted` hears of every state that a screen begins with."""
        self._greeted = greeted
        self._clock = clock
        self._kept: OrderedDict[tuple[str, str], Kept] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()
        self.made = 0

    def text(self, live: Live, screen: Screen, since_seq: int | None) -> str:
        """The JSON of `hello` for a screen; with `since_seq`, only what changed if that is still known."""
        person, seq = screen.person, live.seq
        missed = since(live, since_seq, screen.audience) if since_seq is not None else None
        about: dict[str, object] = {
            "seq": seq,
            "now": iso(self._clock()),
            "audience": screen.audience,
            "me": _me(person),
        }
        if screen.audience in PHONE:
            # Always all of them: a card withdrawn meanwhile leaves nothing behind that could be named.
            about["mine"] = own(live.workshop, person.id)
        self._greeted(live.workshop, seq, screen.audience)
        view = f'"snapshot":{self._snapshot(live, screen.audience)}' if missed is None else f'"changes":{missed}'
        return f"{encode(about)[:-1]},{view}}}"

    def _snapshot(self, live: Live, audience: str) -> str:
        """The audience's view as text, made again only when something in that view has changed.

        A thousand phones that join at once make a thousand events, but one view.
        """
        with self._lock:
            seq, workshop, place = live.seq, live.workshop, (live.workshop.id, audience)
            kept = self._kept.pop(place, None)
            if kept is not None:
                self._bytes -= len(kept.text)
            if kept is None or not _still_true(kept, live, audience):
                self.made += 1
                kept = Kept(seq, workshop, snapshot_json(workshop, audience))
            self._keep(place, Kept(seq, workshop, kept.text))
            return kept.text

    def _keep(self, place: tuple[str, str], kept: Kept) -> None:
        self._kept[place] = kept
        self._bytes += len(kept.text)
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= len(self._kept.popitem(last=False)[1].text)


def _still_true(kept: Kept, live: Live, audience: str) -> bool:
    workshop = live.workshop
    if kept.workshop is workshop:
        return True
    touched = live.touched_since(kept.seq)
    return touched is not None and not delta(kept.workshop, workshop, touched, audience)


def _me(person: Person) -> dict[str, str]:
    me = {"role": person.role, "workshop": person.workshop}
    return me if person.is_participant else {**me, "key": person.id}
