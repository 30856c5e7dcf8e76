"""Events as they lie in the log: JSON both ways, old versions raised to today's."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from typing import Any

import orjson

from server.workshop import EVENTS, Event

Data = dict[str, Any]

# (name, version) -> the same event's data one version later. A changed meaning is a new name.
UPCASTS: dict[tuple[str, int], Callable[[Data], Data]] = {
    ("focused", 1): lambda data: {**data, "group": None},
    # Boards could not yet have a title, a plan and what a template brings along; all of them may be left out.
    ("workshop_opened", 1): lambda data: data,
    ("card_submitted", 1): lambda data: {**data, "table": None},
    # There were no votes and no check-out before.
    ("workshop_locked", 1): lambda data: {**data, "votes": {}, "voters": {}, "left": []},
    ("workshop_restored", 1): lambda data: {**data, "votes": {}, "voters": {}, "left": []},
    # It stayed where it lay.
    ("status_set", 1): lambda data: {**data, "column": None, "laid": []},
    # There were no breaks.
    ("phones_paused", 1): lambda data: {"back_at": None},
    # Less could be planned.
    ("board_planned", 1): lambda data: {**data, "child": None, "asks": None, "vote": None, "break_minutes": None},
    # There were no tables before.
    ("workshop_locked", 2): lambda data: {**data, "tables": {}},
    ("workshop_restored", 2): lambda data: {**data, "tables": {}},
    # Secret votes came back closed and without a ballot.
    ("workshop_restored", 3): lambda data: {**data, "unheld": []},
    # Whoever asked about a card was forgotten, and so was the question.
    ("workshop_restored", 4): lambda data: {**data, "asked": {}},
}


class UnknownEvent(Exception):
    """The log holds an event that this program does not know; it was written by a newer one."""


def write(event: Event) -> str:
    """An event's data as JSON text."""
    return text({name: getattr(event, name) for name in _names(event.name)})


@cache
def _names(event: str) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(EVENTS[event]))  # type: ignore[arg-type]


def without_secrets(event: Event) -> Event:
    """The same event without what somebody gave in secret."""
    if not event.cut:
        return event
    fields = dataclasses.fields(event)  # type: ignore[arg-type]
    told: Data = {field.name: getattr(event, field.name) for field in fields}
    return type(event)(**{**told, **event.cut})


def text(data: Data) -> str:
    return orjson.dumps(data).decode()


def read(name: str, version: int, data: str) -> Event:
    """Make the event again; raises UnknownEvent for a name or version from the future."""
    kind = EVENTS.get(name)
    if kind is None or version > kind.version:
        raise UnknownEvent(f"the log holds {name} (version {version}), which this program does not know: update it")
    fields: Data = orjson.loads(data)
    for step in range(version, kind.version):
        fields = UPCASTS[name, step](fields)
    return kind(**{key: _frozen(value) for key, value in fields.items()})


def _frozen(value: Any) -> Any:
    """Lists become tuples again: an event never changes."""
    if isinstance(value, list):
        return tuple(_frozen(one) for one in value)
    if isinstance(value, dict):
        return {key: _frozen(one) for key, one in value.items()}
    return value
