"""Who has a card in their hands while several people sort at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hold:
    """The card a key has in the queue, since `at`; the key is in the queue as long as it has one."""

    card: str
    at: str
