"""Real servers for the socket tests, each a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .raw import request

ROOT = Path(__file__).parents[2]
FAST: dict[str, Any] = {"fast": True}
STOCK: dict[str, Any] = {"fast": False}
THREADING: dict[str, Any] = {"async_mode": "threading"}
MODES = {"fast": FAST, "stock": STOCK, "threading": THREADING}
PATIENCE = 60.0


class Server:
    kind = ""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.log = tempfile.TemporaryFile("w+")  # noqa: SIM115
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.transport.app", json.dumps(settings)],
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.errors()
        self.port = int(line)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def state(self) -> dict[str, Any]:
        state: dict[str, Any] = json.loads(request(self.port, "GET", "/state")[1])
        return state

    def left(self) -> dict[str, int]:
        """What is there of everything that has to go when everybody has gone."""
        left: dict[str, int] = json.loads(request(self.port, "GET", "/left")[1])
        return left

    def say(self, size: int, times: int) -> None:
        assert request(self.port, "POST", f"/say/{size}/{times}")[0] == 200

    def errors(self) -> str:
        self.log.seek(0)
        return self.log.read()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.log.close()


def eventually(condition: Callable[[], Any], patience: float = PATIENCE) -> Any:
    """Wait until the condition holds; its last value is the answer."""
    deadline = time.monotonic() + patience
    while not (value := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return value
