"""What a client may say: the shape of Engine.IO and Socket.IO packets, checked before any work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from server import strict_json

_PACKET = re.compile(r"(?:1|3|4[012](?s:.*))\Z")
_EVENT = re.compile(r"2(\d{1,15})?(\[(?s:.*)\])\Z", re.ASCII)
_CONNECT = re.compile(r"0(?:(/[^,{]{0,64})(?:,|\Z))?(\{(?s:.*)\})?\Z")


class Malformed(Exception):
    """The client broke the protocol; it is disconnected and its handlers do not run."""


class Unreadable(Malformed):
    """The packet is one, but what it carries is no JSON that any command means; it can still be answered."""


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    arguments: list[Any]


def is_packet(text: object) -> bool:
    """Close, pong, and the CONNECT, DISCONNECT and EVENT messages: nothing else is served."""
    return isinstance(text, str) and _PACKET.match(text) is not None


def split_event(text: str) -> tuple[str, str]:
    """The acknowledgement's number ("" when none is asked for) and the JSON, not read yet."""
    found = _EVENT.match(text)
    if found is None:
        raise Malformed
    return found[1] or "", found[2]


def read_event(json_text: str, events: dict[str, int], levels: int) -> Event:
    content = _read(json_text, levels + 1)
    if not content or not isinstance(content[0], str):
        raise Malformed
    name, *arguments = content
    if events.get(name) != len(arguments):
        raise Malformed
    return Event(name, arguments)


def read_connect(text: str, levels: int) -> str:
    """The namespace a client asks for."""
    found = _CONNECT.match(text)
    if found is None:
        raise Malformed
    if found[2]:
        _read(found[2], levels)
    return found[1] or "/"


def _read(text: str, levels: int) -> Any:
    try:
        return strict_json.loads(text, levels)
    except ValueError as error:
        raise Unreadable from error
