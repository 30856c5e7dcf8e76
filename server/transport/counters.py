"""Plain counters of the live path, for the application to export."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Counters:
    """What went over the wire since the start; nothing here is reset."""

    encoded: int = 0
    frames_out: int = 0
    bytes_out: int = 0
    messages_in: int = 0
    bytes_in: int = 0
    rate_limited: int = 0
    opened: int = 0
    closed: int = 0
    drops: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
