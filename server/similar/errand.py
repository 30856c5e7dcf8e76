"""Sends cards to the process that compares them, and keeps its last answers."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import OrderedDict
from pathlib import Path
from typing import Any

from server.runtime import run_blocking

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = 16

Answer = dict[str, Any]


class Alike:
    """The comparing process; started when somebody first asks, and again if it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        # One question at a time; taken on this side of the thread only.
        self._turn = threading.Lock()
        self._kept: OrderedDict[bytes, Answer] = OrderedDict()

    def ask(self, body: dict[str, Any]) -> Answer:
        """Waits without holding anybody up; raises ChildProcessError when the process cannot answer."""
        line = json.dumps(body).encode() + b"\n"
        with self._turn:
            if line in self._kept:
                self._kept.move_to_end(line)
                return self._kept[line]
            answer = self._asked(line)
            if not answer["more"]:
                self._kept[line] = answer
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return answer

    def close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
            process.wait()

    def _asked(self, line: bytes) -> Answer:
        # Twice: it may have died since the last time.
        for _ in range(2):
            told = run_blocking(_exchange, self._running(), line)
            if told:
                answer: Answer = json.loads(told)
                return answer
            self.close()
        raise ChildProcessError("cards cannot be compared here")

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, "-m", "server.similar.worker"]
            self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process


def _exchange(process: subprocess.Popen[bytes], line: bytes) -> bytes:
    """Runs in a native thread: no locks, no logging. Nothing comes back from a process that died."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(line)
        process.stdin.flush()
        return process.stdout.readline()
    except (OSError, ValueError):
        return b""
