"""How the room is doing: who is here, who was a moment ago, what waits on phones, how slow the slowest is."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from server.people import Person

# Who has not come back in this time has most likely gone home.
AWAY_SECONDS = 180.0
STEP_MS = 100

Room = dict[str, object]


class Presence:
    """What the facilitator's remote and desk tell of each room; remembered by nobody, lost with a restart."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sockets: Counter[Person] = Counter()
        self._lost: dict[str, dict[str, float]] = defaultdict(dict)
        self._waiting: dict[str, dict[str, int]] = defaultdict(dict)

    def came(self, person: Person, waiting: int) -> None:
        """One more screen of this person; a phone says how many of its cards have not arrived yet."""
        self._sockets[person] += 1
        if person.is_participant:
            self._lost.get(person.workshop, {}).pop(person.id, None)
            self.waits(person, waiting)

    def waits(self, person: Person, cards: int) -> None:
        if cards:
            self._waiting[person.workshop][person.id] = cards
        else:
            self._waiting.get(person.workshop, {}).pop(person.id, None)

    def went(self, person: Person, *, said_goodbye: bool) -> None:
        """One screen less. A phone that did not say goodbye when its last one went is trying to come back."""
        self._sockets[person] -= 1
        if self._sockets[person] > 0:
            return
        del self._sockets[person]
        if said_goodbye:
            self.waits(person, 0)
        elif person.is_participant:
            self._lost[person.workshop][person.id] = self._clock()

    def is_here(self, person: Person) -> bool:
        return self._sockets[person] > 0

    def rooms(self, here: Iterable[tuple[Person, float | None]]) -> Mapping[str, Room]:
        """Every workshop that somebody looks at, from all open screens and how long each took to answer."""
        screens: dict[str, list[tuple[Person, float | None]]] = defaultdict(list)
        for person, seconds in here:
            screens[person.workshop].append((person, seconds))
        self._forget()
        return {workshop: self._room(workshop, several) for workshop, several in screens.items()}

    def _room(self, workshop: str, screens: list[tuple[Person, float | None]]) -> Room:
        phones = {person.id for person, _ in screens if person.is_participant}
        keys = Counter(person.id for person, _ in screens if not person.is_participant)
        slowest = max((seconds for person, seconds in screens if person.is_participant and seconds), default=None)
        return {
            "connected": len(screens),
            "phones": len(phones),
            "reconnecting": len(self._lost.get(workshop, {}).keys() - phones),
            "waiting": sum(self._waiting.get(workshop, {}).values()),
            "slowest_ms": None if slowest is None else _rounded(slowest * 1000),
            "keys": [{"key": key, "sockets": sockets} for key, sockets in sorted(keys.items())],
        }

    def _forget(self) -> None:
        """Those who stay away too long."""
        before = self._clock() - AWAY_SECONDS
        for workshop, lost in list(self._lost.items()):
            for participant in [one for one, at in lost.items() if at < before]:
                del lost[participant]
                self._waiting.get(workshop, {}).pop(participant, None)
        for workshop in [one for one, people in self._lost.items() if not people]:
            del self._lost[workshop]
        for workshop in [one for one, cards in self._waiting.items() if not cards]:
            del self._waiting[workshop]


def _rounded(milliseconds: float) -> int:
    """Coarse, so that facilitators hear of it when it matters, not with every ping."""
    return max(1, round(milliseconds / STEP_MS)) * STEP_MS
