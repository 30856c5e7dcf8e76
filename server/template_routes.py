"""HTTP: the templates there are, and the office's own ones to keep and to throw away."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server import bodies, wire
from server.answers import answer, body, guard
from server.board_templates import built_in
from server.door import is_from_this_machine
from server.doorman import Doorman
from server.office_templates import OfficeTemplates
from server.template_files import LEVELS
from server.workshop.verb import OWNER

HERE = "/workshops/<workshop_id>/templates"


class TemplateRoutes:
    """The office's words are for those who lead, and for whoever sits at the server itself."""

    def __init__(self, doorman: Doorman, templates: OfficeTemplates) -> None:
        self._doorman = doorman
        self._templates = templates
        self.routes = Blueprint("templates", __name__, url_prefix="/api")
        guard(self.routes)
        add = self.routes.add_url_rule
        add("/templates", view_func=self.at_the_door)
        add(HERE, view_func=self.every)
        add(HERE, view_func=self.keep, methods=["POST"])
        add(f"{HERE}/<template>", view_func=self.remove, methods=["DELETE"])

    def at_the_door(self) -> Response:
        every = self._templates.every() if is_from_this_machine(request.environ) else built_in()
        return answer({"ok": True, "templates": every})

    def every(self, workshop_id: str) -> Response:
        self._doorman.sorter(request, workshop_id)
        return answer({"ok": True, "templates": self._templates.every()})

    def keep(self, workshop_id: str) -> Response:
        self._doorman.sorter(request, workshop_id)
        told = body(LEVELS)
        # What is in it is checked apart, with refusals of its own.
        template = told.get("template") if isinstance(told, dict) else None
        asked = wire.checked(bodies.Keep, {**told, "template": {}} if isinstance(told, dict) else told)
        return answer({"ok": True, "template": self._templates.keep(asked["id"], template)}, 201)

    def remove(self, workshop_id: str, template: str) -> Response:
        self._doorman.one_of(request, workshop_id, OWNER)
        self._templates.remove(template)
        return answer({"ok": True})
