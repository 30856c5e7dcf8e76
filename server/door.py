"""Which requests come in at all: for one of our own names, from our own pages, and of bearable size."""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from server.addresses import allowed_hosts
from server.config import Config
from server.headers import PLAIN_HOST, secured
from server.proxy import FORWARDED, behind

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LARGEST_BODY = 16 * 1024
# A backup to be imported comes in the request that makes its workshop.
LARGEST_BODY_OF = {"/api/workshops": 8 * 1024 * 1024}
# By the last part of the path: a file with cards, the cards chosen from it, an office's own template.
LARGEST_BODY_AT = {
    "import": 2 * 1024 * 1024,
    "letterhead": 5_000_000,
    "office-letterhead": 5_000_000,
    "cards": 1024 * 1024,
    "templates": 128 * 1024,
}
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class NotIn(Exception):
    """A request that does not come in; `code` is one the client has words for."""

    def __init__(self, status: str, code: str, **more: object) -> None:
        super().__init__(code)
        self.status = status
        self.answer = {"ok": False, "code": code, "retry": False, **more}


def front(app: WSGIApplication, config: Config) -> WSGIApplication:
    """All that stands between the network and the application, from the outside in: headers, proxy, door."""
    door = guarded(app, lambda: allowed_hosts(config), config.public_url)
    return secured(behind(door, trusted_proxies=config.trusted_proxies, path_prefix=config.path_prefix))


def guarded(app: WSGIApplication, hosts: Callable[[], frozenset[str]], public_url: str = "") -> WSGIApplication:
    public_origin = _origin(public_url)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            _check_host(environ, hosts())
            _check_origin(environ, public_origin)
            _check_body(environ)
        except NotIn as refused:
            return _refuse(refused, start_response)
        return app(environ, start_response)

    return answer


def _origin(url: str) -> str | None:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower() if url else None


def is_from_this_machine(environ: WSGIEnvironment) -> bool:
    """Asked by a browser on this very machine: loopback on both sides and nobody in between."""
    return (
        not environ.get(FORWARDED, True)
        and _is_loopback(str(environ.get("REMOTE_ADDR", "")))
        and _is_loopback(hostname(str(environ.get("HTTP_HOST", ""))))
    )


def _is_loopback(name: str) -> bool:
    try:
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def hostname(host: str) -> str:
    """The name in a Host header, lower case, without port; empty when it is none."""
    if not PLAIN_HOST.fullmatch(host):
        return ""
    return re.sub(r":[0-9]+$", "", host).strip("[]").rstrip(".").lower()


def _check_host(environ: WSGIEnvironment, hosts: frozenset[str]) -> None:
    if hostname(str(environ.get("HTTP_HOST", ""))) not in hosts:
        raise NotIn("400 Bad Request", "unknown_host")


def _check_origin(environ: WSGIEnvironment, public_origin: str | None) -> None:
    origin = environ.get("HTTP_ORIGIN")
    # Without an Origin it is not a browser's page that asks; the token decides.
    if origin is None or (environ["REQUEST_METHOD"] in SAFE_METHODS and not _is_socket(environ)):
        return
    own = f"{environ['wsgi.url_scheme']}://{environ['HTTP_HOST']}"
    if str(origin).lower() not in (own.lower(), public_origin):
        raise NotIn("403 Forbidden", "foreign_origin")


def _is_socket(environ: WSGIEnvironment) -> bool:
    return str(environ.get("PATH_INFO", "")).startswith("/socket.io")


def _check_body(environ: WSGIEnvironment) -> None:
    # A chunked body has no announced size, and Flask would see it as empty.
    if environ.get("HTTP_TRANSFER_ENCODING"):
        raise NotIn("411 Length Required", "malformed", field="Content-Length")
    length = str(environ.get("CONTENT_LENGTH") or "0")
    if not (length.isascii() and length.isdecimal() and len(length) < 16):
        raise NotIn("400 Bad Request", "malformed", field="Content-Length")
    limit = _limit(str(environ.get("PATH_INFO", "")))
    if int(length) > limit:
        raise NotIn("413 Content Too Large", "too_large", limit=limit)


def _limit(path: str) -> int:
    return LARGEST_BODY_OF.get(path) or LARGEST_BODY_AT.get(path.rpartition("/")[2], LARGEST_BODY)


def _refuse(refused: NotIn, start_response: StartResponse) -> Iterable[bytes]:
    body = json.dumps(refused.answer).encode()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    start_response(refused.status, [*headers, ("Cache-Control", "no-store")])
    return [body]
