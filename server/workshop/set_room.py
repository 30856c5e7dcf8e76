"""The facilitator says how phones in this room reach the server: its address, and the Wi-Fi."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Address, Label
from server.workshop.state import Room, Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class RoomSet(Event):
    name: ClassVar[str] = "room_set"

    address: str | None
    wifi_name: str | None
    wifi_password: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        room = Room(self.address, self.wifi_name, self.wifi_password)
        return replace(workshop, room=room), frozenset({"door"})


@dataclass(frozen=True, slots=True)
class SetRoom(Command):
    name: ClassVar[str] = "set_room"
    roles: ClassVar[frozenset[str]] = SORTERS
    when_locked: ClassVar[bool] = True

    address: Address | None = None
    wifi_name: Label | None = None
    wifi_password: Label | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        room = Room(self.address or None, self.wifi_name or None, self.wifi_password or None)
        if room == workshop.room:
            return None
        return RoomSet(room.address, room.wifi_name, room.wifi_password)
