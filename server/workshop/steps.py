"""Undo: each key's steps, what they changed, and putting it back.

A step is what one undoable event changed in the fields people sort by. Undoing is a new event that
puts those fields back, refused where one of them is no longer as the step left it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from server.workshop.board import SORT
from server.workshop.card import Card
from server.workshop.decision import FIELDS, Decision
from server.workshop.finding import waits
from server.workshop.group import Group
from server.workshop.refused import Refused
from server.workshop.state import Change, Step, Steps, Touched, Workshop

KEPT_STEPS = 100
WHOLE = ""
CARD_FIELDS = (
    "text",
    "original",
    "column",
    "proposed",
    "group",
    "under",
    "parent",
    "rank",
    "late",
    "parked",
    "starred",
    "passed",
)
GROUP_FIELDS = ("name", "column", "rank", "starred", "merged_into")
BOARD_FIELDS = (
    "question",
    "columns",
    "cards_each",
    "neighbour_cards",
    "proposals",
    "write_seconds",
    "title",
    "minutes",
    "break_minutes",
    "skipped",
    "checklist",
    "script",
    "rules",
    "child",
    "asks",
    "vote",
)
DECISION_FIELDS = (*FIELDS, "status", "status_note")
WORKSHOP_FIELDS = ("title", "order")
# The records that steps are about: where the workshop keeps each kind, and the fields a step restores.
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "card": ("cards", CARD_FIELDS),
    "group": ("groups", GROUP_FIELDS),
    "board": ("boards", BOARD_FIELDS),
    "decision": ("decisions", DECISION_FIELDS),
}


def remember(before: Workshop, after: Workshop, touched: Touched, actor: str, seq: int, name: str) -> Workshop:
    """Add what changed between two states as the actor's newest step."""
    changes = tuple(change for key in sorted(touched) for change in _changes(before, after, key))
    mine = after.steps.get(actor, Steps())
    # Also one that changed nothing: so is a step read from the log whose card was erased later.
    done = (*mine.done, _step(seq, name, changes))[-KEPT_STEPS:]
    return replace(after, steps={**after.steps, actor: Steps(done=done)})


def last_done(workshop: Workshop, actor: str) -> Step:
    done = workshop.steps.get(actor, Steps()).done
    if not done:
        raise Refused("nothing_to_undo")
    return done[-1]


def last_undone(workshop: Workshop, actor: str) -> Step:
    undone = workshop.steps.get(actor, Steps()).undone
    if not undone:
        raise Refused("nothing_to_redo")
    return undone[-1]


def must_stand(workshop: Workshop, changes: tuple[Change, ...]) -> None:
    """Refuse when a field is no longer as the step left it: somebody's newer work is there."""
    if any(_value(workshop, change.key, change.field) != change.after for change in changes):
        raise Refused("changed_since")
    _must_leave_no_gap(put(workshop, tuple(_turned(change) for change in changes))[0], changes)


def _must_leave_no_gap(workshop: Workshop, changes: tuple[Change, ...]) -> None:
    """Refuse when a card would be left without its board or its column: somebody took that away, or came since."""
    columns = {name: {None, *(column.id for column in board.columns)} for name, board in workshop.boards.items()}
    if workshop.active not in workshop.boards or sorted(workshop.order) != sorted(workshop.boards):
        raise Refused("changed_since")
    for one in _lying(workshop, {change.key for change in changes}):
        places = {one.column, one.proposed} if isinstance(one, Card) else {one.column}
        if not places <= columns.get(one.board, set()):
            raise Refused("changed_since")


def _lying(workshop: Workshop, keys: Iterable[str]) -> Iterator[Card | Group]:
    """These cards and groups, and all that lie on these boards."""
    for kind, _, name in (key.partition(":") for key in keys):
        if kind == "board":
            yield from workshop.cards.on(name)
            yield from workshop.groups.on(name)
        found = workshop.cards.get(name) or workshop.groups.get(name)
        if found is not None:
            yield found


def backwards(step: Step) -> tuple[Change, ...]:
    return tuple(_turned(one) for one in step.changes)


def _turned(change: Change) -> Change:
    return replace(change, before=change.after, after=change.before)


def put(workshop: Workshop, changes: tuple[Change, ...]) -> tuple[Workshop, Touched]:
    """Give every changed field its `after`."""
    touched = frozenset(key for change in changes for key in _touched(workshop, change))
    records: dict[str, Any] = {}
    for change in changes:
        records[change.key] = _changed(workshop, change, records.get(change.key))
    after = records.pop("workshop", workshop)
    for kind, (place, _) in KINDS.items():
        mine = {key.partition(":")[2]: one for key, one in records.items() if key.startswith(f"{kind}:")}
        gone = [name for name, one in mine.items() if one is None]
        there = {name: one for name, one in mine.items() if one is not None}
        fields: dict[str, Any] = {place: getattr(after, place).having(there).without(gone)} if mine else {}
        after = replace(after, **fields)
    return after, touched


def _changed(workshop: Workshop, change: Change, record: Any) -> Any:
    if change.field == WHOLE:
        return change.after
    return replace(record or _record(workshop, change.key), **{change.field: change.after})


def read_again(workshop: Workshop, step: Step) -> tuple[Workshop, Touched]:
    """Open the card that an undone step gave back to the inbox, if the room is reading."""
    back = [change.key.removeprefix("card:") for change in step.changes if change.key.startswith("card:")]
    card = workshop.cards.get(back[0]) if len(set(back)) == 1 else None
    if card is None or not waits(workshop, card.board, card.id) or not workshop.visible(card):
        return workshop, frozenset()
    board = workshop.boards[card.board]
    if board.phase != SORT:
        return workshop, frozenset()
    return workshop.with_board(replace(board, reading=card.id)), frozenset({f"spotlight:{board.id}"})


def forget_card(workshop: Workshop, card: str) -> Workshop:
    """Drop an erased card from every step, so that no undo can bring it back."""
    key = f"card:{card}"
    return replace(
        workshop,
        steps={
            actor: Steps(
                done=tuple(_without(step, key) for step in mine.done),
                undone=tuple(_without(step, key) for step in mine.undone),
            )
            for actor, mine in workshop.steps.items()
        },
    )


def _without(step: Step, key: str) -> Step:
    if all(change.key != key for change in step.changes):
        return step
    return _step(step.seq, step.name, tuple(one for one in step.changes if one.key != key))


def _step(seq: int, name: str, changes: tuple[Change, ...]) -> Step:
    keys = {change.key for change in changes}
    # People count cards; a group counts only where a step was about nothing else.
    return Step(seq, name, len({key for key in keys if key.startswith("card:")} or keys), changes)


def _changes(before: Workshop, after: Workshop, key: str) -> Iterator[Change]:
    old, new = _record(before, key), _record(after, key)
    if old is None and new is None:
        return
    if old is None or new is None:
        yield Change(key, WHOLE, old, new)
        return
    for field in _fields(key):
        if getattr(old, field) != getattr(new, field):
            yield Change(key, field, getattr(old, field), getattr(new, field))


def _fields(key: str) -> tuple[str, ...]:
    kind = key.partition(":")[0]
    if kind == "workshop":
        return WORKSHOP_FIELDS
    return KINDS[kind][1] if kind in KINDS else ()


def _record(workshop: Workshop, key: str) -> Any:
    kind, _, name = key.partition(":")
    if kind == "workshop":
        return workshop
    if kind not in KINDS:
        return None
    # Nothing decided is a decision without words, so that two people's fields never stand in each other's way.
    nothing = Decision() if kind == "decision" else None
    return getattr(workshop, KINDS[kind][0]).get(name, nothing)


def _value(workshop: Workshop, key: str, field: str) -> Any:
    record = _record(workshop, key)
    if field == WHOLE or record is None:
        return record
    return getattr(record, field, None)


def _touched(workshop: Workshop, change: Change) -> set[str]:
    kind, _, name = change.key.partition(":")
    if kind == "workshop":
        return {"workshop", "agenda"}
    if kind == "board":
        return {"agenda", *(f"{one}:{name}" for one in ("board", "counts", "spotlight", "tables"))}
    if kind not in ("card", "group"):
        return {change.key}
    board = (_record(workshop, change.key) or change.after).board
    return {change.key, f"counts:{board}", f"spotlight:{board}"}
