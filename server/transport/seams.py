"""The private names the fast transport leans on, checked at start; one missing name means stock."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

_PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "send": ("self", "pkt"),
    "receive": ("self", "pkt"),
    "close": ("self", "wait", "abort", "reason"),
    "schedule_ping": ("self",),
    "check_ping_timeout": ("self",),
    "_upgrade_websocket": ("self", "environ", "start_response"),
}
_STATE = ("queue", "connected", "upgrading", "upgraded", "closing", "closed", "sid")
_SERVER = ("_async", "_trigger_event", "sockets", "handlers")


_MANAGER_PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "basic_enter_room": ("self", "sid", "namespace", "room", "eio_sid"),
    "basic_leave_room": ("self", "sid", "namespace", "room"),
    "basic_disconnect": ("self", "sid", "namespace", "kwargs"),
    "get_participants": ("self", "namespace", "room"),
    "eio_sid_from_sid": ("self", "sid", "namespace"),
}
_MANAGER_STATE = ("rooms", "callbacks", "pending_connect", "pending_disconnect")


def changed_manager_names(manager_class: type[Any]) -> list[str]:
    """The same for the rooms, which keep what the library's manager would look for everywhere."""
    wanted = _MANAGER_PARAMETERS.items()
    changed = [f"Manager.{name}" for name, known in wanted if _parameters(manager_class, name) != known]
    manager = manager_class()
    return changed + [f"Manager.{name}" for name in _MANAGER_STATE if not hasattr(manager, name)]


def changed_names(session_class: type[Any], eio: Any) -> list[str]:
    """What is not as it was in the versions this transport was written and tested against."""
    changed = [name for name, wanted in _PARAMETERS.items() if _parameters(session_class, name) != wanted]
    server = [f"Server.{name}" for name in _SERVER if not hasattr(eio, name)]
    if server:
        return changed + server
    if "websocket" not in eio._async:
        changed.append("Server._async['websocket']")
    return changed + _changed_state(session_class, eio)


def _parameters(session_class: type[Any], name: str) -> tuple[str, ...] | None:
    method = getattr(session_class, name, None)
    return None if method is None else tuple(inspect.signature(method).parameters)


def _changed_state(session_class: type[Any], eio: Any) -> list[str]:
    session = session_class(eio, "sid")
    if not hasattr(session, "__dict__"):
        return ["Socket.__dict__"]
    changed = [f"Socket.{name}" for name in _STATE if not hasattr(session, name)]
    if not changed and not hasattr(session.queue, "queue"):
        changed.append("Socket.queue.queue")
    return changed
