"""HTTP, pages: the built client, and how the server is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, request
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from whitenoise import WhiteNoise

from server.database import is_current
from server.door import is_from_this_machine
from server.metrics import Metrics

SCREENS = {
    "/": "home.html",
    "/j/<code>": "phone.html",
    "/w/<workshop_id>": "facilitator.html",
    "/wall/<workshop_id>": "wall.html",
    "/r/<workshop_id>": "result.html",
}


def screens(static: Path) -> Blueprint:
    """The screens' pages, as they were built."""
    routes = Blueprint("pages", __name__)
    for path, file in SCREENS.items():
        # Without a slash at the end: a page finds everything else relative to where it stands.
        routes.add_url_rule(path, endpoint=file.removesuffix(".html"), view_func=_page(static / file))
    return routes


def health(engine: Engine, draining: Callable[[], bool], metrics: Metrics) -> Blueprint:
    """`/healthz`: the process lives. `/readyz`: it can also serve. `/metrics`: for this machine only."""
    routes = Blueprint("health", __name__)

    def ready() -> Response:
        try:
            fine = not draining() and is_current(engine)
        except SQLAlchemyError:
            fine = False
        return Response("ready\n" if fine else "not ready\n", 200 if fine else 503, mimetype="text/plain")

    def measures() -> Response:
        if not is_from_this_machine(request.environ):
            return Response("not found\n", 404, mimetype="text/plain")
        return Response(metrics.text(), mimetype="text/plain")

    routes.add_url_rule("/metrics", view_func=measures)
    routes.add_url_rule("/healthz", view_func=lambda: Response("ok\n", mimetype="text/plain"), endpoint="healthz")
    routes.add_url_rule("/readyz", view_func=ready)
    return routes


def with_assets(app: Any, static: Path) -> WhiteNoise:
    """Serve hashed assets for a year, compressed as they were built."""
    return WhiteNoise(
        app,
        root=str(static / "assets"),
        prefix="assets/",
        max_age=31_536_000,
        immutable_file_test=lambda path, url: True,
    )


def _page(file: Path) -> Callable[..., Response]:
    text = file.read_text(encoding="utf-8") if file.exists() else ""

    def page(**_: str) -> Response:
        if not text:
            return Response("the client is not built: run pip install -e .\n", 503, mimetype="text/plain")
        response = Response(text, mimetype="text/html", headers={"Cache-Control": "no-cache"})
        response.add_etag()
        response.make_conditional(request.environ)
        return response

    return page
