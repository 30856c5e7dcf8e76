"""`run.py` in a process of its own, to be killed, frozen, starved and started again."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


def until(look: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """Look again and again until it is so; its value then."""
    deadline = time.monotonic() + patience
    while not (seen := look()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.02)
    return seen


def free_port() -> int:
    """Below the ports that the kernel gives to callers: one of many phones would else call itself."""
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)):
                return port
    raise AssertionError("no free port")


class Process:
    """The server; `program` stands before or instead of `run.py`, `settings` go into its environment."""

    def __init__(self, folder: Path, *, under: list[str] | None = None, with_: list[str] | None = None) -> None:
        self.folder, self.port = folder, free_port()
        self.data = folder / "data"
        self._under, self._program = under or [], with_ or ["run.py"]
        self._log = folder / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> tuple[str, int]:
        return "127.0.0.1", self.port

    @property
    def database(self) -> Path:
        return self.data / "batkham.sqlite3"

    @property
    def said(self) -> str:
        return self._log.read_text("utf-8", "replace") if self._log.exists() else ""

    @property
    def bugs(self) -> list[str]:
        """Lines of the log that tell of a bug."""
        return [line for line in self.said.splitlines() if '"level": "error"' in line or "Traceback" in line]

    def launch(self, **settings: str) -> None:
        """Start, and do not wait."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BATKHAM_")}
        own = {"BATKHAM_HOST": "127.0.0.1", "PORT": str(self.port), "BATKHAM_DATA_DIR": str(self.data)}
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self._under, sys.executable, *self._program],
                cwd=ROOT,
                env=kept | own | {"PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"} | settings,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def start(self, **settings: str) -> float:
        """Start; the seconds until it serves."""
        began, before = time.monotonic(), len(self.said)
        self.launch(**settings)
        until(lambda: "Ctrl-C" in self.said[before:] or not self.is_running, "the server")
        assert self.is_running, self.said[before:]
        return time.monotonic() - began

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def itself(self) -> psutil.Process:
        """The server's own process, also when it runs under another program."""
        assert self._process is not None
        top = psutil.Process(self._process.pid)
        return top.children()[0] if self._under else top

    @property
    def megabytes(self) -> float:
        return float(self.itself.memory_info().rss) / (1 << 20)

    def freeze(self) -> None:
        self.itself.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.itself.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """As a power cut would end it."""
        self.itself.kill()
        self.wait()

    def wait(self) -> int:
        assert self._process is not None
        return self._process.wait(PATIENCE)

    def stop(self) -> None:
        if not self.is_running:
            return
        try:
            self.thaw()
            self.itself.terminate()
            self.wait()
        except (subprocess.TimeoutExpired, IndexError, psutil.NoSuchProcess):
            assert self._process is not None
            self._process.kill()
            self._process.wait()
