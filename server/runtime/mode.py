"""Which of the two ways this process runs in: eventlet's green threads, or plain ones."""

from __future__ import annotations

import os
import warnings
from typing import Literal

Mode = Literal["eventlet", "threading"]

_mode: Mode = "threading"


def patch(mode: Mode) -> None:
    """Must run before anything else is imported that opens sockets or locks."""
    global _mode
    _mode = mode
    if mode == "eventlet":
        warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
        os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
        import eventlet

        eventlet.monkey_patch()


def is_green() -> bool:
    return _mode == "eventlet"
