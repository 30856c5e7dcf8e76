"""What changed between two states, as one audience may see it, ready for the wire. Sends nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import orjson

from server.shelf import Live
from server.short import is_short, moved, short
from server.workshop import Workshop
from server.workshop.board import Board
from server.workshop.places import everything_in
from server.workshop.views import DESK, INBOX, Record, Records, own_record, told, told_first

Events = Iterable[tuple[int, str]]
# Logged for the sake of repeats only; nobody needs to hear of them.
UNTOLD = frozenset({"already_so"})


@dataclass(slots=True)
class Delta:
    """Whole records to put, and keys to drop."""

    put: Records = field(default_factory=dict)
    drop: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.put or self.drop)

    def note(self, key: str, before: Any, after: Any) -> None:
        if before == after:
            return
        if after is None:
            self.drop.append(key)
        else:
            self.put[key] = after


def delta(
    before: Workshop, after: Workshop, touched: Iterable[str], audience: str, *, words_kept: bool = False
) -> Delta:
    """The touched records that look different to this audience; `words_kept` says that no card's words can."""
    changed = Delta()
    for key in sorted(touched):
        old, new = told(before, key, audience), told(after, key, audience)
        if is_short(key, audience):
            old, new = (short(key, one) if one else one for one in (old, new))
        changed.note(key, old, new)
        if words_kept and key in changed.put and is_short(key, audience):
            changed.put[key] = moved(key, old, changed.put[key])
    return changed


def own_deltas(
    before: Workshop, after: Workshop, touched: Iterable[str], between: Collection[Workshop] = ()
) -> dict[str, Delta]:
    """What changed for the people that touched records are about, by participant.

    `between` are states that some of them were greeted with: what is again as it was before is news to those.
    """
    changed: dict[str, Delta] = {}
    for key in sorted(touched):
        # Whose it was before, too: locking a workshop forgets every writer, and each must hear of it.
        new, *olds = (own_record(state, key) for state in (after, before, *between))
        about = next(filter(None, (*olds, new)), None)
        if about is None:
            continue
        now = new[2] if new else None
        was = (old[2] if old else None for old in olds)
        changed.setdefault(about[0], Delta()).note(about[1], next((one for one in was if one != now), now), now)
    return {who: one for who, one in changed.items() if one}


def since(live: Live, seq: int, audience: str) -> str | None:
    """What a screen at `seq` has missed, as the JSON of `changes`; None when that is too long ago to know."""
    to, touched = live.seq, live.touched_since(seq)
    if touched is None:
        return None
    return changes(seq, to, whole(live.workshop, touched, audience), ())


def whole(workshop: Workshop, touched: Iterable[str], audience: str) -> Delta:
    """All touched records, whether or not they look different: for screens that may have seen any state meanwhile."""
    told_all = Delta()
    for key in sorted(touched):
        told_all.note(key, _GONE, _briefly(key, told(workshop, key, audience), audience))
    told_all.drop = [key for key in told_all.drop if _may_be_named(workshop, key, audience)]
    return told_all


def changes(since: int, to: int, shared: Delta, events: Events, mine: Delta | None = None) -> str:
    """The JSON of one `changes` frame; what nothing can be said of is left out."""
    body: dict[str, Any] = {"from": since, "to": to, "put": shared.put}
    if shared.drop:
        body["drop"] = shared.drop
    if heard := [one for one in events if one[1] not in UNTOLD]:
        body["events"] = heard
    if mine is not None:
        body["mine"] = {"put": mine.put, "drop": mine.drop}
    return encode(body)


def snapshot_json(workshop: Workshop, audience: str) -> str:
    return encode({key: _briefly(key, one, audience) for key, one in told_first(workshop, audience).items()})


def _briefly(key: str, record: Record | None, audience: str) -> Record | None:
    return short(key, record) if record is not None and is_short(key, audience) else record


def encode(body: object) -> str:
    return orjson.dumps(body).decode()


_GONE: Any = object()


# Their names tell of one participant each.
OF_ONE_PERSON = frozenset({"me", "ballot", "answer"})


def _may_be_named(workshop: Workshop, key: str, audience: str) -> bool:
    """May a drop name this key? Nothing nobody was shown, nothing only others have, no board nobody was at."""
    kind, _, name = key.partition(":")
    if kind in OF_ONE_PERSON or audience == INBOX:
        return kind not in OF_ONE_PERSON
    if kind == "card":
        return name not in workshop.cards or workshop.cards[name].shown
    if kind == "group":
        cards = everything_in(workshop, name)
        return not cards or any(card.shown for card in cards)
    if kind == "decision":
        return _may_be_named(workshop, f"card:{name}", audience) if name in workshop.cards else True
    if kind in ("hold", "tables"):
        return audience in DESK
    if kind in ("vote", "check_out"):
        return True
    return kind in ("board", "spotlight", "counts", "round") and _has_been_open(workshop.boards.get(name))


def _has_been_open(board: Board | None) -> bool:
    return board is None or board.started_at is not None or board.ended_at is not None
