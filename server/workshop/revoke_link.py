"""A secret link stops working at once, on every screen that came in by it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Id
from server.workshop.holding import let_go
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import OWNER, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class LinkRevoked(Event):
    name: ClassVar[str] = "link_revoked"

    key: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        key = replace(workshop.keys[self.key], revoked=True)
        after, touched = let_go(replace(workshop, keys={**workshop.keys, key.id: key}), key.id)
        return after, touched | {f"key:{key.id}"}


@dataclass(frozen=True, slots=True)
class RevokeLink(Command):
    name: ClassVar[str] = "revoke_link"
    roles: ClassVar[frozenset[str]] = OWNER
    when_locked: ClassVar[bool] = True

    key: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        key = workshop.keys.get(self.key)
        if key is None:
            raise Refused("not_found", field="key")
        if key.id == asked.actor:
            # Somebody must be able to get back in: a link is revoked by another facilitator's link.
            raise Refused("own_link", field="key")
        return None if key.revoked else LinkRevoked(key.id)
