"""A card as an audience sees it; in no view does it have an author."""

from __future__ import annotations

from server.workshop.card import Card
from server.workshop.places import column_of, group_of, parent_of, top_of
from server.workshop.state import Workshop
from server.workshop.views.audiences import FACILITATOR, INBOX, PARTICIPANT, RESULT, ROOM, Record, Records
from server.workshop.views.plan import own_votes
from server.workshop.views.sight import sees_board


def card(workshop: Workshop, name: str, audience: str) -> Record | None:
    found = workshop.cards.get(name)
    if found is None or audience == PARTICIPANT:
        return None
    if audience == INBOX:
        return {**_words(workshop, found), **_sorting(found), "asked": _asked(workshop, name)}
    if not workshop.visible(found) or not sees_board(workshop, workshop.boards[found.board], audience):
        return None
    words = _words(workshop, found)
    if audience in ROOM:
        words["asked"] = _asked(workshop, name)
    if audience == RESULT:
        # Where its writer would have put it is over.
        words["proposed"] = None
    return {**words, "original": found.original, "table": found.table} if audience == FACILITATOR else words


def own(workshop: Workshop, participant: str) -> Records:
    """A participant's own cards and place; once the workshop is locked nobody has any."""
    cards = {f"mine:{card.id}": own_card(workshop, card) for card in workshop.cards.by(participant)}
    me = own_place(workshop, participant)
    cards |= own_votes(workshop, participant)
    return cards if me is None else {**cards, "me": me}


def own_place(workshop: Workshop, participant: str) -> Record | None:
    """Where a participant sits and which cards they asked about, for their own phone alone."""
    table = workshop.seating.seats.get(participant)
    asked = sorted(card for card, people in workshop.asked.items() if participant in people)
    return {"table": table, "asked": asked} if table is not None or asked else None


def _asked(workshop: Workshop, card: str) -> int:
    return len(workshop.asked.get(card, ()))


def own_card(workshop: Workshop, card: Card) -> Record:
    """A card as its writer sees it: their own wording, and where it went if the room may know."""
    shown = workshop.visible(card)
    told = {
        "id": card.id,
        "board": card.board,
        "text": card.text if card.original is None else card.original,
        "proposed": card.proposed,
        "neighbour": card.neighbour,
        "late": card.late,
        "column": column_of(workshop, card) if shown else None,
        "shown": shown,
    }
    if card.parent is not None:
        told["parent"] = parent_of(workshop, card) or card.parent
    return {**told, **_became(workshop, card)} if shown else told


def _became(workshop: Workshop, card: Card) -> Record:
    """The group it ended in and what was decided there; only what there is."""
    group = group_of(workshop, card)
    decision = workshop.decisions.get(group.id if group else card.id)
    told = {
        "group": group.name if group else "",
        "conclusion": decision.conclusion if decision else "",
    }
    return {name: value for name, value in told.items() if value}


def _words(workshop: Workshop, card: Card) -> Record:
    """Where it lies as people see it; `under` is the card that stands for it, `group` the one it is in now."""
    top, group = top_of(workshop, card), group_of(workshop, card)
    return {
        "id": card.id,
        "board": card.board,
        "text": card.text,
        "column": column_of(workshop, card),
        "group": group.id if group else None,
        "under": None if top.id == card.id else top.id,
        "parent": parent_of(workshop, card),
        "rank": card.rank,
        "starred": card.starred,
        "proposed": card.proposed,
    }


def _sorting(card: Card) -> Record:
    return {
        "original": card.original,
        "shown": card.shown,
        "parked": card.parked,
        "late": card.late,
        "neighbour": card.neighbour,
        "room": card.room,
        "passed": card.passed,
        "table": card.table,
    }
