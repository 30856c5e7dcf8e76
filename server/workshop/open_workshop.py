"""A workshop begins: its first event, written by the server when somebody creates one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from server.workshop.catalogue import Catalogue
from server.workshop.refused import Refused
from server.workshop.set_up import made_board
from server.workshop.state import Key, Touched, Workshop
from server.workshop.verb import FACILITATOR, SERVER, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class WorkshopOpened(Event):
    name: ClassVar[str] = "workshop_opened"
    version: ClassVar[int] = 2
    words: ClassVar[tuple[str, ...]] = ()

    workshop: str
    code: str
    title: str
    language: str
    fiscal_year: int | None
    rehearsal_of: str | None
    expires_on: str
    key: str
    key_name: str
    boards: tuple[dict[str, Any], ...] = field(default=())

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        boards = Catalogue((board["id"], made_board(board)) for board in self.boards)
        opened = Workshop(
            id=self.workshop,
            code=self.code,
            title=self.title,
            language=self.language,
            fiscal_year=self.fiscal_year,
            rehearsal_of=self.rehearsal_of,
            created_at=stamp.at,
            expires_on=self.expires_on,
            order=tuple(boards),
            active=next(iter(boards)),
            boards=boards,
            keys={self.key: Key(self.key, FACILITATOR, self.key_name, stamp.at)},
        )
        touched = {"workshop", "agenda", "people", "door", f"key:{self.key}"}
        of_boards = {f"{kind}:{id_}" for id_ in boards for kind in ("board", "spotlight", "counts")}
        return opened, frozenset(touched | of_boards)


@dataclass(frozen=True, slots=True)
class OpenWorkshop(Command):
    name: ClassVar[str] = "open_workshop"
    roles: ClassVar[frozenset[str]] = SERVER

    workshop: str
    code: str
    title: str
    language: str
    fiscal_year: int | None
    rehearsal_of: str | None
    expires_on: str
    key: str
    key_name: str
    boards: tuple[dict[str, Any], ...]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        if workshop.id:
            raise Refused("id_taken")
        return WorkshopOpened(
            workshop=self.workshop,
            code=self.code,
            title=self.title,
            language=self.language,
            fiscal_year=self.fiscal_year,
            rehearsal_of=self.rehearsal_of,
            expires_on=self.expires_on,
            key=self.key,
            key_name=self.key_name,
            boards=self.boards,
        )
