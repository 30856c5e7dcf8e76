"""Who may see what: the one rule that socket, HTTP and export all go through.

A view is a dictionary of whole records by key (`card:…`, `board:…`). A record that an audience may
not see is not in its view at all. In no view does a card have an author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from server.workshop.card import Card
from server.workshop.finding import in_order
from server.workshop.state import Workshop
from server.workshop.views.agenda import agenda
from server.workshop.views.audiences import (
    AUDIENCES,
    DESK,
    FACILITATOR,
    INBOX,
    PARTICIPANT,
    PHONE,
    READER,
    RESULT,
    ROOM,
    WALL,
    Record,
    Records,
)
from server.workshop.views.boards import board, counts, spotlight
from server.workshop.views.cards import card, own, own_card, own_place
from server.workshop.views.groups import group
from server.workshop.views.keys import key, steps
from server.workshop.views.nearby import is_told
from server.workshop.views.plan import check_out, decision, own_answer, own_ballot, round_, vote
from server.workshop.views.sorters import hold, tables
from server.workshop.views.whole import door, people, the_workshop

__all__ = [
    "AUDIENCES",
    "DESK",
    "FACILITATOR",
    "INBOX",
    "PARTICIPANT",
    "PHONE",
    "READER",
    "RESULT",
    "ROOM",
    "WALL",
    "Record",
    "Records",
    "own",
    "own_card",
    "own_record",
    "record",
    "records",
    "snapshot",
    "told",
    "told_first",
    "visible_in_order",
]

# How each kind of record looks to an audience: None where it is not in that audience's view.
KINDS: dict[str, Callable[[Workshop, str, str], Record | None]] = {
    "workshop": the_workshop,
    "agenda": agenda,
    "people": people,
    "door": door,
    "board": board,
    "spotlight": spotlight,
    "counts": counts,
    "round": round_,
    "vote": vote,
    "check_out": check_out,
    "group": group,
    "card": card,
    "decision": decision,
    "key": key,
    "steps": steps,
    "hold": hold,
    "tables": tables,
}


def snapshot(workshop: Workshop, audience: str) -> Records:
    """Everything an audience may see now."""
    return dict(records(workshop, audience))


def records(workshop: Workshop, audience: str) -> Iterator[tuple[str, Record]]:
    """The same one after the other, for whoever gives way to others in between."""
    seen = ((key, record(workshop, key, audience)) for key in _keys(workshop))
    return ((key, one) for key, one in seen if one is not None)


def told_first(workshop: Workshop, audience: str) -> Records:
    """What a screen begins with."""
    seen = ((key, told(workshop, key, audience)) for key in _keys(workshop))
    return {key: one for key, one in seen if one is not None}


def told(workshop: Workshop, key: str, audience: str) -> Record | None:
    """One record as a screen is told it: only what it may see, and of that only what it draws now."""
    return record(workshop, key, audience) if is_told(workshop, key, audience) else None


def record(workshop: Workshop, key: str, audience: str) -> Record | None:
    """One record as an audience may see it, or None."""
    kind, _, name = key.partition(":")
    return KINDS[kind](workshop, name, audience) if kind in KINDS else None


def own_record(workshop: Workshop, key: str) -> tuple[str, str, Record | None] | None:
    """Whose own record a touched key is about, under which key they have it, and how it looks now."""
    kind, _, name = key.partition(":")
    if kind == "card":
        card = workshop.cards.get(name)
        return (card.author, f"mine:{name}", own_card(workshop, card)) if card and card.author else None
    if kind == "me":
        return name, "me", own_place(workshop, name)
    if kind == "ballot":
        vote, _, participant = name.partition(":")
        return participant, f"ballot:{vote}", own_ballot(workshop, vote, participant)
    if kind == "answer":
        return name, "answer", own_answer(workshop, name)
    return None


def _keys(workshop: Workshop) -> Iterator[str]:
    yield from ("workshop", "agenda", "people", "door")
    for name in workshop.order:
        yield from (f"{kind}:{name}" for kind in ("board", "spotlight", "counts", "tables", "round"))
    yield "check_out"
    yield from (f"vote:{name}" for name in workshop.votes)
    # By id, which the phones draw at random: in the order of the log they would tell who came first.
    yield from (f"group:{name}" for name in sorted(workshop.groups))
    yield from (f"card:{name}" for name in sorted(workshop.cards))
    yield from (f"decision:{name}" for name in sorted(workshop.decisions))
    yield from (f"key:{name}" for name in workshop.keys)
    yield from (f"steps:{name}" for name in workshop.keys)
    yield from (f"hold:{name}" for name in workshop.holds)


def visible_in_order(workshop: Workshop, board: str, column: str | None) -> list[Card]:
    """A column's cards that the room may see, in the order people see them."""
    return [card for card in in_order(workshop, board, column) if workshop.visible(card)]
