"""Who may see what: the one rule that socket, HTTP and export all go through.

A view is a dictionary of whole records by key (`card:…`, `board:…`). A record that an audience may
not see is not in its view at all. In no view does a card have an author.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from server.workshop.finding import in_order
from server.workshop.senders import senders
from server.workshop.state import FINISHED, SHOWN_PHASES, Board, Card, Column, Step, Steps, Workshop
from server.workshop.tally import tally

Record = dict[str, Any]
Records = dict[str, Record]

PARTICIPANT, READER, WALL = "participant", "reader", "wall"
FACILITATOR, INBOX, RESULT = "facilitator", "inbox", "result"
AUDIENCES = (PARTICIPANT, READER, WALL, FACILITATOR, INBOX, RESULT)

ROOM = frozenset({WALL, FACILITATOR, INBOX})
DESK = frozenset({FACILITATOR, INBOX})
PHONE = frozenset({PARTICIPANT, READER})


def snapshot(workshop: Workshop, audience: str) -> Records:
    """Everything an audience may see now."""
    seen = ((key, record(workshop, key, audience)) for key in _keys(workshop))
    return {key: one for key, one in seen if one is not None}


def record(workshop: Workshop, key: str, audience: str) -> Record | None:
    """One record as an audience may see it, or None."""
    kind, _, name = key.partition(":")
    match kind:
        case "workshop":
            return _workshop(workshop, audience)
        case "people":
            return {"joined": workshop.joined} if audience in ROOM else None
        case "door":
            return _door(workshop) if audience in ROOM else None
        case "board":
            return _board(workshop, name, audience)
        case "spotlight":
            return _spotlight(workshop, name, audience)
        case "counts":
            return _counts(workshop, name, audience)
        case "card":
            return _card(workshop, workshop.cards.get(name), audience)
        case "key":
            return _key(workshop, name) if audience in DESK else None
        case "steps":
            return _steps(workshop, name) if audience in DESK else None
    raise KeyError(key)


def own(workshop: Workshop, participant: str) -> Records:
    """A participant's own cards; once the workshop is locked nobody has any."""
    mine = (card for card in workshop.cards.values() if card.author == participant)
    return {f"mine:{card.id}": own_card(workshop, card) for card in mine}


def own_card(workshop: Workshop, card: Card) -> Record:
    """A card as its writer sees it: their own wording, and where it went if the room may know."""
    shown = workshop.visible(card)
    return {
        "id": card.id,
        "board": card.board,
        "text": card.text if card.original is None else card.original,
        "proposed": card.proposed,
        "neighbour": card.neighbour,
        "late": card.late,
        "column": card.column if shown else None,
        "shown": shown,
    }


def _keys(workshop: Workshop) -> Iterator[str]:
    yield from ("workshop", "people", "door")
    for board in workshop.order:
        yield f"board:{board}"
        yield f"spotlight:{board}"
        yield f"counts:{board}"
    # By id, which the phones draw at random: in the order of the log they would tell who came first.
    yield from (f"card:{card}" for card in sorted(workshop.cards))
    yield from (f"key:{key}" for key in workshop.keys)
    yield from (f"steps:{key}" for key in workshop.keys)


def _workshop(workshop: Workshop, audience: str) -> Record:
    boards = workshop.order if audience in DESK or audience == RESULT else (workshop.active,)
    return {
        "id": workshop.id,
        "title": workshop.title,
        "language": workshop.language,
        "fiscal_year": workshop.fiscal_year,
        "rehearsal": workshop.rehearsal_of is not None,
        "locked": workshop.locked,
        "joining": workshop.joining,
        "blank": workshop.blank,
        "created_at": workshop.created_at,
        "expires_on": workshop.expires_on,
        "active": workshop.active,
        "boards": list(boards),
    }


def _door(workshop: Workshop) -> Record:
    room = workshop.room
    return {
        "code": workshop.code,
        "address": room.address,
        "wifi_name": room.wifi_name,
        "wifi_password": room.wifi_password,
    }


def _sees_board(workshop: Workshop, board: Board | None, audience: str) -> bool:
    """Boards prepared for later are the facilitator's; a result is there once its board is finished."""
    if board is None:
        return False
    if audience in DESK:
        return True
    return board.phase == FINISHED if audience == RESULT else board.id == workshop.active


def _board(workshop: Workshop, name: str, audience: str) -> Record | None:
    board = workshop.boards.get(name)
    if board is None or not _sees_board(workshop, board, audience):
        return None
    timer = {"ends_at": board.timer.ends_at, "seconds": board.timer.seconds} if board.timer else None
    return {
        "id": board.id,
        "template": board.template,
        "question": board.question,
        "columns": [_column(column) for column in board.columns],
        "phase": board.phase,
        "cards_each": board.cards_each,
        "neighbour_cards": board.neighbour_cards,
        "proposals": board.proposals,
        "write_seconds": board.write_seconds,
        "timer": timer,
        "stopped_at": board.stopped_at,
        "finished_at": board.finished_at,
    }


def _column(column: Column) -> Record:
    return {
        "id": column.id,
        "icon": column.icon,
        "colour": column.colour,
        "name": dict(column.name),
        "hint": dict(column.hint),
        "starter": dict(column.starter),
    }


def _spotlight(workshop: Workshop, name: str, audience: str) -> Record | None:
    """What is shown large. Apart from the board, because it changes with every card that is read."""
    board = workshop.boards.get(name)
    if board is None or audience == PARTICIPANT or not _sees_board(workshop, board, audience):
        return None
    reading, card = _if_visible(workshop, board.reading), _if_visible(workshop, board.focus_card)
    focus = {"card": card} if card else {"column": board.focus_column} if board.focus_column else None
    return {"reading": reading, "focus": focus, "page": board.page}


def _if_visible(workshop: Workshop, card: str | None) -> str | None:
    found = workshop.cards.get(card) if card else None
    return found.id if found and workshop.visible(found) else None


def _counts(workshop: Workshop, name: str, audience: str) -> Record | None:
    board = workshop.boards.get(name)
    if board is None or not _sees_board(workshop, board, audience):
        return None
    if audience in PHONE and board.phase not in SHOWN_PHASES:
        return None
    count = tally(workshop.cards, name)
    told: Record = {
        "cards": count.cards,
        "senders": senders(workshop, name),
        "shared": count.shared,
        "wrote_seconds": board.wrote_seconds,
    }
    if audience in ROOM:
        told["tried"] = len(board.tried)
    if audience in DESK:
        told |= {"inbox": count.inbox, "placed": count.placed, "parked": count.parked, "late": count.late}
    return told


def _card(workshop: Workshop, card: Card | None, audience: str) -> Record | None:
    if card is None or audience == PARTICIPANT:
        return None
    board = workshop.boards[card.board]
    if audience == INBOX:
        return {**_words(card), **_sorting(card)}
    if not workshop.visible(card) or not _sees_board(workshop, board, audience):
        return None
    return {**_words(card), "original": card.original} if audience == FACILITATOR else _words(card)


def _words(card: Card) -> Record:
    return {
        "id": card.id,
        "board": card.board,
        "text": card.text,
        "column": card.column,
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
    }


def _key(workshop: Workshop, name: str) -> Record | None:
    key = workshop.keys.get(name)
    if key is None:
        return None
    return {
        "id": key.id,
        "role": key.role,
        "name": key.name,
        "minted_at": key.minted_at,
        "revoked": key.revoked,
    }


def _steps(workshop: Workshop, key: str) -> Record | None:
    if key not in workshop.keys:
        return None
    mine = workshop.steps.get(key, Steps())
    return {"undo": _step(mine.done), "redo": _step(mine.undone)}


def _step(steps: tuple[Step, ...]) -> Record | None:
    if not steps:
        return None
    last = steps[-1]
    return {"step": last.seq, "name": last.name, "count": last.count}


def visible_in_order(workshop: Workshop, board: str, column: str | None) -> list[Card]:
    """A column's cards that the room may see, in the order people see them."""
    return [card for card in in_order(workshop, board, column) if workshop.visible(card)]
