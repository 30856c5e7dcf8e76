"""The one place that knows the async library: patching, serving, waiting, stopping. It knows no boards.

The library is eventlet; the same calls work with plain threads (BATKHAM_ASYNC=threading), so that leaving it
one day means changing this folder.
"""

from __future__ import annotations

from time import monotonic

from server.listening import PortTaken, listen, raise_file_limit
from server.runtime.bell import Bell, bell
from server.runtime.hand import Hand, hand
from server.runtime.mode import patch
from server.runtime.serving import HoldsServer, leave, serve
from server.runtime.work import every, run_blocking, sleep, spawn

__all__ = [
    "Bell",
    "Hand",
    "HoldsServer",
    "PortTaken",
    "bell",
    "every",
    "hand",
    "leave",
    "listen",
    "monotonic",
    "patch",
    "raise_file_limit",
    "run_blocking",
    "serve",
    "sleep",
    "spawn",
]
