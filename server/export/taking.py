"""Taking a document home: who may, what it may hold, and the making of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import Engine

from server import log
from server.addresses import public_address
from server.config import Config
from server.export.backup import backup
from server.export.file_name import disposition, file_name
from server.export.filling import boards_of, carried_of, of_records, parked_of
from server.export.formats import FORMATS, PDF
from server.export.giving_way import giving_way
from server.export.lying import Carried
from server.export.making import Making
from server.export.options import Options
from server.export.safe_copy import safe_copy
from server.people import Person
from server.shelf import Live
from server.thai import in_bangkok
from server.workshop import Refused, Workshop
from server.workshop.clock import utc_now
from server.workshop.verb import RESULT, SORTERS
from server.workshop.views import FACILITATOR as FACILITATOR_VIEW
from server.workshop.views import RESULT as RESULT_VIEW
from server.workshop.views import Records, records

# They hold everything, so they are for those who keep the workshop.
KEEPERS = {"json": (backup, "json", "application/json"), "safe-copy": (safe_copy, "html", "text/html; charset=utf-8")}


# Everything an audience may see, what was parked if it was asked for, what was carried on, and the boards wanted.
Seen: TypeAlias = tuple[Records, Records, Carried, list[str]]
PAPERS = {"poster": "poster", "tents": "table_tents"}


@dataclass(frozen=True, slots=True)
class Document:
    """A file on its way home."""

    name: str
    header: str
    mimetype: str
    content: bytes


class Taking:
    """Makes what somebody may take home, and refuses the rest."""

    def __init__(self, config: Config, engine: Engine, making: Making) -> None:
        self._config = config
        self._engine = engine
        self._making = making

    def document(self, person: Person, live: Live, kind: str, options: Options) -> Document:
        """The file; raises Refused."""
        if kind in KEEPERS:
            return self._for_keepers(person, live, kind, options)
        if kind in PAPERS:
            return self._for_the_room(person, live, kind, options)
        if kind not in FORMATS:
            raise Refused("no_such_format", field="format")
        seen = self._seen(person, live, options)
        content, day = self._making.make(live.workshop.id, made, kind, seen, options, utc_now())
        form = FORMATS[kind]
        return named(kind, content, form.mimetype, live.workshop.title, options.language, day, form.ext)

    def _seen(self, person: Person, live: Live, options: Options) -> Seen:
        """What this person may see of the workshop, gathered while others go on; the state never changes under it."""
        workshop, audience = live.workshop, RESULT_VIEW if person.role == RESULT else FACILITATOR_VIEW
        boards = boards_of(workshop, audience, options)
        parked = parked_of(workshop, audience) if options.parked else {}
        return dict(giving_way(records(workshop, audience))), parked, carried_of(workshop), boards

    def lines(self, workshop_id: str) -> list[log.Line]:
        """The whole log as it is stored, read while others go on."""
        with self._engine.connect() as connection:
            return list(giving_way(log.rows(connection, workshop_id)))

    def _for_the_room(self, person: Person, live: Live, kind: str, options: Options) -> Document:
        """Paper that lets people in: for those who prepare the room."""
        if person.role not in SORTERS:
            raise Refused("forbidden")
        workshop, day = live.workshop, in_bangkok(utc_now())
        content = self._making.make(workshop.id, printed, kind, self._door(workshop), options)
        return named(kind, content, PDF, workshop.title, options.language, day, "pdf")

    def _door(self, workshop: Workshop) -> dict[str, Any]:
        room, address = workshop.room, public_address(self._config, workshop.room.address)
        password = room.wifi_password if room.wifi_name else self._config.wifi_password
        return {
            "title": workshop.title,
            "link": f"{address}/j/{workshop.code}",
            "address": address,
            "code": workshop.code,
            "wifi_name": room.wifi_name or self._config.wifi_name,
            "wifi_password": password or "",
            "tables": workshop.seating.tables,
        }

    def _for_keepers(self, person: Person, live: Live, kind: str, options: Options) -> Document:
        if person.role not in SORTERS:
            raise Refused("forbidden")
        make, ending, mimetype = KEEPERS[kind]
        workshop, now = live.workshop, utc_now()
        content = self._making.make(workshop.id, make, self.lines(workshop.id), now)
        return named(kind, content, mimetype, workshop.title, options.language, in_bangkok(now), ending)


def made(kind: str, seen: Seen, options: Options, now: datetime) -> tuple[bytes, date]:
    """In the other process: the file of one format, and the day it is as of."""
    view = of_records(*seen, options.language, now)
    return FORMATS[kind].make(view, options), view.day


def printed(kind: str, door: dict[str, Any], options: Options) -> bytes:
    """In the other process: paper for the room."""
    # It brings the typesetter, which only that process loads.
    from server.export import paper

    make: Callable[[paper.Door, Options], bytes] = getattr(paper, PAPERS[kind])
    return make(paper.Door(**door), options)


def named(kind: str, content: bytes, mimetype: str, title: str, language: str, day: date, ending: str) -> Document:
    header = disposition(kind, title, language, day, ending)
    return Document(file_name(kind, title, language, day, ending), header, mimetype, content)
