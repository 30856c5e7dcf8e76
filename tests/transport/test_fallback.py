"""When the libraries have changed under us the stock transport serves, with one line that says so."""

from __future__ import annotations

from collections.abc import Callable

import engineio
import pytest
import socketio
from engineio.socket import Socket

from server.transport.seams import changed_manager_names, changed_names

from .raw import WebSocket
from .servers import Server, eventually


class Renamed(Socket):  # type: ignore[misc]
    schedule_ping = None


class OtherParameters(Socket):  # type: ignore[misc]
    def close(self, wait: bool = True) -> None:
        """Fewer than the fast transport passes."""


class OtherState(Socket):  # type: ignore[misc]
    def __init__(self, server: engineio.Server, sid: str) -> None:
        super().__init__(server, sid)
        del self.upgraded


@pytest.fixture
def eio() -> engineio.Server:
    return engineio.Server(async_mode="threading")


def test_the_pinned_libraries_are_as_the_fast_transport_knows_them(eio: engineio.Server) -> None:
    assert changed_names(Socket, eio) == []


def test_every_changed_name_is_noticed(eio: engineio.Server) -> None:
    assert changed_names(Renamed, eio) == ["schedule_ping"]
    assert changed_names(OtherParameters, eio) == ["close"]
    assert changed_names(OtherState, eio) == ["Socket.upgraded"]
    del eio._async
    assert changed_names(Socket, eio) == ["Server._async"]


class OtherManager(socketio.Manager):  # type: ignore[misc]
    def __init__(self) -> None:
        super().__init__()
        del self.pending_connect

    def basic_disconnect(self, sid: str) -> None:
        """Fewer than the library passes."""


def test_every_changed_name_of_the_rooms_is_noticed() -> None:
    assert changed_manager_names(socketio.Manager) == []
    assert changed_manager_names(OtherManager) == ["Manager.basic_disconnect", "Manager.pending_connect"]


def test_with_changed_rooms_everybody_in_a_room_still_hears_and_who_left_does_not(
    serve: Callable[..., Server],
) -> None:
    server = serve("fast", changed_library="rooms")
    assert server.state()["fast"] is False
    with WebSocket(server.port).enter(name="ben") as ben:
        with WebSocket(server.port).enter(name="ana") as ana:
            server.say(20, 1)
            assert "changes" in ana.until("42")
            assert "changes" in ben.until("42")
        assert eventually(lambda: server.state()["people"] == 1)
        server.say(20, 1)
        assert "changes" in ben.until("42")
    assert eventually(lambda: server.left()["rooms"] == 0)
    assert "Manager.basic_disconnect" in server.errors()


def test_the_switch_and_threading_choose_stock_and_the_default_is_fast(serve: Callable[..., Server]) -> None:
    assert serve("fast").state()["fast"] is True
    assert serve("stock").state()["fast"] is False
    assert serve("threading").state()["fast"] is False


def test_a_changed_library_still_serves_with_one_line_in_the_log(serve: Callable[..., Server]) -> None:
    server = serve("fast", changed_library="sessions")
    assert server.state()["fast"] is False
    with WebSocket(server.port).enter(name="ana") as ana:
        assert ana.call(1)["ok"]
    assert server.errors().count("stock transport is used") == 1
    assert "receive" in server.errors()
