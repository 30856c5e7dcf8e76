"""The servers that are compared, each a process of its own on the first core, and the phones on the second."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CACHE = Path.home() / ".cache" / "batkham-load"
SOCKET_IO = "socket.io@4.8.4"
SERVER_CORE, PHONE_CORE = 0, 1
PATIENCE = 30.0
LONGEST_ANSWER = 120.0

Report = dict[str, Any]


class CannotMeasure(Exception):
    """Something the benchmark needs is not there. Its text is the one line people see."""


def compiled(name: str) -> Path:
    """One of our small C programs, made again whenever its text has changed."""
    program = CACHE / name
    texts = [HERE / f"{name}.c", *HERE.glob("*.h")]
    if not program.exists() or program.stat().st_mtime < max(text.stat().st_mtime for text in texts):
        if not shutil.which("gcc"):
            raise CannotMeasure("gcc is needed to compile the load generator")
        CACHE.mkdir(parents=True, exist_ok=True)
        fresh = program.with_suffix(f".{os.getpid()}")
        subprocess.run(["gcc", "-O2", "-Wall", "-o", fresh, texts[0]], check=True)
        fresh.replace(program)
    return program


def socket_io() -> Path | None:
    """The Node library of the relay, installed when first needed; None where there is no Node."""
    library = CACHE / "node_modules" / "socket.io"
    if not shutil.which("node"):
        return None
    if not library.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(CACHE), SOCKET_IO]
        if not shutil.which("npm") or subprocess.run(command, check=False).returncode:
            return None
    return library


class Process:
    """A program on one core, ended by its own id."""

    def __init__(self, command: Sequence[object], core: int, log: Path, **how: Any) -> None:
        with log.open("ab") as errors:
            self.process = subprocess.Popen(
                [str(part) for part in command], stderr=errors, cwd=ROOT, preexec_fn=lambda: stay_on(core), **how
            )

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Server(Process):
    """A server that listens on a free port of the loopback."""

    def __init__(
        self, command: Sequence[object], log: Path, env: Mapping[str, str] | None = None, port: int = 0
    ) -> None:
        self.port = port or free_port()
        words = [self.port if word == "PORT" else word for word in command]
        self.env = {**os.environ, "PORT": str(self.port), **(env or {})}
        super().__init__(words, SERVER_CORE, log, stdout=subprocess.DEVNULL, env=self.env)
        self._wait()

    @property
    def pid(self) -> int:
        return self.process.pid

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        self.stop()
        raise CannotMeasure(f"a server does not start: {self.process.args!r}")


def floor(log: Path, frame_bytes: int, *fault: object) -> Server:
    return Server([compiled("floor"), "PORT", frame_bytes, *fault], log)


def relay(log: Path, frame_bytes: int) -> Server:
    return Server([_node(), HERE / "relay.cjs", "PORT", socket_io(), frame_bytes], log)


def _node() -> str:
    """Node itself: what is called so may be a script that starts it, and then the wrong process would be measured."""
    asked = subprocess.run(["node", "-p", "process.execPath"], capture_output=True, text=True, check=True)
    return asked.stdout.strip()


def ours(log: Path, data: Path, *, transport: str = "fast", paced: bool = True, port: int = 0) -> Server:
    env = {"BATKHAM_HOST": "127.0.0.1", "BATKHAM_DATA_DIR": str(data), "BATKHAM_TRANSPORT": transport}
    if not paced:
        env |= {"BATKHAM_ROOM_MS": "0", "BATKHAM_PHONE_MS": "0"}
    return Server([sys.executable, "-m", "tests.load.serve"], log, env, port)


class Phones(Process):
    """The load generator: told what to do a line at a time (see phones.c)."""

    def __init__(self, server: Server, acks: Path, log: Path, *, busy: bool = False) -> None:
        command = [compiled("phones"), server.port, acks, server.pid, *(["busy"] if busy else [])]
        super().__init__(command, PHONE_CORE, log, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.acks = acks

    def ask(self, line: str) -> Report:
        self.tell(line)
        return self.hear()

    def tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def hear(self) -> Report:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise CannotMeasure("the load generator has stopped; see the log")
        report: Report = json.loads(line)
        return report

    def stop(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        super().stop()
        self.process.stdout.close()


def stay_on(core: int) -> None:
    if core in os.sched_getaffinity(0):
        os.sched_setaffinity(0, {core})


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port
