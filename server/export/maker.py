"""The other process: makes documents one after another, so that the one that serves phones never waits for them.

It reads a task (a function and its arguments) and writes an answer, each a pickle after its length. It knows no
sockets, no database and not the async library; it ends when the server does.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import struct
import sys
import traceback
from collections.abc import Callable
from typing import Any, TypeAlias

from server.workshop import Refused

MADE, REFUSED, BUG = "made", "refused", "bug"
Answer: TypeAlias = tuple[str, Any]
Task: TypeAlias = tuple[Callable[..., Any], tuple[Any, ...]]

LENGTH = struct.Struct(">Q")
KINDER = 10
ENOUGH_BYTES = 700 * 1024 * 1024


def main() -> None:
    """Answer tasks from stdin until it ends."""
    stand_back()
    tasks, answers = own_pipes()
    while (task := read(tasks)) is not None:
        write(answers, pickle.dumps(perform(task)))
        if _is_bloated():
            return


def stand_back() -> None:
    """Let phones go first, and leave Ctrl-C to the server."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(KINDER)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def own_pipes() -> tuple[int, int]:
    """Copies of stdin and stdout, while the real stdout goes where a library's chatter does no harm."""
    answers = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.fileno(), answers


def perform(pickled: bytes) -> Answer:
    """Do a task; whatever happens becomes an answer."""
    try:
        function, arguments = pickle.loads(pickled)
        return MADE, function(*arguments)
    except Refused as refused:
        return REFUSED, refused.answer()
    except Exception:  # noqa: BLE001  the one door for bugs in this process: the server logs them
        return BUG, traceback.format_exc()


def read(pipe: int) -> bytes | None:
    """One message, or None when the other side is gone."""
    head = _exactly(pipe, LENGTH.size)
    return None if head is None else _exactly(pipe, LENGTH.unpack(head)[0])


def write(pipe: int, message: bytes) -> None:
    """One message; raises OSError when the other side is gone."""
    rest = memoryview(LENGTH.pack(len(message)) + message)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _exactly(pipe: int, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        part = os.read(pipe, min(size - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)


def _is_bloated() -> bool:
    """Some libraries keep what they took; a new process begins small."""
    import psutil

    return bool(psutil.Process().memory_info().rss > ENOUGH_BYTES)


if __name__ == "__main__":
    main()
