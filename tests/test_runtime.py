"""The server starts once, outlives bugs and stops in order, with eventlet and with plain threads."""

import http.client
import os
import re
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import socketio

from server import runtime
from server.config import CannotStart

SERVING = """
import sys
from server import runtime
runtime.patch(sys.argv[1])
import sqlite3, threading, time
from flask import Flask, request
from flask_socketio import SocketIO

app = Flask("serving")
live = SocketIO(app, async_mode=sys.argv[1], async_handlers=False, ping_interval=8, ping_timeout=6)
rounds, begun = [], []
live.on_event("connect", lambda auth: None)

@app.get("/slow")
def slow():
    print("slow began", flush=True)
    runtime.sleep(0.6)
    return "slow is done"

@app.get("/bug")
def bug():
    raise ValueError("a secret inside")

class Bug:
    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] == "/raw-bug":
            raise ValueError("a secret inside")
        return app(environ, start_response)

@app.get("/commit")
def commit():
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("create table cards (text)")
    connection.execute("insert into cards values ('ปิด')")
    runtime.run_blocking(connection.commit)
    native = runtime.run_blocking(threading.get_ident)
    ticks = []
    stop = runtime.every(0.01, lambda: ticks.append(1))
    runtime.run_blocking(native_sleep, 0.3)
    stop()
    return {"rows": connection.execute("select count(*) from cards").fetchone()[0], "ticks": len(ticks)}

@app.get("/every")
def every():
    done = threading.Event()
    def work():
        rounds.append(1)
        if len(rounds) == 1:
            raise ValueError("the first round fails")
        done.set()
    stop = runtime.every(0.01, work)
    went_on = done.wait(50)
    stop()
    return {"went_on": went_on}

def drain():
    live.emit("draining", {})
    print("draining", flush=True)

if sys.argv[1] == "eventlet":
    import eventlet.patcher
    native_sleep = eventlet.patcher.original("time").sleep
else:
    native_sleep = time.sleep

listener = runtime.listen("127.0.0.1", 0)
print(listener.getsockname()[1], flush=True)
code = runtime.serve(Bug(), live.server, listener, on_drain=drain)
print("closed in order", flush=True)
runtime.leave(code)
"""


@dataclass
class Running:
    process: subprocess.Popen[str]
    port: int

    def get(self, path: str) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def next_line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture(params=["eventlet", "threading"])
def running(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    script = tmp_path / "serving.py"
    script.write_text(SERVING)
    process = subprocess.Popen(
        [sys.executable, str(script), request.param],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.getcwd()},
    )
    assert process.stdout is not None
    yield Running(process, int(process.stdout.readline()))
    process.kill()
    process.communicate()


def test_waiting_for_the_disk_holds_up_nobody(running: Running) -> None:
    status, answer = running.get("/commit")
    assert status == 200
    assert '"rows":1' in answer
    assert int(re.search(r'"ticks":(\d+)', answer)[1]) >= 2


def test_work_that_fails_once_goes_on(running: Running) -> None:
    assert running.get("/every") == (200, '{"went_on":true}\n')


@pytest.mark.parametrize("path", ["/bug", "/raw-bug"])
def test_a_bug_shows_nobody_its_inside(running: Running, path: str) -> None:
    status, answer = running.get(path)
    assert status == 500
    assert not re.search("secret|Traceback|ValueError|line [0-9]", answer)
    assert running.get("/every")[0] == 200


def test_a_stop_finishes_what_runs_tells_the_phones_and_leaves(running: Running) -> None:
    told, gone = threading.Event(), threading.Event()
    phone = socketio.Client(reconnection=False)
    phone.on("draining", lambda _: told.set())
    phone.on("disconnect", lambda *_: gone.set())
    phone.connect(f"http://127.0.0.1:{running.port}", transports=["websocket"])
    idle = socket.create_connection(("127.0.0.1", running.port))
    assert phone.connected
    answers: list[tuple[int, str]] = []
    slow = threading.Thread(target=lambda: answers.append(running.get("/slow")))
    slow.start()
    assert running.next_line() == "slow began"

    began = time.monotonic()
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(60) == 0
    took = time.monotonic() - began
    slow.join(30)
    assert told.wait(30)
    assert gone.wait(30)
    assert answers == [(200, "slow is done")]
    assert running.next_line() == "draining"
    assert running.next_line() == "closed in order"
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", running.port))
    idle.close()
    # A promise to whoever stops the service, with room for a busy machine.
    assert took < 15


def test_a_moment_without_free_files_is_survived(running: Running) -> None:
    assert running.get("/commit")[0] == 200
    resource.prlimit(running.process.pid, resource.RLIMIT_NOFILE, (40, 40))
    crowd = [socket.create_connection(("127.0.0.1", running.port), timeout=60) for _ in range(60)]
    late = crowd.pop()
    late.sendall(b"GET /every HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    for one in crowd:
        one.close()
    with closing(late):
        assert late.recv(12) == b"HTTP/1.1 200"


def test_an_idle_server_stops_at_ctrl_c_without_a_word(running: Running) -> None:
    assert running.get("/commit")[0] == 200
    running.process.send_signal(signal.SIGINT)
    out, err = running.process.communicate(timeout=60)
    assert (running.process.returncode, out, err) == (0, "draining\nclosed in order\n", "")


def test_a_taken_port_is_said_in_one_line() -> None:
    first = runtime.listen("127.0.0.1", 0)
    port = first.getsockname()[1]
    with pytest.raises(runtime.PortTaken, match=f"port {port} is taken") as refused:
        runtime.listen("127.0.0.1", port)
    assert "\n" not in str(refused.value)
    first.close()
    runtime.listen("127.0.0.1", port).close()


def test_an_address_that_is_not_ours_is_said_in_one_line() -> None:
    with pytest.raises(CannotStart, match=r"BATKHAM_HOST: cannot listen on 203\.0\.113\.9"):
        runtime.listen("203.0.113.9", 0)


def test_as_many_files_as_allowed_are_asked_for() -> None:
    script = (
        "import resource, sys; from server import runtime; files = resource.RLIMIT_NOFILE\n"
        "resource.setrlimit(files, (256, int(sys.argv[1])))\n"
        "print(runtime.raise_file_limit(), resource.getrlimit(files)[0])"
    )
    enough = subprocess.run([sys.executable, "-c", script, "5000"], capture_output=True, text=True, check=True)
    assert enough.stdout == "None 5000\n"
    few = subprocess.run([sys.executable, "-c", script, "1024"], capture_output=True, text=True, check=True)
    assert few.stdout == "only 1024 open files are allowed, so about 512 phones fit; see ulimit -n 1024\n"
