"""Coming in: by join code, by resume code, by a link's secret."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select

from server.codes import workshop_of
from server.desk import Desk
from server.jobs import Answer, must_work
from server.people import People, Person, key_hash, new_id
from server.runtime import sleep
from server.shelf import Shelf
from server.tables import keys, participants
from server.tries import Tries
from server.workshop import PARTICIPANT, SYSTEM, Refused
from server.workshop.clock import iso
from server.workshop.join_workshop import JoinWorkshop
from server.workshop.mint_link import MintLink
from server.workshop.state import Workshop

# Who a phone was when it last came to this workshop, if it still knows.
Remembered = Callable[[str], Person | None]
# Made once: a thousand phones join in the same second.
_NEW_PARTICIPANT = insert(participants)
REMOTE_LINK = {"th": "รีโมต", "en": "Remote"}


class Reception:
    """Checks codes and secrets, and hands out tokens."""

    def __init__(
        self,
        desk: Desk,
        shelf: Shelf,
        people: People,
        engine: Engine,
        tries: Tries,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._desk = desk
        self._shelf = shelf
        self._people = people
        self._engine = engine
        self._clock = clock
        self.tries = tries

    def join(self, code: str, asked_id: str, address: str, known: Remembered) -> Answer:
        """Let a phone in by join code; the same phone gets the same identity back."""
        workshop_id = workshop_of(self._engine, code)
        if workshop_id is None:
            raise self._wrong("wrong_code", address)
        person = known(workshop_id)
        if person is not None:
            return self._came_in(workshop_id, person.id, returned=True)
        participant = self._people.derived("participant", workshop_id, asked_id)
        resume = self._people.resume_code(participant)
        row = {
            "id": participant,
            "workshop_id": workshop_id,
            "resume_hash": self._people.resume_hash(workshop_id, resume),
        }
        must_work(
            self._desk.perform(
                workshop_id,
                JoinWorkshop(),
                id=asked_id,
                actor=participant,
                role=PARTICIPANT,
                rows=((_NEW_PARTICIPANT, row),),
            )
        )
        return self._came_in(workshop_id, participant, returned=False)

    def resume(self, code: str, resume_code: str, address: str) -> Answer:
        """Give a phone its identity back by the code it was shown."""
        workshop_id = workshop_of(self._engine, code)
        if workshop_id is None:
            raise self._wrong("wrong_code", address)
        found = select(participants.c.id).where(
            participants.c.workshop_id == workshop_id,
            participants.c.resume_hash == self._people.resume_hash(workshop_id, resume_code),
        )
        with self._engine.connect() as connection:
            participant = connection.execute(found).scalar_one_or_none()
        if participant is None:
            raise self._wrong("wrong_resume_code", address)
        return self._came_in(workshop_id, participant, returned=True)

    def enter(self, key: str, address: str) -> Answer:
        """Exchange a link's secret for a token; a pairing key works once and makes a listed key of its own."""
        with self._engine.connect() as connection:
            row = connection.execute(select(keys).where(keys.c.hash == key_hash(key))).mappings().one_or_none()
        if row is None:
            raise self._wrong("wrong_key", address)
        if row["pairs"] is not None:
            return self._pair(row["id"], row["workshop_id"], row["pairs"], row["expires_at"])
        live = self._shelf.refreshed(row["workshop_id"])
        known = live.workshop.keys.get(row["id"]) if live else None
        if live is None or known is None:
            raise Refused("wrong_key")
        if known.revoked:
            raise Refused("revoked")
        return self._entered(live.workshop, known.role, known.id)

    def _pair(self, pairing: str, workshop_id: str, role: str, expires_at: str) -> Answer:
        used = self._desk.write(
            lambda connection: connection.execute(delete(keys).where(keys.c.id == pairing)).rowcount
        )
        if not used or expires_at < iso(self._clock()):
            raise Refused("wrong_key")
        workshop = self._shelf.must_find(workshop_id).workshop
        key_id = new_id()
        label = REMOTE_LINK[workshop.language]
        must_work(
            self._desk.perform(workshop_id, MintLink(key_id, role, label), id=new_id(), actor=SYSTEM, role=SYSTEM)
        )
        return self._entered(self._shelf.must_find(workshop_id).workshop, role, key_id)

    def _entered(self, workshop: Workshop, role: str, key_id: str) -> Answer:
        token = self._people.token(Person(workshop.id, role, key_id))
        return {
            "ok": True,
            "workshop": workshop.id,
            "role": role,
            "token": token,
            "key_id": key_id,
            "title": workshop.title,
        }

    def _came_in(self, workshop_id: str, participant: str, *, returned: bool) -> Answer:
        workshop = self._shelf.must_find(workshop_id).workshop
        return {
            "ok": True,
            "workshop": workshop_id,
            "token": self._people.token(Person(workshop_id, PARTICIPANT, participant)),
            "resume_code": self._people.resume_code(participant),
            "title": workshop.title,
            "returned": returned,
        }

    def _wrong(self, code: str, address: str) -> Refused:
        """Count the failure and wait before telling; people with the right code never come here."""
        seconds = self.tries.failed(address)
        sleep(seconds)
        return Refused(code if seconds == 0 else "too_many_tries", after_ms=int(seconds * 1000) or None)
