"""The HTTP server with plain threads: werkzeug's, one for each connection."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from werkzeug.serving import WSGIRequestHandler, make_server

from server.runtime.bugs import OnlyBugs
from server.runtime.limits import SECONDS_OF_SILENCE

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


def start(app: WSGIApplication, listener: socket.socket) -> Callable[[float], bool]:
    """Serves until the answer is called, which waits for requests until its deadline: were all done?"""
    host, port = listener.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, request_handler=_Quiet, fd=listener.fileno())
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(deadline: float) -> bool:
        server.shutdown()
        server.server_close()
        listener.close()
        while _Quiet.answering and time.monotonic() < deadline:
            time.sleep(0.02)
        return not _Quiet.answering

    return stop


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = SECONDS_OF_SILENCE
    answering: ClassVar[set[WSGIRequestHandler]] = set()

    def run_wsgi(self) -> None:
        self.answering.add(self)
        try:
            super().run_wsgi()
        finally:
            self.answering.discard(self)

    def log(self, type: str, message: str, *args: Any) -> None:
        if type == "error":
            OnlyBugs().write(message % args)

    def version_string(self) -> str:
        return "batkham"
