"""The real program in a process of its own, which may be killed and started again on the same data and port."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).parent.parent
SECONDS_TO_START = 30


class RealServer:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.seconds_to_ready: list[float] = []
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def database(self) -> Path:
        return self.folder / "batkham.sqlite3"

    @property
    def log(self) -> str:
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def start(self, **settings: str) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BATKHAM_")}
        own = {"BATKHAM_DATA_DIR": str(self.folder), "BATKHAM_HOST": "127.0.0.1", "PORT": str(self.port)}
        with (self.folder / "server.log").open("ab") as out:
            command = [sys.executable, "run.py"]
            env = {**kept, **own, **settings}
            began = time.monotonic()
            self._process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=out)
        self._wait_until_ready(began)

    def kill(self) -> None:
        """As by `kill -9`: no goodbye, no flush."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self.wait_until_dead()

    def wait_until_dead(self) -> None:
        assert self._process is not None
        self._process.wait(SECONDS_TO_START)

    def close(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self.kill()

    def asks(self, method: str, path: str, token: str | None = None, body: object = None) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer: dict[str, Any] = requests.request(
            method, self.url + path, json=body, headers=headers, timeout=10
        ).json()
        return answer

    def _wait_until_ready(self, began: float) -> None:
        while time.monotonic() - began < SECONDS_TO_START:
            assert self._process is not None
            assert self._process.poll() is None, self.log[-2000:]
            try:
                if requests.get(f"{self.url}/readyz", timeout=2).ok:
                    self.seconds_to_ready.append(time.monotonic() - began)
                    return
            except requests.RequestException:
                # Nothing listens yet; the process itself is looked at in between.
                time.sleep(0.02)
        raise AssertionError(f"not ready in time: {self.log[-2000:]}")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
