"""What a reverse proxy may tell us (nothing, unless it is trusted), and the path under which it shows us."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug.middleware.proxy_fix import ProxyFix

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Set for every request that came through some proxy, trusted or not: such a request is not from this machine.
FORWARDED = "batkham.forwarded"
TELLTALES = {"HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP", "HTTP_CF_CONNECTING_IP", "HTTP_TRUE_CLIENT_IP"}


def behind(app: WSGIApplication, *, trusted_proxies: int, path_prefix: str) -> WSGIApplication:
    """Believes the last `trusted_proxies` hops, forgets what others said, and takes the path prefix off."""
    inner = _without_prefix(_without_claims(app), path_prefix)
    hops = trusted_proxies
    believing = ProxyFix(inner, x_for=hops, x_proto=hops, x_host=hops, x_port=0, x_prefix=0) if hops else inner

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ[FORWARDED] = bool(_claims(environ))
        return believing(environ, start_response)

    return answer


def _without_claims(app: WSGIApplication) -> WSGIApplication:
    # The Socket.IO server reads X-Forwarded-Host by itself when it compares origins.
    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        for name in _claims(environ):
            del environ[name]
        return app(environ, start_response)

    return answer


def _claims(environ: WSGIEnvironment) -> list[str]:
    return [name for name in environ if name in TELLTALES or name.startswith("HTTP_X_FORWARDED")]


def _without_prefix(app: WSGIApplication, prefix: str) -> WSGIApplication:
    """Serves both kinds of proxy: one that passes the prefix on and one that takes it off."""
    if not prefix:
        return app

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        if path == prefix or path.startswith(prefix + "/"):
            environ["PATH_INFO"] = path[len(prefix) :] or "/"
        environ["SCRIPT_NAME"] = prefix
        return app(environ, start_response)

    return answer
