"""HTTP, JSON, at the end of a day and after it: the result for the room, and the workshops that go on from this one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, request

from server import addresses, bodies, qr, wire
from server.answers import answer, body, guard
from server.config import Config
from server.doorman import Doorman
from server.following import Following
from server.links import Links
from server.people import People, Person
from server.workshop import Refused
from server.workshop.state import Workshop
from server.workshop.verb import OWNER, RESULT, SORTERS, WALL

MOST_TIMES = 50
THANKS = "thanks"
KEY_NAME = {"th": "ผลสรุปบนจอขอบคุณ", "en": "Result on the thank-you screen"}


class Afterwards:
    """The routes of a workshop's end."""

    def __init__(
        self,
        config: Config,
        doorman: Doorman,
        links: Links,
        people: People,
        following: Following,
        must_be_allowed_to_create: Callable[[str | None], None],
    ) -> None:
        self._config = config
        self._doorman = doorman
        self._links = links
        self._people = people
        self._following = following
        self._must_be_allowed_to_create = must_be_allowed_to_create
        self.routes = Blueprint("afterwards", __name__, url_prefix="/api/workshops/<workshop_id>")
        guard(self.routes)
        add = self.routes.add_url_rule
        add("/result-link", view_func=self.result_link)
        add("/result-link", view_func=self.offer_result, methods=["POST"], endpoint="offer_result")
        add("/next", view_func=self.next, methods=["POST"])

    def result_link(self, workshop_id: str) -> Response:
        """The offered link, for the screens that show it and only while they do; none when nobody offered it."""
        _, live = self._doorman.one_of(request, workshop_id, SORTERS | {WALL})
        workshop = live.workshop
        offered = self._offer(workshop, standing=True) if workshop.boards[workshop.active].view == THANKS else None
        return answer({"ok": True, "link": None, "svg": None} if offered is None else self._sign(workshop, offered))

    def offer_result(self, workshop_id: str) -> Response:
        """A result link for everybody in the room, named and listed; a revoked one is never offered again."""
        person, live = self._doorman.one_of(request, workshop_id, OWNER)
        wire.checked(bodies.Nothing, body())
        workshop = live.workshop
        offered = self._offer(workshop, standing=True) or self._mint(workshop, person)
        return answer(self._sign(workshop, offered), 201)

    def next(self, workshop_id: str) -> Response:
        """The follow-up of this workshop, or next year's; asked again with the same id it is the same one."""
        _, live = self._doorman.one_of(request, workshop_id, OWNER)
        asked = wire.checked(bodies.Next, body())
        self._must_be_allowed_to_create(asked["password"])
        make = self._following.follow_up if asked["kind"] == "follow_up" else self._following.next_year
        return answer(make(live.workshop, asked["id"], self._config.retention_days), 201)

    def _offer(self, workshop: Workshop, *, standing: bool) -> str | None:
        """The command id of the link that stands, or of the first that was never minted."""
        for number in range(MOST_TIMES):
            id_ = self._people.derived(THANKS, workshop.id, str(number))
            key = workshop.keys.get(self._people.link_of(workshop.id, id_)[0])
            if key is None:
                return None if standing else id_
            if standing and not key.revoked:
                return id_
        return None

    def _mint(self, workshop: Workshop, person: Person) -> str:
        id_ = self._offer(workshop, standing=False)
        if id_ is None:
            raise Refused("too_many")
        self._links.mint(person, id_, RESULT, KEY_NAME[workshop.language])
        return id_

    def _sign(self, workshop: Workshop, offered: str) -> dict[str, Any]:
        _, key = self._people.link_of(workshop.id, offered)
        address = addresses.public_address(self._config, workshop.room.address)
        link = f"{address}/r/{workshop.id}#key={key}"
        return {"ok": True, "link": link, "svg": qr.join_qr(link)}
