"""HTTP answers: JSON bodies read strictly, refusals with their status, bugs behind one door."""

from __future__ import annotations

import logging
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException

from server import wire
from server.frames import encode
from server.workshop import Refused

logger = logging.getLogger("batkham.api")

STATUS = {
    "bad_token": 401,
    "revoked": 401,
    "wrong_key": 401,
    "wrong_code": 404,
    "not_found": 404,
    "ticket_used": 404,
    "busy": 503,
    "too_long_to_make": 503,
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


def guard(routes: Blueprint) -> None:
    """Let everything these routes raise be answered in JSON."""
    routes.register_error_handler(Refused, refusal)
    # For the whole application: a path or method that leads nowhere belongs to no blueprint.
    routes.app_errorhandler(HTTPException)(not_http)
    routes.register_error_handler(Exception, bug)


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
