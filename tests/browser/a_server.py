"""`run.py` in a process of its own, which a test may kill, freeze and start again."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

HERE = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0

Json = dict[str, Any]
T = TypeVar("T")


def until(look: Callable[[], T], what: str = "") -> T:
    """Asks again and again until the answer is true, and returns it."""
    give_up = time.monotonic() + PATIENCE
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > give_up:
            raise AssertionError(f"waited in vain for {what or look}")
        time.sleep(0.02)


def until_none(look: Callable[[], list[str]], what: str) -> None:
    """Asks again and again until nothing is wrong any more; says what was to the last."""
    wrong: list[str] = []

    def is_right() -> bool:
        wrong[:] = look()
        return not wrong

    try:
        until(is_right)
    except AssertionError as error:
        raise AssertionError(f"{what}: {wrong}") from error


class Server:
    """`run.py` on a port that stays the same when it is started again."""

    def __init__(self, data: Path, **settings: str) -> None:
        self._data = data
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._log = data.with_suffix(".log")
        self.port = free_port()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BATKHAM_")}
        own = {"BATKHAM_HOST": "127.0.0.1", "PORT": str(self.port), "BATKHAM_DATA_DIR": str(self._data)}
        seen = self._log.stat().st_size if self._log.exists() else 0
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "run.py"],
                cwd=HERE,
                env=kept | own | {"PYTHONIOENCODING": "utf-8"} | self._settings,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        until(lambda: b"Ctrl-C" in self._said(seen), "the server to start")
        until(self._is_ready, "the server to be ready")

    def kill(self) -> None:
        """As a power cut would."""
        self._signal(signal.SIGKILL)
        assert self._process
        self._process.wait(PATIENCE)
        self._process = None

    def freeze(self) -> None:
        """It keeps its connections and answers nobody."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def stop(self) -> None:
        if self._process is None:
            return
        self.thaw()
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def call(self, method: str, path: str, body: Json | None = None, token: str | None = None) -> Json:
        """The JSON of the answer, refusals as well."""
        request = urllib.request.Request(self.url + path, json.dumps(body).encode() if body is not None else None)
        request.method = method
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return dict(json.load(answer))
        except urllib.error.HTTPError as refused:
            with refused:
                return dict(json.load(refused))

    def _signal(self, number: int) -> None:
        assert self._process, "the server is not running"
        self._process.send_signal(number)

    def _said(self, since: int) -> bytes:
        assert self._process
        said = self._log.read_bytes()[since:]
        assert self._process.poll() is None, f"the server did not start:\n{said.decode(errors='replace')}"
        return said

    def _is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/readyz", timeout=PATIENCE) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


def free_port() -> int:
    """Below the ports that the kernel gives away: nobody takes it while its server is killed and started again."""
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)):
                return port
    raise AssertionError("no free port")
