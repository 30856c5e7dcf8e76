"""HTTP: what goes home. Documents hold only what is shown; the backup is for facilitators alone."""

from __future__ import annotations

from flask import Blueprint, Response, request
from sqlalchemy import Engine

from server.answers import guard
from server.doorman import Doorman
from server.export.backup import backup
from server.export.board_view import BoardView, board_view
from server.export.csv_file import csv_file
from server.export.file_name import BACKUP, BOARD, disposition
from server.export.text_for_line import text_for_line
from server.thai import in_bangkok
from server.workshop.clock import utc_now
from server.workshop.verb import RESULT, SORTERS
from server.workshop.views import FACILITATOR as FACILITATOR_VIEW
from server.workshop.views import RESULT as RESULT_VIEW

HERE = "/workshops/<workshop_id>"


class Exports:
    """One route a format."""

    def __init__(self, engine: Engine, doorman: Doorman) -> None:
        self._engine = engine
        self._doorman = doorman
        self.routes = Blueprint("exports", __name__, url_prefix="/api")
        self.routes.add_url_rule(f"{HERE}/export.csv", view_func=self.csv)
        self.routes.add_url_rule(f"{HERE}/export.txt", view_func=self.txt)
        self.routes.add_url_rule(f"{HERE}/export.json", view_func=self.json)
        guard(self.routes)

    def csv(self, workshop_id: str) -> Response:
        view = self._view(workshop_id)
        name = disposition(BOARD, view.title, view.language, view.day, "csv")
        return _download(csv_file(view), "text/csv", name)

    def txt(self, workshop_id: str) -> Response:
        view = self._view(workshop_id)
        name = disposition(BOARD, view.title, view.language, view.day, "txt")
        return _download(text_for_line(view).encode(), "text/plain", name)

    def json(self, workshop_id: str) -> Response:
        _, live = self._doorman.sorter(request, workshop_id)
        workshop, now = live.workshop, utc_now()
        day = in_bangkok(now)
        name = disposition(BACKUP, workshop.title, _language(workshop.language), day, "json")
        return _download(backup(self._engine, live, now), "application/json", name)

    def _view(self, workshop_id: str) -> BoardView:
        person, live = self._doorman.one_of(request, workshop_id, SORTERS | {RESULT})
        audience = RESULT_VIEW if person.role == RESULT else FACILITATOR_VIEW
        language = _language(live.workshop.language)
        return board_view(live.workshop, audience, language, utc_now(), request.args.get("board"))


def _language(default: str) -> str:
    asked = request.args.get("language", default)
    return asked if asked in ("th", "en") else default


def _download(content: bytes, kind: str, name: str) -> Response:
    headers: dict[str, str] = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return Response(content, content_type=f"{kind}; charset=utf-8", headers=headers)
