"""After a commit: the records that changed, to each audience in its own view, coalesced.

Every frame says from which seq to which it leads. An audience's frames form a chain, so a screen
that missed one sees the gap and asks. A phone whose own cards changed gets the audience's frame and
its own records under the same numbers.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from server.frames import Delta, changes, delta, encode, own_deltas, whole
from server.jobs import Committed
from server.runtime import sleep, spawn
from server.short import keep_words
from server.workshop import Workshop
from server.workshop.views import AUDIENCES, FACILITATOR, INBOX, PHONE, WALL

ROOM_SECONDS = 1 / 40
PHONE_SECONDS = 1 / 8
PROMPT = (WALL, FACILITATOR, INBOX)
# People look at the wall while they wait for their phones.
ORDER = (*PROMPT, *(one for one in AUDIENCES if one not in PROMPT))

Head = Callable[[str, str, int], dict[str, Any]]


class Outlet(Protocol):
    """Where frames go: rooms of sockets."""

    def send(self, event: str, json_text: str, rooms: Iterable[str], skipped: Collection[str] = ()) -> int: ...

    def members(self, room: str) -> Collection[str]: ...


def room(workshop_id: str, audience: str) -> str:
    return f"w:{workshop_id}:{audience}"


def own_room(workshop_id: str, audience: str, participant: str) -> str:
    return f"w:{workshop_id}:{audience}:{participant}"


@dataclass(slots=True)
class Stream:
    """One audience of one workshop: the state it was told, and what waits to be told."""

    told: Workshop
    told_seq: int
    now: Workshop
    seq: int
    touched: set[str] = field(default_factory=set)
    events: list[tuple[int, str]] = field(default_factory=list)
    flushed_at: float = float("-inf")
    scheduled: bool = False
    # With what screens were greeted that came while something waited to be told.
    greeted: dict[int, Workshop] = field(default_factory=dict)
    # Phones that were told something of their own after the audience's last frame.
    own_seq: dict[str, int] = field(default_factory=dict)


class Announcer:
    """Turns commits into frames, at most so many a second for each audience."""

    def __init__(
        self,
        outlet: Outlet,
        *,
        room_seconds: float = ROOM_SECONDS,
        phone_seconds: float = PHONE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._outlet = outlet
        self._seconds = {one: room_seconds if one in PROMPT else phone_seconds for one in AUDIENCES}
        self._clock = clock
        self._streams: dict[tuple[str, str], Stream] = {}
        self._lock = threading.Lock()
        self.frames: dict[str, int] = dict.fromkeys(AUDIENCES, 0)
        self.bytes: dict[str, int] = dict.fromkeys(AUDIENCES, 0)

    def announce(self, committed: Committed) -> None:
        """Tell every audience what one commit changed, now or with its next frame."""
        with self._lock:
            for audience in ORDER:
                stream = self._hear(committed, audience)
                if stream is not None:
                    self._flush_when_due(committed.id, audience, stream)

    def greeted(self, workshop: Workshop, seq: int, audience: str) -> None:
        """A screen begins with this state, which is between those that its audience is told of."""
        with self._lock:
            stream = self._streams.get((workshop.id, audience))
            if stream is not None and (stream.touched or seq > stream.seq):
                stream.greeted[seq] = workshop

    def flush(self) -> None:
        """Send what waits, whatever the clock says."""
        with self._lock:
            for (workshop_id, audience), stream in list(self._streams.items()):
                self._flush(workshop_id, audience, stream)

    def heads(self, head: Head) -> None:
        """Tell every audience where its frames end, so that a lost last one is noticed."""
        for (workshop_id, audience), stream in list(self._streams.items()):
            place = room(workshop_id, audience)
            if not self._outlet.members(place):
                continue
            for participant, seq in list(stream.own_seq.items()):
                own = own_room(workshop_id, audience, participant)
                self._outlet.send("head", encode(head(workshop_id, audience, seq)), [own])
            self._outlet.send(
                "head",
                encode(head(workshop_id, audience, stream.told_seq)),
                [place],
                self._owners(workshop_id, audience, stream.own_seq),
            )

    def forget(self, workshop_id: str) -> None:
        """A workshop that is deleted or put away has no streams."""
        with self._lock:
            for audience in AUDIENCES:
                self._streams.pop((workshop_id, audience), None)

    def _hear(self, committed: Committed, audience: str) -> Stream | None:
        key = committed.id, audience
        if not self._outlet.members(room(committed.id, audience)):
            # Nobody listens; whoever comes next begins with a snapshot of at least this seq.
            self._streams[key] = Stream(committed.after, committed.seq, committed.after, committed.seq)
            return None
        stream = self._streams.get(key)
        if stream is None:
            begun = committed.done[0].seq - 1
            stream = self._streams[key] = Stream(committed.before, begun, committed.before, begun)
        stream.now, stream.seq = committed.after, committed.seq
        for done in committed.done:
            stream.touched |= done.touched
            stream.events.append((done.seq, done.name))
        return stream

    def _flush_when_due(self, workshop_id: str, audience: str, stream: Stream) -> None:
        wait = stream.flushed_at + self._seconds[audience] - self._clock()
        if wait <= 0:
            self._flush(workshop_id, audience, stream)
        elif not stream.scheduled:
            stream.scheduled = True
            spawn(self._flush_later, workshop_id, audience, wait)

    def _flush_later(self, workshop_id: str, audience: str, wait: float) -> None:
        sleep(wait)
        with self._lock:
            stream = self._streams.get((workshop_id, audience))
            if stream is not None:
                self._flush(workshop_id, audience, stream)

    def _flush(self, workshop_id: str, audience: str, stream: Stream) -> None:
        stream.scheduled = False
        if stream.touched:
            self._tell(workshop_id, audience, stream)

    def _tell(self, workshop_id: str, audience: str, stream: Stream) -> None:
        shared = _shared(stream, audience)
        between = stream.greeted.values()
        mine = own_deltas(stream.told, stream.now, stream.touched, between) if audience in PHONE else {}
        if audience in PHONE:
            # Nothing moves on a phone by the name of what happened.
            stream.events = []
        if shared:
            self._tell_all(workshop_id, audience, stream, shared, mine)
        else:
            self._tell_owners(workshop_id, audience, stream, shared, mine, mine)
        stream.told, stream.touched, stream.events = stream.now, set(), []
        stream.greeted = {seq: state for seq, state in stream.greeted.items() if seq > stream.seq}
        stream.flushed_at = self._clock()

    def _tell_all(self, workshop_id: str, audience: str, stream: Stream, shared: Delta, mine: dict[str, Delta]) -> None:
        owners = mine.keys() | stream.own_seq.keys()
        skipped = self._owners(workshop_id, audience, owners)
        text = changes(stream.told_seq, stream.seq, shared, stream.events)
        self._send(audience, text, room(workshop_id, audience), skipped)
        self._tell_owners(workshop_id, audience, stream, shared, mine, owners)
        stream.told_seq, stream.own_seq = stream.seq, {}

    def _tell_owners(
        self,
        workshop_id: str,
        audience: str,
        stream: Stream,
        shared: Delta,
        mine: dict[str, Delta],
        owners: Iterable[str],
    ) -> None:
        for participant in owners:
            place = own_room(workshop_id, audience, participant)
            if not self._outlet.members(place):
                continue
            begun = max(stream.told_seq, stream.own_seq.get(participant, 0))
            text = changes(begun, stream.seq, shared, stream.events, mine.get(participant, Delta()))
            self._send(audience, text, place)
            stream.own_seq[participant] = stream.seq

    def _owners(self, workshop_id: str, audience: str, participants: Iterable[str]) -> list[str]:
        """The sockets of these participants."""
        rooms = (own_room(workshop_id, audience, one) for one in participants)
        return [socket for place in rooms for socket in self._outlet.members(place)]

    def _send(self, audience: str, text: str, place: str, skipped: Collection[str] = ()) -> None:
        sent = self._outlet.send("changes", text, [place], skipped)
        self.frames[audience] += sent
        self.bytes[audience] += sent * len(text)


def _shared(stream: Stream, audience: str) -> Delta:
    if stream.greeted:
        return whole(stream.now, stream.touched, audience)
    words_kept = keep_words(name for _, name in stream.events)
    return delta(stream.told, stream.now, stream.touched, audience, words_kept=words_kept)
