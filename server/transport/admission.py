"""Who is in: bounds on sockets per address, participant and in total, with room kept for facilitators."""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from server.transport.bucket import Bucket
from server.transport.guards import Guards

# A client that goes on after this many refusals in one burst is not in a hurry but hostile.
_PATIENCE_RATE, _PATIENCE_BURST = 5.0, 100.0


@dataclass(slots=True)
class Guest:
    """One Engine.IO session, from its handshake on; `sid` is known once it has said who it is."""

    address: str
    since: float
    tries: int = 0
    sid: str | None = None
    participant: str | None = None
    facilitator: bool = False
    bucket: Bucket | None = None
    patience: Bucket | None = None


@dataclass(slots=True)
class Admission:
    guards: Guards
    guests: dict[str, Guest] = field(default_factory=dict)
    waiting: dict[str, Guest] = field(default_factory=dict)
    _addresses: Counter[str] = field(default_factory=Counter)
    _seated: Counter[str] = field(default_factory=Counter)
    _sockets_of: dict[str, list[str]] = field(default_factory=dict)
    _buckets: dict[str, Bucket] = field(default_factory=dict)
    _facilitators: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def arrive(self, eio_sid: str, address: str) -> str | None:
        """Let a handshake in, at the cost of the one that has kept silent longest if it is full.

        The answer is who has to leave for it, "" when nobody, None when there is no room at all.
        """
        with self._lock:
            leaves = self._who_leaves_for(address)
            if leaves is None:
                return None
            guest = Guest(address, time.monotonic())
            self.guests[eio_sid] = self.waiting[eio_sid] = guest
            self._addresses[address] += 1
            return leaves

    def has_seat(self, eio_sid: str) -> bool:
        """Whether a participant may still come in; facilitators always may."""
        guest = self.guests.get(eio_sid)
        if guest is None:
            return False
        reserve = self.guards.facilitator_reserve
        seated = self._seated.total() - self._facilitators
        return (
            seated < self.guards.sockets - reserve
            and self._seated[guest.address] < self.guards.sockets_per_address - reserve
        )

    def seat(self, eio_sid: str, sid: str) -> str | None:
        """This socket has said who it is; the answer is the participant's oldest when there are too many."""
        participant = self.guards.participant(sid)
        with self._lock:
            guest = self.guests.get(eio_sid)
            if guest is None:
                return None
            self.waiting.pop(eio_sid, None)
            guest.sid, guest.participant = sid, participant
            self._seated[guest.address] += 1
            self._set_bucket(guest)
            return self._one_more(guest, eio_sid)

    def unseat(self, eio_sid: str) -> None:
        """This socket said goodbye but stays open: it has to say again who it is."""
        with self._lock:
            guest = self.guests.get(eio_sid)
            if guest is None or guest.sid is None:
                return
            self._stand_up(guest, eio_sid)
            guest.since = time.monotonic()
            self.waiting[eio_sid] = guest

    def leave(self, eio_sid: str) -> None:
        with self._lock:
            guest = self.guests.pop(eio_sid, None)
            if guest is None:
                return
            self.waiting.pop(eio_sid, None)
            _less(self._addresses, guest.address)
            if guest.sid is not None:
                self._stand_up(guest, eio_sid)

    def overdue(self) -> list[str]:
        limit = time.monotonic() - self.guards.connect_seconds
        overdue = []
        for eio_sid, guest in self.waiting.copy().items():
            if guest.since > limit:
                break
            overdue.append(eio_sid)
        return overdue

    def forget_full_buckets(self) -> None:
        """A bucket outlives its sockets until it is full again, so that reconnecting gains nothing."""
        now = time.monotonic()
        with self._lock:
            for participant, bucket in list(self._buckets.items()):
                if participant not in self._sockets_of and bucket.is_full(now):
                    del self._buckets[participant]

    def _who_leaves_for(self, address: str) -> str | None:
        if self._addresses[address] >= self.guards.sockets_per_address:
            return next((sid for sid, guest in self.waiting.items() if guest.address == address), None)
        if len(self.guests) >= self.guards.sockets or len(self.waiting) >= self.guards.waiting:
            return next(iter(self.waiting), None)
        return ""

    def _set_bucket(self, guest: Guest) -> None:
        now = time.monotonic()
        guest.facilitator = self.guards.is_facilitator(guest.sid or "")
        guest.patience = Bucket(_PATIENCE_RATE, _PATIENCE_BURST, now)
        if guest.facilitator:
            self._facilitators += 1
            guest.bucket = Bucket(self.guards.facilitator_rate, self.guards.facilitator_burst, now)
        elif guest.participant is None:
            guest.bucket = Bucket(self.guards.rate, self.guards.burst, now)
        else:
            fresh = Bucket(self.guards.rate, self.guards.burst, now)
            guest.bucket = self._buckets.setdefault(guest.participant, fresh)

    def _one_more(self, guest: Guest, eio_sid: str) -> str | None:
        if guest.participant is None:
            return None
        sockets = self._sockets_of.setdefault(guest.participant, [])
        sockets.append(eio_sid)
        return sockets[0] if len(sockets) > self.guards.sockets_per_participant else None

    def _stand_up(self, guest: Guest, eio_sid: str) -> None:
        _less(self._seated, guest.address)
        self._facilitators -= guest.facilitator
        if guest.participant is not None:
            sockets = self._sockets_of[guest.participant]
            sockets.remove(eio_sid)
            if not sockets:
                del self._sockets_of[guest.participant]
        guest.sid = guest.participant = None
        guest.facilitator = False


def _less(counts: Counter[str], key: str) -> None:
    counts[key] -= 1
    if counts[key] <= 0:
        del counts[key]
