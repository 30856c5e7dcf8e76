"""The history and the replay of a venue's workshop, as its facilitator would be told them now."""

from __future__ import annotations

import json
from typing import Any

from venue import BOARD, Venue

from server.history.lines import Line, Teller
from server.history.reading import events_at, from_the_beginning, newest_before
from server.history.replay import replay


def history(venue: Venue, limit: int = 10_000) -> list[Line]:
    """Newest first."""
    live = venue.live
    with venue.house.engine.connect() as connection:
        entries = newest_before(connection, venue.id, live.seq + 1, limit)
        undone = {entry.event.step for entry in entries if hasattr(entry.event, "step")}
        steps = events_at(connection, venue.id, undone)
    return Teller(live.workshop, steps).lines(entries)


def replayed(venue: Venue) -> dict[str, Any]:
    told = replay(venue.live, BOARD, from_the_beginning(venue.house.engine, venue.id))
    return dict(json.loads(json.dumps(told)))


def at_the_end(told: dict[str, Any]) -> dict[str, Any]:
    """What lies on the board after every frame."""
    board: dict[str, Any] = {}
    for frame in told["frames"]:
        board |= frame.get("put", {})
        for key in frame.get("drop", ()):
            del board[key]
    return board
