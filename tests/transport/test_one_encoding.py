"""An event is encoded once, and the same bytes go to every socket of the room."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator

import pytest

from .raw import Polling, WebSocket
from .servers import Server, eventually

PHONES, EVENTS, FEW = 30, 20, 4


@pytest.fixture
def room(serve: Callable[..., Server]) -> Iterator[tuple[Server, list[WebSocket]]]:
    server = serve("fast", {"waiting": 1_499})
    phones = [WebSocket(server.port).enter(name=f"phone {number}") for number in range(PHONES)]
    yield server, phones
    for phone in phones:
        phone.socket.close()
    assert eventually(lambda: server.state()["people"] == 0)


def test_an_event_is_encoded_once_whatever_the_number_of_phones(room: tuple[Server, list[WebSocket]]) -> None:
    server, phones = room
    poller = Polling(server.port, name="poller")
    before = server.state()
    server.say(300, EVENTS)
    heard = [b"".join(phone.until("42").encode() for _ in range(EVENTS)) for phone in phones]
    after = server.state()
    assert len(set(heard)) == 1
    assert after["encoded"] - before["encoded"] == EVENTS
    assert after["frames_out"] - before["frames_out"] == EVENTS * (PHONES + 1)
    frame_bytes = sum(len(f'42["changes",{{"n":{n},"text":"{"x" * 300}"}}]') + 4 for n in range(EVENTS))
    assert after["bytes_out"] - before["bytes_out"] == frame_bytes * (PHONES + 1)
    assert poller.get()[1].count("changes") == EVENTS
    poller.post("1")


def test_an_event_costs_one_system_call_for_each_phone(room: tuple[Server, list[WebSocket]]) -> None:
    if not shutil.which("strace"):
        assert not os.environ.get("CI"), "strace is needed: apt install strace"
        pytest.skip("NOT COUNTED: system calls are counted with strace, which is not installed")
    server, phones = room
    tracer = subprocess.Popen(
        ["strace", "-f", "-p", str(server.process.pid), "-e", "trace=sendto,write,epoll_ctl", "-o", "/dev/stdout"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert tracer.stderr is not None
    if "attached" not in tracer.stderr.readline():
        assert not os.environ.get("CI"), "strace may not attach here"
        pytest.skip("NOT COUNTED: strace may not attach here")
    server.say(300, FEW)
    for phone in phones:
        for _ in range(FEW):
            phone.until("42")
    tracer.terminate()
    calls = tracer.communicate()[0].splitlines()
    frames = [call for call in calls if "sendto" in call and "changes" in call]
    assert len(frames) == FEW * PHONES
    assert sum("epoll_ctl" in call for call in calls) < PHONES
