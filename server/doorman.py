"""Who asks over HTTP: the token of a request, and what it may do here."""

from __future__ import annotations

from flask import Request

from server.people import People, Person
from server.shelf import Live, Shelf
from server.workshop import Refused, must_be_known
from server.workshop.verb import SORTERS


class Doorman:
    """Reads tokens and refuses whoever the workshop does not know."""

    def __init__(self, people: People, shelf: Shelf) -> None:
        self._people = people
        self._shelf = shelf

    def person(self, request: Request, workshop_id: str) -> tuple[Person, Live]:
        """Whom the request speaks for, and the workshop as it is; raises Refused."""
        person = self._people.read(_bearer(request)) or self.remembered(request, workshop_id)
        if person is None:
            raise Refused("bad_token")
        if person.workshop != workshop_id:
            # Not "forbidden": nobody learns which other workshops there are.
            raise Refused("not_found")
        live = self._shelf.must_find(workshop_id)
        must_be_known(live.workshop, person.id, person.role)
        return person, live

    def sorter(self, request: Request, workshop_id: str) -> tuple[Person, Live]:
        return self._of(request, workshop_id, SORTERS)

    def one_of(self, request: Request, workshop_id: str, roles: frozenset[str]) -> tuple[Person, Live]:
        return self._of(request, workshop_id, roles)

    def remembered(self, request: Request, workshop_id: str) -> Person | None:
        """The participant in this workshop's cookie, for a browser that has lost its storage."""
        person = self._people.read(request.cookies.get(cookie(workshop_id)))
        known = person is not None and person.is_participant and person.workshop == workshop_id
        return person if known else None

    def _of(self, request: Request, workshop_id: str, roles: frozenset[str]) -> tuple[Person, Live]:
        person, live = self.person(request, workshop_id)
        if person.role not in roles:
            raise Refused("forbidden")
        return person, live


def cookie(workshop_id: str) -> str:
    return f"batkham_{workshop_id}"


def _bearer(request: Request) -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if scheme == "Bearer" else None
