"""Letting others in: new secret links, a link that works once, a new join code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, insert

from server.codes import free_code
from server.desk import Desk
from server.jobs import Answer, Row, must_work
from server.people import People, Person, key_hash, new_id, new_key
from server.shelf import Shelf
from server.tables import keys
from server.workshop.change_code import ChangeCode
from server.workshop.clock import iso
from server.workshop.mint_link import MintLink

PAIR_SECONDS = 60


class Links:
    """Makes the secrets of links; the log lists the links, never the secrets."""

    def __init__(
        self,
        desk: Desk,
        shelf: Shelf,
        people: People,
        engine: Engine,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._desk = desk
        self._shelf = shelf
        self._people = people
        self._engine = engine
        self._clock = clock

    def mint(self, person: Person, id: str, role: str, label: str) -> Answer:
        """A new secret link: named, listed and revocable."""
        key_id, key = self._people.link_of(person.workshop, id)
        answer = self._desk.perform(
            person.workshop,
            MintLink(key_id, role, label),
            id=id,
            actor=person.id,
            role=person.role,
            rows=(key_row(key_id, person.workshop, key),),
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
            self._desk.perform(
                person.workshop, ChangeCode(free_code(self._engine)), id=id, actor=person.id, role=person.role
            )
        )
        return {"ok": True, "code": self._shelf.must_find(person.workshop).workshop.code}


def key_row(key_id: str, workshop_id: str, key: str) -> Row:
    """The row that a link's secret is found by: its hash."""
    return insert(keys), {"id": key_id, "workshop_id": workshop_id, "hash": key_hash(key)}
