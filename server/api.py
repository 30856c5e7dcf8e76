"""HTTP, JSON: create, join, enter, command, and look. Thin: every route asks, performs, answers."""

from __future__ import annotations

import hmac
import logging
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException

from server import addresses, bodies, openapi, qr, wire
from server.caretaker import Caretaker
from server.config import Config
from server.desk import Desk
from server.door import is_from_this_machine
from server.doorman import Doorman, cookie
from server.frames import encode
from server.hello import AUDIENCES_OF, Hellos, Screen
from server.people import new_id, read_code
from server.reception import Reception, Wish, must_work
from server.rehearsal import Rehearsals
from server.runtime import sleep
from server.workshop import Refused
from server.workshop.state import Workshop
from server.workshop.verb import OWNER, SORTERS, WALL

logger = logging.getLogger("batkham.api")

COOKIE_DAYS = 60
# A board's words lie deeper in a backup than anything in any other message.
BACKUP_LEVELS = 10
PATHS = {"wall": "wall", "result": "r", "facilitator": "w", "co_facilitator": "w"}
STATUS = {
    "bad_token": 401,
    "revoked": 401,
    "wrong_key": 401,
    "wrong_code": 404,
    "not_found": 404,
    "gone": 410,
    "forbidden": 403,
    "wrong_password": 403,
    "password_needed": 403,
    "too_many_tries": 429,
    "rate_limited": 429,
    "too_large": 413,
    "retry": 503,
    "server_error": 500,
    "malformed": 400,
}


class Api:
    """The JSON routes over what `create_app` puts together."""

    def __init__(
        self,
        config: Config,
        desk: Desk,
        doorman: Doorman,
        reception: Reception,
        hellos: Hellos,
        caretaker: Caretaker,
        rehearsals: Rehearsals,
    ) -> None:
        self._config = config
        self._desk = desk
        self._doorman = doorman
        self._reception = reception
        self._hellos = hellos
        self._caretaker = caretaker
        self._rehearsals = rehearsals
        self.routes = Blueprint("api", __name__, url_prefix="/api")
        self._add_routes()
        self.routes.register_error_handler(Refused, refusal)
        # For the whole application: a path or method that leads nowhere belongs to no blueprint.
        self.routes.app_errorhandler(HTTPException)(not_http)
        self.routes.register_error_handler(Exception, bug)

    def start(self) -> Response:
        """What the home page needs to know before anything else."""
        return answer(
            {
                "ok": True,
                "free": is_from_this_machine(request.environ),
                "address": addresses.public_address(self._config),
                "addresses": addresses.base_urls(self._config),
                "language": self._config.language,
                "version": wire.VERSION,
            }
        )

    def openapi(self) -> Response:
        return answer(openapi.describe())

    def create(self) -> Response:
        told = body(BACKUP_LEVELS)
        if isinstance(told, dict) and "backup" in told:
            return self._restore(told)
        asked = wire.checked(bodies.Create, told)
        self._must_be_allowed_to_create(asked.pop("password"))
        days = asked.pop("retention_days") or self._config.retention_days
        if asked.pop("rehearsal"):
            return answer(self._rehearsals.begin(Wish(**asked)), 201)
        return answer(self._reception.create(Wish(**asked, retention_days=days)), 201)

    def _restore(self, told: dict[str, Any]) -> Response:
        # Checked apart, line by line and against the rules.
        asked = wire.checked(bodies.Import, {**told, "backup": {}})
        self._must_be_allowed_to_create(asked["password"])
        return answer(self._reception.restore(asked["id"], told["backup"], self._config.retention_days), 201)

    def join(self) -> Response:
        asked = wire.checked(bodies.Join, body())
        code, address = read_code(asked["code"]), request.remote_addr or ""
        if asked["resume_code"]:
            joined = self._reception.resume(code, read_code(asked["resume_code"]), address)
        else:
            joined = self._reception.join(
                code, asked["id"] or new_id(), address, lambda id_: self._doorman.remembered(request, id_)
            )
        response = answer(joined)
        response.set_cookie(
            cookie(joined["workshop"]),
            joined["token"],
            max_age=COOKIE_DAYS * 86_400,
            path=f"{self._config.path_prefix}/",
            httponly=True,
            samesite="Lax",
            secure=request.is_secure,
        )
        return response

    def enter(self) -> Response:
        asked = wire.checked(bodies.Enter, body())
        return answer(self._reception.enter(asked["key"], request.remote_addr or ""))

    def door(self, workshop_id: str) -> Response:
        _, live = self._doorman.one_of(request, workshop_id, SORTERS | {WALL})
        return answer({"ok": True, **self._door(live.workshop)})

    def mint(self, workshop_id: str) -> Response:
        person, _ = self._doorman.one_of(request, workshop_id, OWNER)
        asked = wire.checked(bodies.Mint, body())
        minted = self._reception.mint(person, asked["id"], asked["role"], asked["name"])
        path = f"{PATHS[asked['role']]}/{workshop_id}#key={minted['key']}"
        link = f"{self._address(workshop_id)}/{path}"
        return answer({**minted, "link": link, "svg": qr.join_qr(link)}, 201)

    def pair(self, workshop_id: str) -> Response:
        person, _ = self._doorman.sorter(request, workshop_id)
        wire.checked(bodies.Nothing, body())
        key = self._reception.offer_pairing(person)
        link = f"{self._address(workshop_id)}/w/{workshop_id}#pair={key}"
        return answer({"ok": True, "link": link, "svg": qr.join_qr(link), "expires_in": 60}, 201)

    def change_code(self, workshop_id: str) -> Response:
        person, _ = self._doorman.sorter(request, workshop_id)
        asked = wire.checked(bodies.Code, body())
        return answer(self._reception.change_code(person, asked["id"]))

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

    def _add_routes(self) -> None:
        add = self.routes.add_url_rule
        here = "/workshops/<workshop_id>"
        add("/start", view_func=self.start)
        add("/openapi.json", view_func=self.openapi)
        add("/workshops", view_func=self.create, methods=["POST"])
        add("/join", view_func=self.join, methods=["POST"])
        add("/enter", view_func=self.enter, methods=["POST"])
        add(here, view_func=self.delete, methods=["DELETE"])
        add(f"{here}/door", view_func=self.door)
        add(f"{here}/links", view_func=self.mint, methods=["POST"])
        add(f"{here}/pair", view_func=self.pair, methods=["POST"])
        add(f"{here}/code", view_func=self.change_code, methods=["POST"])
        add(f"{here}/rehearsal", view_func=self.rehearse, methods=["POST"])
        add(f"{here}/commands", view_func=self.command, methods=["POST"])
        add(f"{here}/snapshot", view_func=self.snapshot)

    def _must_be_allowed_to_create(self, password: str | None) -> None:
        """Free on the server's own machine; elsewhere the create password is needed."""
        if is_from_this_machine(request.environ):
            return
        if not password:
            raise Refused("password_needed", field="password")
        if not hmac.compare_digest(password.encode(), self._config.create_password.encode()):
            sleep(self._reception.tries.failed(request.remote_addr or ""))
            raise Refused("wrong_password", field="password")

    def _door(self, workshop: Workshop) -> dict[str, Any]:
        room = workshop.room
        name = room.wifi_name or self._config.wifi_name or None
        password = room.wifi_password if room.wifi_name else self._config.wifi_password
        address = addresses.public_address(self._config, room.address)
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

    def _address(self, workshop_id: str) -> str:
        return addresses.public_address(self._config, self._reception.workshop(workshop_id).room.address)


def body(levels: int = wire.DEEPEST) -> object:
    """The request's JSON; raises Refused for anything else."""
    if request.mimetype != "application/json":
        raise Refused("malformed")
    try:
        return wire.loads(request.get_data(cache=False), levels)
    except ValueError:
        raise Refused("malformed") from None


def answer(content: dict[str, Any], status: int = 200) -> Response:
    return json_text(encode(content), status)


def json_text(text: str, status: int = 200) -> Response:
    return Response(text, status, mimetype="application/json", headers={"Cache-Control": "no-store"})


def refusal(refused: Refused) -> Response:
    return answer(refused.answer(), STATUS.get(refused.code, 409))


def not_http(error: HTTPException) -> Response:
    code = "not_found" if error.code in (404, 405) else "too_large" if error.code == 413 else "malformed"
    return answer(Refused(code).answer(), error.code or 400)


def bug(error: Exception) -> Response:
    logger.error("a bug in %s", request.endpoint, exc_info=error)
    return answer(Refused("server_error", retry=True, after_ms=5_000).answer(), 500)
