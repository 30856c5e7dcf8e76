"""A new secret link is listed; the secret itself is made by the server and never enters the log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.state import Key, Touched, Workshop
from server.workshop.verb import OWNER, SYSTEM, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class LinkMinted(Event):
    name: ClassVar[str] = "link_minted"

    key: str
    role: str
    label: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        key = Key(self.key, self.role, self.label, stamp.at)
        touched = frozenset({f"key:{key.id}", f"steps:{key.id}"})
        return replace(workshop, keys={**workshop.keys, key.id: key}), touched


@dataclass(frozen=True, slots=True)
class MintLink(Command):
    name: ClassVar[str] = "mint_link"
    roles: ClassVar[frozenset[str]] = OWNER | {SYSTEM}
    by_server: ClassVar[bool] = True
    when_locked: ClassVar[bool] = True

    key: str
    role: str
    label: str

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return LinkMinted(self.key, self.role, self.label)
