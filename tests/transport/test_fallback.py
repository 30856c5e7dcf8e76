"""When the libraries have changed under us the stock transport serves, with one line that says so."""

from __future__ import annotations

from collections.abc import Callable

import engineio
import pytest
from engineio.socket import Socket

from server.transport.seams import changed_names

from .raw import WebSocket
from .servers import Server


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


def test_the_switch_and_threading_choose_stock_and_the_default_is_fast(serve: Callable[..., Server]) -> None:
    assert serve("fast").state()["fast"] is True
    assert serve("stock").state()["fast"] is False
    assert serve("threading").state()["fast"] is False


def test_a_changed_library_still_serves_with_one_line_in_the_log(serve: Callable[..., Server]) -> None:
    server = serve("fast", changed_library=True)
    assert server.state()["fast"] is False
    with WebSocket(server.port).enter(name="ana") as ana:
        assert ana.call(1)["ok"]
    assert server.errors().count("stock transport is used") == 1
    assert "receive" in server.errors()
