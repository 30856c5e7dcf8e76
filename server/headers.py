"""The security headers of every answer: pages, static files, refusals and /socket.io alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    ExcInfo = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]

CONTENT_POLICY = (
    "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
    "img-src 'self' data: blob:; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'"
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TELLING = frozenset({"server", "x-powered-by"})
PRIVATE_PATHS = ("/api/", "/socket.io")
PLAIN_HOST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")


def secured(app: WSGIApplication) -> WSGIApplication:
    """The outermost wrapper. It adds what the answer does not say itself, and never touches the body."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], exc_info: ExcInfo | None = None, /) -> object:
            start_with = _with_ours(headers, environ)
            return start_response(status, start_with, exc_info) if exc_info else start_response(status, start_with)

        return app(environ, start)  # type: ignore[arg-type]  # the writer is handed through as it is

    return answer


def _with_ours(headers: list[tuple[str, str]], environ: WSGIEnvironment) -> list[tuple[str, str]]:
    kept = [(name, value) for name, value in headers if name.lower() not in TELLING]
    said = {name.lower() for name, _ in kept}
    return kept + [(name, value) for name, value in _ours(environ).items() if name.lower() not in said]


def _ours(environ: WSGIEnvironment) -> dict[str, str]:
    ours = ALWAYS | {"Content-Security-Policy": _policy(str(environ.get("HTTP_HOST", "")))}
    # Browsers complain on the console when this comes over plain http.
    if environ.get("wsgi.url_scheme") == "https":
        ours["Cross-Origin-Opener-Policy"] = "same-origin"
    if str(environ.get("PATH_INFO", "")).startswith(PRIVATE_PATHS):
        ours["Cache-Control"] = "no-store"
    return ours


def _policy(host: str) -> str:
    # Older Safari does not count ws:// to the own host as 'self'.
    if not PLAIN_HOST.fullmatch(host):
        return CONTENT_POLICY
    return f"{CONTENT_POLICY} ws://{host} wss://{host}"
