"""HTTP, JSON, for whoever comes: create a workshop, join by code, enter by a link."""

from __future__ import annotations

import hmac
from typing import Any

from flask import Blueprint, Response, request

from server import addresses, bodies, openapi, wire
from server.answers import answer, body, guard
from server.config import Config
from server.door import is_from_this_machine
from server.doorman import Doorman, cookie
from server.following import Following
from server.founding import Founding, Wish
from server.office_templates import OfficeTemplates
from server.people import new_id, read_code
from server.reception import Reception
from server.rehearsal import Rehearsals
from server.runtime import sleep
from server.workshop import Refused

COOKIE_DAYS = 60
# A board's words lie deeper in a backup than anything in any other message.
BACKUP_LEVELS = 10


class Api:
    """The routes that need no token."""

    def __init__(
        self,
        config: Config,
        doorman: Doorman,
        reception: Reception,
        founding: Founding,
        following: Following,
        rehearsals: Rehearsals,
        templates: OfficeTemplates,
    ) -> None:
        self._config = config
        self._doorman = doorman
        self._reception = reception
        self._founding = founding
        self._following = following
        self._rehearsals = rehearsals
        self._templates = templates
        self.routes = Blueprint("api", __name__, url_prefix="/api")
        guard(self.routes)
        add = self.routes.add_url_rule
        add("/start", view_func=self.start)
        add("/openapi.json", view_func=self.openapi)
        add("/workshops", view_func=self.create, methods=["POST"])
        add("/join", view_func=self.join, methods=["POST"])
        add("/enter", view_func=self.enter, methods=["POST"])

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
        self.must_be_allowed_to_create(asked.pop("password"))
        asked["templates"] = tuple(map(self._templates.find, asked["templates"]))
        days = asked.pop("retention_days") or self._config.retention_days
        if asked.pop("rehearsal"):
            return answer(self._rehearsals.begin(Wish(**asked)), 201)
        return answer(self._founding.create(Wish(**asked, retention_days=days)), 201)

    def _restore(self, told: dict[str, Any]) -> Response:
        # Checked apart, line by line and against the rules.
        asked = wire.checked(bodies.Import, {**told, "backup": {}})
        self.must_be_allowed_to_create(asked["password"])
        make = self._founding.restore if asked["kind"] == "same" else self._following.from_file(asked["kind"])
        return answer(make(asked["id"], told["backup"], self._config.retention_days), 201)

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

    def must_be_allowed_to_create(self, password: str | None) -> None:
        """Free on the server's own machine; elsewhere the create password is needed."""
        if is_from_this_machine(request.environ):
            return
        if not password:
            raise Refused("password_needed", field="password")
        if not hmac.compare_digest(password.encode(), self._config.create_password.encode()):
            sleep(self._reception.tries.failed(request.remote_addr or ""))
            raise Refused("wrong_password", field="password")
