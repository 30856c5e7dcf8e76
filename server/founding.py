"""New workshops: opened as somebody wishes, or made again from a backup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, insert

from server import log
from server.board_templates import USUAL, template
from server.codes import free_code
from server.desk import Desk
from server.export.restore import Anew, restored
from server.jobs import Answer, must_work
from server.links import key_row
from server.people import People, Person
from server.runtime import sleep
from server.shelf import Shelf
from server.tables import workshops
from server.template_files import set_ups
from server.thai import fiscal_year
from server.workshop import SYSTEM
from server.workshop.open_workshop import OpenWorkshop
from server.workshop.state import Workshop
from server.workshop.verb import FACILITATOR

AT_ONCE = 500
WISHES = ("question", "cards_each", "neighbour_cards", "proposals", "write_seconds")
OWNER_LINK = {"th": "ผู้สร้างเวที", "en": "Workshop creator"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a new workshop should be; None takes the template's default."""

    id: str
    title: str
    question: str | None = None
    language: str = "th"
    fiscal_year: int | None = None
    cards_each: int | None = None
    neighbour_cards: int | None = None
    proposals: str | None = None
    write_seconds: int | None = None
    retention_days: int = 365
    rehearsal_of: str | None = None
    # Of templates (none: the usual one), or boards as they are.
    templates: tuple[dict[str, Any], ...] = ()
    boards: tuple[dict[str, Any], ...] = ()


class Founding:
    """Makes workshops; the same request makes the same one."""

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

    def create(self, wish: Wish) -> Answer:
        """Open a workshop; the answer holds its id, join code, facilitator's key and token."""
        workshop_id = self._people.derived("workshop", wish.id)
        key_id, key = self._people.link_of(workshop_id, wish.id)
        code = free_code(self._engine)
        expires_on = (self._clock().date() + timedelta(days=wish.retention_days)).isoformat()
        year = wish.fiscal_year or fiscal_year(self._clock().date())
        row = {"id": workshop_id, "code": code, "seq": 0, "expires_on": expires_on, "rehearsal_of": wish.rehearsal_of}
        must_work(
            self._desk.perform(
                workshop_id,
                OpenWorkshop(
                    workshop=workshop_id,
                    code=code,
                    title=wish.title,
                    language=wish.language,
                    fiscal_year=year,
                    rehearsal_of=wish.rehearsal_of,
                    expires_on=expires_on,
                    key=key_id,
                    key_name=OWNER_LINK[wish.language],
                    boards=wish.boards or _boards(wish, year),
                ),
                id=wish.id,
                actor=SYSTEM,
                role=SYSTEM,
                rows=((insert(workshops), row), key_row(key_id, workshop_id, key)),
            )
        )
        return self._made(workshop_id, key_id, key)

    def usual_boards(self, wish: Wish) -> tuple[dict[str, Any], ...]:
        """The boards that a wish without any would get."""
        return _boards(wish, wish.fiscal_year or fiscal_year(self._clock().date()))

    def restore(self, id: str, backup: object, retention_days: int) -> Answer:
        """Make a workshop again from a backup, all of it or nothing; raises Refused."""
        workshop_id = self._people.derived("workshop", id)
        key_id, key = self._people.link_of(workshop_id, id)
        now = self._clock()
        expires_on = (now.date() + timedelta(days=retention_days)).isoformat()
        made, entries = restored(backup, Anew(workshop_id, free_code(self._engine), key_id, now, expires_on))

        def keep(connection: Connection) -> None:
            if log.head(connection, workshop_id) is None:
                connection.execute(insert(workshops), _workshop_row(made))
                connection.execute(*key_row(key_id, workshop_id, key))
                for first in range(0, len(entries), AT_ONCE):
                    log.append(connection, workshop_id, entries[first : first + AT_ONCE])
                    sleep(0)

        self._desk.write(keep)
        return self._made(workshop_id, key_id, key)

    def _made(self, workshop_id: str, key_id: str, key: str) -> Answer:
        token = self._people.token(Person(workshop_id, FACILITATOR, key_id))
        code = self._shelf.must_find(workshop_id).workshop.code
        return {"ok": True, "workshop": workshop_id, "code": code, "token": token, "key": key, "key_id": key_id}


def _boards(wish: Wish, year: int) -> tuple[dict[str, Any], ...]:
    """The boards of the wished templates; what was wished for besides is the first one's."""
    first, *rest = set_ups(list(wish.templates) or [template(USUAL)], wish.language, year)
    wished = {name: getattr(wish, name) for name in WISHES if getattr(wish, name) is not None}
    return ({**first, **wished}, *rest)


def _workshop_row(workshop: Workshop) -> dict[str, Any]:
    return {
        "id": workshop.id,
        "code": workshop.code,
        "seq": 0,
        "expires_on": workshop.expires_on,
        "rehearsal_of": workshop.rehearsal_of,
    }
