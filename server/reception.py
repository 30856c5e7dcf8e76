"""Coming in: creating a workshop, joining by code, entering by key, and the links that let others in."""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select

from server import log
from server.board_templates import template
from server.desk import Answer, Desk, Row
from server.export.restore import Anew, restored
from server.people import CODE_DIGITS, People, Person, key_hash, new_code, new_id, new_key
from server.runtime import sleep
from server.shelf import Shelf
from server.tables import keys, participants, workshops
from server.thai import fiscal_year
from server.tries import Tries
from server.workshop import PARTICIPANT, SYSTEM, Refused
from server.workshop.change_code import ChangeCode
from server.workshop.clock import iso
from server.workshop.join_workshop import JoinWorkshop
from server.workshop.mint_link import MintLink
from server.workshop.open_workshop import OpenWorkshop
from server.workshop.state import Workshop
from server.workshop.verb import FACILITATOR

PAIR_SECONDS = 60
AT_ONCE = 500
FIRST_BOARD = "board-1"

# Who a phone was when it last came to this workshop, if it still knows.
Remembered = Callable[[str], Person | None]
OWNER_LINK = {"th": "ผู้สร้างเวที", "en": "Workshop creator"}
REMOTE_LINK = {"th": "รีโมต", "en": "Remote"}

# Made once: a thousand phones join in the same second.
_NEW_WORKSHOP, _NEW_PARTICIPANT, _NEW_KEY = insert(workshops), insert(participants), insert(keys)
_BY_CODE = select(workshops.c.id).where(workshops.c.code == bindparam("join_code"))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a new workshop should be; None takes the template's default."""

    id: str
    title: str
    question: str
    language: str = "th"
    fiscal_year: int | None = None
    cards_each: int | None = None
    neighbour_cards: int | None = None
    proposals: str | None = None
    write_seconds: int | None = None
    retention_days: int = 365
    rehearsal_of: str | None = None
    boards: tuple[dict[str, Any], ...] = ()


class Reception:
    """Knows secrets and hands out tokens; every change goes through the desk."""

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

    def create(self, wish: Wish) -> Answer:
        """Open a workshop; the answer holds its id, join code, facilitator's key and token."""
        workshop_id = self._derived("workshop", wish.id)
        key_id, key = self._link_of(workshop_id, wish.id)
        code = self._free_code()
        expires_on = (self._clock().date() + timedelta(days=wish.retention_days)).isoformat()
        row = {"id": workshop_id, "code": code, "seq": 0, "expires_on": expires_on, "rehearsal_of": wish.rehearsal_of}
        must_work(
            self._desk.perform(
                workshop_id,
                OpenWorkshop(
                    workshop=workshop_id,
                    code=code,
                    title=wish.title,
                    language=wish.language,
                    fiscal_year=wish.fiscal_year or fiscal_year(self._clock().date()),
                    rehearsal_of=wish.rehearsal_of,
                    expires_on=expires_on,
                    key=key_id,
                    key_name=OWNER_LINK[wish.language],
                    boards=wish.boards or (_first_board(wish),),
                ),
                id=wish.id,
                actor=SYSTEM,
                role=SYSTEM,
                rows=((_NEW_WORKSHOP, row), _key_row(key_id, workshop_id, key)),
            )
        )
        return self._made(workshop_id, key_id, key)

    def restore(self, id: str, backup: object, retention_days: int) -> Answer:
        """Make a workshop again from a backup, all of it or nothing; raises Refused."""
        workshop_id, key_id = self._derived("workshop", id), self._derived("key", id)
        key = self._derived("secret", id, length=32)
        now = self._clock()
        expires_on = (now.date() + timedelta(days=retention_days)).isoformat()
        made, entries = restored(backup, Anew(workshop_id, self._free_code(), key_id, now, expires_on))

        def keep(connection: Connection) -> None:
            if log.head(connection, workshop_id) is None:
                connection.execute(_NEW_WORKSHOP, _workshop_row(made))
                connection.execute(*_key_row(key_id, workshop_id, key))
                for first in range(0, len(entries), AT_ONCE):
                    log.append(connection, workshop_id, entries[first : first + AT_ONCE])
                    sleep(0)

        self._desk.write(keep)
        return self._made(workshop_id, key_id, key)

    def _made(self, workshop_id: str, key_id: str, key: str) -> Answer:
        token = self._people.token(Person(workshop_id, FACILITATOR, key_id))
        code = self.workshop(workshop_id).code
        return {"ok": True, "workshop": workshop_id, "code": code, "token": token, "key": key, "key_id": key_id}

    def join(self, code: str, asked_id: str, address: str, known: Remembered) -> Answer:
        """Let a phone in by join code; the same phone gets the same identity back."""
        workshop_id = self._workshop_of(code)
        if workshop_id is None:
            raise self._wrong("wrong_code", address)
        person = known(workshop_id)
        if person is not None:
            return self._came_in(workshop_id, person.id, returned=True)
        participant = self._derived("participant", workshop_id, asked_id)
        resume = self._resume_code(participant)
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
        workshop_id = self._workshop_of(code)
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

    def mint(self, person: Person, id: str, role: str, label: str) -> Answer:
        """A new secret link: named, listed and revocable."""
        key_id, key = self._link_of(person.workshop, id)
        answer = self._desk.perform(
            person.workshop,
            MintLink(key_id, role, label),
            id=id,
            actor=person.id,
            role=person.role,
            rows=(_key_row(key_id, person.workshop, key),),
        )
        must_work(answer)
        return {"ok": True, "key_id": key_id, "key": key}

    def offer_pairing(self, person: Person) -> str:
        """A key that works once, within a minute, and gives its bearer the asker's role."""
        key = new_key()
        expires_at = iso(self._clock() + timedelta(seconds=PAIR_SECONDS))
        row = {
            "id": new_id(),
            "workshop_id": person.workshop,
            "hash": key_hash(key),
            "pairs": person.role,
            "expires_at": expires_at,
        }
        self._desk.write(lambda connection: connection.execute(insert(keys).values(row)))
        return key

    def change_code(self, person: Person, id: str) -> Answer:
        """A new join code; whoever is in stays in."""
        must_work(
            self._desk.perform(person.workshop, ChangeCode(self._free_code()), id=id, actor=person.id, role=person.role)
        )
        return {"ok": True, "code": self.workshop(person.workshop).code}

    def workshop(self, workshop_id: str) -> Workshop:
        live = self._shelf.find(workshop_id)
        if live is None:
            raise Refused("gone")
        return live.workshop

    def resume_code(self, person: Person) -> str:
        return self._resume_code(person.id)

    def _pair(self, pairing: str, workshop_id: str, role: str, expires_at: str) -> Answer:
        used = self._desk.write(
            lambda connection: connection.execute(delete(keys).where(keys.c.id == pairing)).rowcount
        )
        if not used or expires_at < iso(self._clock()):
            raise Refused("wrong_key")
        workshop = self.workshop(workshop_id)
        key_id = new_id()
        label = REMOTE_LINK[workshop.language]
        must_work(
            self._desk.perform(workshop_id, MintLink(key_id, role, label), id=new_id(), actor=SYSTEM, role=SYSTEM)
        )
        return self._entered(self.workshop(workshop_id), role, key_id)

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
        workshop = self.workshop(workshop_id)
        return {
            "ok": True,
            "workshop": workshop_id,
            "token": self._people.token(Person(workshop_id, PARTICIPANT, participant)),
            "resume_code": self._resume_code(participant),
            "title": workshop.title,
            "returned": returned,
        }

    def _workshop_of(self, code: str) -> str | None:
        if len(code) != CODE_DIGITS:
            return None
        with self._engine.connect() as connection:
            return connection.execute(_BY_CODE, {"join_code": code}).scalar_one_or_none()

    def _free_code(self) -> str:
        while self._workshop_of(code := new_code()) is not None:
            pass
        return code

    def _wrong(self, code: str, address: str) -> Refused:
        """Count the failure and wait before telling; people with the right code never come here."""
        seconds = self.tries.failed(address)
        sleep(seconds)
        return Refused(code if seconds == 0 else "too_many_tries", after_ms=int(seconds * 1000) or None)

    def _link_of(self, workshop_id: str, id: str) -> tuple[str, str]:
        """The id and the secret of the link that a command makes; another workshop's same id makes another."""
        return self._derived("key", workshop_id, id), self._derived("secret", workshop_id, id, length=32)

    def _derived(self, *parts: str, length: int = 16) -> str:
        """The same request gets the same ids and secrets, so a repeat after a lost answer makes nothing twice."""
        made = hmac.new(self._people.secret, "\n".join(parts).encode(), hashlib.sha256).digest()
        return urlsafe_b64encode(made).decode()[:length]

    def _resume_code(self, participant: str) -> str:
        made = hmac.new(self._people.secret, f"resume\n{participant}".encode(), hashlib.sha256).digest()
        return f"{int.from_bytes(made[:8]) % 10**CODE_DIGITS:0{CODE_DIGITS}d}"


def must_work(answer: Answer) -> None:
    """Raise a refused answer again, so that one door words it."""
    if answer["ok"]:
        return
    raise Refused(
        answer["code"],
        field=answer.get("field"),
        limit=answer.get("limit"),
        retry=answer["retry"],
        after_ms=answer.get("after_ms"),
    )


def _first_board(wish: Wish) -> dict[str, Any]:
    made = template("close-improve-open")
    chosen = {
        name: made[name] if getattr(wish, name) is None else getattr(wish, name)
        for name in ("cards_each", "neighbour_cards", "proposals", "write_seconds")
    }
    return {
        "id": FIRST_BOARD,
        "template": made["id"],
        "question": wish.question,
        "columns": made["columns"],
        **chosen,
    }


def _workshop_row(workshop: Workshop) -> dict[str, Any]:
    return {
        "id": workshop.id,
        "code": workshop.code,
        "seq": 0,
        "expires_on": workshop.expires_on,
        "rehearsal_of": workshop.rehearsal_of,
    }


def _key_row(key_id: str, workshop_id: str, key: str) -> Row:
    return _NEW_KEY, {"id": key_id, "workshop_id": workshop_id, "hash": key_hash(key)}
