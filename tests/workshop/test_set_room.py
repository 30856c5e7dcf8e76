"""How phones in this room reach the server."""

from __future__ import annotations

from table import ANA, FAY, Table, refused

from server.workshop.state import Room


def test_what_is_empty_is_nothing(table: Table) -> None:
    table.does(FAY, "set_room", address="http://10.0.0.5:8321", wifi_name="ห้อง", wifi_password="")
    assert table.workshop.room == Room("http://10.0.0.5:8321", "ห้อง", None)
    table.does(FAY, "set_room")
    assert table.workshop.room == Room()
    assert table.does(FAY, "set_room", wifi_name="").name == "already_so"


def test_a_participant_may_not(table: Table) -> None:
    with refused("forbidden"):
        table.does(ANA, "set_room")
