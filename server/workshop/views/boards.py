"""A board, what is shown large of it, and its counts, as an audience sees them."""

from __future__ import annotations

from server.workshop.board import SHOWN_PHASES, Board, Column, Plan
from server.workshop.places import the_group_now
from server.workshop.senders import senders
from server.workshop.state import Workshop
from server.workshop.tally import tally
from server.workshop.views.audiences import DESK, PARTICIPANT, PHONE, ROOM, Record
from server.workshop.views.groups import group as seen_group
from server.workshop.views.sight import sees_board


def board(workshop: Workshop, name: str, audience: str) -> Record | None:
    found = workshop.boards.get(name)
    if found is None or not sees_board(workshop, found, audience):
        return None
    timer = {"ends_at": found.timer.ends_at, "seconds": found.timer.seconds} if found.timer else None
    told = {
        "id": found.id,
        "template": found.template,
        "title": found.title,
        "question": found.question,
        "columns": [_column(column) for column in found.columns],
        "phase": found.phase,
        "cards_each": found.cards_each,
        "neighbour_cards": found.neighbour_cards,
        "proposals": found.proposals,
        "write_seconds": found.write_seconds,
        "checking": found.checking,
        "while_shown": found.while_shown,
        "timer": timer,
        "stopped_at": found.stopped_at,
        "finished_at": found.finished_at,
        "child": _told(found.child),
        "rules": _several(found.rules),
    }
    return {**told, **_plan(found)} if audience in DESK else told


def _plan(found: Board) -> Record:
    """What whoever leads has prepared; minutes and the like are in the agenda."""
    return {
        "asks": _several(found.asks),
        "vote": _told(found.vote),
        "checklist": _several(found.checklist),
        "script": _several(found.script),
    }


def _told(plan: Plan | None) -> Record | None:
    return None if plan is None else dict(plan)


def _several(plans: tuple[Plan, ...]) -> list[Record]:
    return [dict(plan) for plan in plans]


def _column(column: Column) -> Record:
    return {
        "id": column.id,
        "icon": column.icon,
        "colour": column.colour,
        "name": dict(column.name),
        "hint": dict(column.hint),
        "starter": dict(column.starter),
    }


def spotlight(workshop: Workshop, name: str, audience: str) -> Record | None:
    """What is shown large. Apart from the board, because it changes with every card that is read."""
    found = workshop.boards.get(name)
    if found is None or audience == PARTICIPANT or not sees_board(workshop, found, audience):
        return None
    reading, card = _if_visible(workshop, found.reading), _if_visible(workshop, found.focus_card)
    group = _if_seen(workshop, found.focus_group, audience)
    focus = (
        {"card": card}
        if card
        else {"group": group}
        if group
        else {"column": found.focus_column}
        if found.focus_column
        else None
    )
    return {"reading": reading, "focus": focus, "view": found.view, "page": found.page}


def _if_visible(workshop: Workshop, card: str | None) -> str | None:
    found = workshop.cards.get(card) if card else None
    return found.id if found and workshop.visible(found) else None


def _if_seen(workshop: Workshop, group: str | None, audience: str) -> str | None:
    found = the_group_now(workshop, group)
    return found.id if found and seen_group(workshop, found.id, audience) else None


def counts(workshop: Workshop, name: str, audience: str) -> Record | None:
    found = workshop.boards.get(name)
    if found is None or not sees_board(workshop, found, audience):
        return None
    if audience in PHONE and found.phase not in SHOWN_PHASES:
        return None
    count = tally(workshop, name)
    told: Record = {
        "cards": count.cards,
        "senders": senders(workshop, name),
        "shared": count.shared,
        "wrote_seconds": found.wrote_seconds,
    }
    if audience in ROOM:
        told["tried"] = len(found.tried)
    if audience in DESK:
        told |= {"inbox": count.inbox, "placed": count.placed, "parked": count.parked, "late": count.late}
        told["unchecked"] = count.unchecked if found.checking else 0
    return told
