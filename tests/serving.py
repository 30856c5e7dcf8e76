"""The whole server on a free port of this machine, in threads of the test's own process."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from werkzeug.serving import WSGIRequestHandler, make_server

from server import create_app
from server.assembly import House
from server.config import Config

PATIENCE_SECONDS = 120


class Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[House]:
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    house = create_app(settings(folder, port))
    server = make_server("127.0.0.1", port, house.app, threaded=True, request_handler=Quiet, fd=listener.fileno())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield house
    house.close()
    server.shutdown()
    server.server_close()
    listener.close()
    thread.join()


def settings(folder: Path, port: int = 8321) -> Config:
    return Config(
        host="127.0.0.1",
        port=port,
        data_dir=folder,
        database_url=f"sqlite:///{folder}/batkham.sqlite3",
        secret_key="s" * 40,
        create_password="p" * 12,
        run_with="threading",
    )


def until(so: Callable[[], object]) -> None:
    """Wait for a condition; fails the test when it never comes."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not so():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)
