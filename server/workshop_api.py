"""HTTP, JSON, for whoever has a token: look, command, let others in, delete."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from server import addresses, bodies, qr, wire
from server.answers import answer, body, guard, json_text
from server.caretaker import Caretaker
from server.config import Config
from server.desk import Desk
from server.doorman import Doorman
from server.hello import AUDIENCES_OF, Hellos, Screen
from server.jobs import must_work
from server.links import Links
from server.rehearsal import Rehearsals
from server.workshop import Refused
from server.workshop.state import Workshop
from server.workshop.verb import OWNER, SORTERS, WALL

PATHS = {"wall": "wall", "result": "r", "facilitator": "w", "co_facilitator": "w"}


class WorkshopApi:
    """The routes of one workshop."""

    def __init__(
        self,
        config: Config,
        desk: Desk,
        doorman: Doorman,
        links: Links,
        hellos: Hellos,
        caretaker: Caretaker,
        rehearsals: Rehearsals,
    ) -> None:
        self._config = config
        self._desk = desk
        self._doorman = doorman
        self._links = links
        self._hellos = hellos
        self._caretaker = caretaker
        self._rehearsals = rehearsals
        self.routes = Blueprint("workshop", __name__, url_prefix="/api/workshops/<workshop_id>")
        guard(self.routes)
        add = self.routes.add_url_rule
        add("", view_func=self.delete, methods=["DELETE"])
        add("/door", view_func=self.door)
        add("/links", view_func=self.mint, methods=["POST"])
        add("/pair", view_func=self.pair, methods=["POST"])
        add("/code", view_func=self.change_code, methods=["POST"])
        add("/rehearsal", view_func=self.rehearse, methods=["POST"])
        add("/commands", view_func=self.command, methods=["POST"])
        add("/snapshot", view_func=self.snapshot)

    def door(self, workshop_id: str) -> Response:
        _, live = self._doorman.one_of(request, workshop_id, SORTERS | {WALL})
        return answer({"ok": True, **self._door(live.workshop)})

    def mint(self, workshop_id: str) -> Response:
        person, live = self._doorman.one_of(request, workshop_id, OWNER)
        asked = wire.checked(bodies.Mint, body())
        minted = self._links.mint(person, asked["id"], asked["role"], asked["name"])
        path = f"{PATHS[asked['role']]}/{workshop_id}#key={minted['key']}"
        link = f"{self._address(live.workshop)}/{path}"
        return answer({**minted, "link": link, "svg": qr.join_qr(link)}, 201)

    def pair(self, workshop_id: str) -> Response:
        person, live = self._doorman.sorter(request, workshop_id)
        wire.checked(bodies.Nothing, body())
        key = self._links.offer_pairing(person)
        link = f"{self._address(live.workshop)}/w/{workshop_id}#pair={key}"
        return answer({"ok": True, "link": link, "svg": qr.join_qr(link), "expires_in": 60}, 201)

    def change_code(self, workshop_id: str) -> Response:
        person, _ = self._doorman.sorter(request, workshop_id)
        asked = wire.checked(bodies.Code, body())
        return answer(self._links.change_code(person, asked["id"]))

    def delete(self, workshop_id: str) -> Response:
        _, live = self._doorman.one_of(request, workshop_id, OWNER)
        asked = wire.checked(bodies.Delete, body())
        if asked["confirm"] != live.workshop.title:
            raise Refused("malformed", field="confirm")
        self._caretaker.delete(workshop_id)
        return answer({"ok": True})

    def rehearse(self, workshop_id: str) -> Response:
        _, live = self._doorman.one_of(request, workshop_id, OWNER)
        wire.checked(bodies.Nothing, body())
        return answer(self._rehearsals.of(live.workshop), 201)

    def command(self, workshop_id: str) -> Response:
        person, _ = self._doorman.person(request, workshop_id)
        id_, command = wire.command(body())
        answered = self._desk.perform(workshop_id, command, id=id_, actor=person.id, role=person.role)
        must_work(answered)
        return answer(answered)

    def snapshot(self, workshop_id: str) -> Response:
        person, live = self._doorman.person(request, workshop_id)
        audience = request.args.get("audience") or AUDIENCES_OF[person.role][0]
        if audience not in AUDIENCES_OF[person.role]:
            raise Refused("forbidden")
        since = request.args.get("since", type=int)
        return json_text(self._hellos.text(live, Screen("", person, audience), since))

    def _door(self, workshop: Workshop) -> dict[str, Any]:
        room = workshop.room
        name = room.wifi_name or self._config.wifi_name or None
        password = room.wifi_password if room.wifi_name else self._config.wifi_password
        address = self._address(workshop)
        link = f"{address}/j/{workshop.code}"
        return {
            "address": address,
            "addresses": addresses.base_urls(self._config),
            "link": link,
            "code": workshop.code,
            "join_svg": qr.join_qr(link),
            "wifi_svg": qr.wifi_qr(name, password or "") if name else None,
            "wifi_name": name,
        }

    def _address(self, workshop: Workshop) -> str:
        return addresses.public_address(self._config, workshop.room.address)
