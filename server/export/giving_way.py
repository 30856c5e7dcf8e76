"""Long work in short pieces, so that everybody else's phones go on meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from server.runtime import monotonic, sleep

SECONDS_AT_A_TIME = 0.01
One = TypeVar("One")


def giving_way(things: Iterable[One]) -> Iterator[One]:
    """The same things, with a pause for others after every few milliseconds of work on them."""
    began = monotonic()
    for one in things:
        yield one
        if monotonic() - began > SECONDS_AT_A_TIME:
            sleep(0)
            began = monotonic()
