"""Rehearsals: a throw-away workshop in which simulated people take part, from a process of their own."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import dataclasses
import ipaddress
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from server.addresses import local_url, own_addresses
from server.board_templates import ORDER, USUAL, template
from server.config import HERE, CannotStart, Config
from server.house import with_secrets
from server.people import new_id
from server.thai import cut
from server.workshop import Refused, Workshop
from server.workshop.fields import TITLE_LETTERS
from server.workshop.set_room import SetRoom
from server.workshop.set_up import as_set_up
from server.workshop.state import Room
from server.workshop.verb import FACILITATOR

if TYPE_CHECKING:
    from server.desk import Desk
    from server.founding import Founding, Wish
    from server.jobs import Answer

RETENTION_DAYS = 2
MOST_AT_ONCE = 2
AGAIN_MS = 60_000
SECONDS_TO_LEAVE = 0.3
# What a rehearsal is of when there was no workshop before it.
NOTHING_YET = "practice"
TITLE = {"th": "ซ้อม: {}", "en": "Rehearsal: {}"}
# The people come in by the front door; they have no use for the server's secrets.
SECRETS = ("BATKHAM_SECRET_KEY", "BATKHAM_CREATE_PASSWORD", "DATABASE_URL")


class Rehearsals:
    """Makes rehearsals and watches over the processes in which their people live."""

    def __init__(self, config: Config, founding: Founding, desk: Desk) -> None:
        self._config = config
        self._founding = founding
        self._desk = desk
        self._playing: list[subprocess.Popen[bytes]] = []

    def of(self, workshop: Workshop) -> Answer:
        """A marked copy of a workshop as it was set up, without its cards, and people in it."""
        from server.founding import Wish

        boards = tuple(
            as_set_up(board) for board in map(workshop.boards.__getitem__, workshop.order) if not board.skipped
        )
        title = cut(TITLE[workshop.language].format(workshop.title), TITLE_LETTERS)
        wish = Wish(new_id(), title, None, workshop.language, workshop.fiscal_year, boards=boards)
        return self.begin(dataclasses.replace(wish, rehearsal_of=workshop.id), workshop.room)

    def begin(self, wish: Wish, room: Room | None = None) -> Answer:
        """Open a rehearsal and let its people come; refused while others are still playing."""
        self._must_have_room()
        mark = wish.rehearsal_of or NOTHING_YET
        made = self._founding.create(dataclasses.replace(wish, rehearsal_of=mark, retention_days=RETENTION_DAYS))
        if room is not None and room != Room():
            self._set_room(made, room)
        self._playing.append(_play(address_here(self._config), made["code"], _boards(wish)))
        return made

    def close(self) -> None:
        """Send everybody home."""
        for people in self._playing:
            people.terminate()
        for people in self._playing:
            _see_off(people)
        self._playing = []

    def playing(self) -> int:
        self._playing = [people for people in self._playing if people.poll() is None]
        return len(self._playing)

    def _must_have_room(self) -> None:
        if self.playing() >= MOST_AT_ONCE:
            raise Refused("rate_limited", retry=True, after_ms=AGAIN_MS)

    def _set_room(self, made: Answer, room: Room) -> None:
        command = SetRoom(room.address, room.wifi_name, room.wifi_password)
        self._desk.perform(made["workshop"], command, id=new_id(), actor=made["key_id"], role=FACILITATOR)


def _boards(wish: Wish) -> int:
    """How many boards there are to play, of the wish or of its templates."""
    return max(1, len(wish.boards) or sum(len(one["boards"]) for one in wish.templates))


def _play(address: str, code: str, boards: int) -> subprocess.Popen[bytes]:
    """Start the people's process; it ends by itself when the board is finished or gone."""
    return subprocess.Popen(
        [sys.executable, str(HERE / "run.py"), "rehearse", "--join", address, code, "--boards", str(boards)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name not in SECRETS},
    )


def _see_off(people: subprocess.Popen[bytes]) -> None:
    try:
        people.wait(SECONDS_TO_LEAVE)
    except subprocess.TimeoutExpired:
        people.kill()
        people.wait()


def address_here(config: Config) -> str:
    """The server as a program on this machine reaches it."""
    listening = ipaddress.ip_address(config.host)
    host = ("127.0.0.1" if listening.version == 4 else "::1") if listening.is_unspecified else config.host
    return f"http://{f'[{host}]' if ':' in host else host}:{config.port}{config.path_prefix}"


def rehearse(config: Config, arguments: list[str]) -> int:
    """The task: begin a rehearsal on the server that runs here; with --join, be its people."""
    asked = _asked(arguments)
    if asked.join:
        address, code = asked.join
        return _be_the_people(address, code, asked.speed, asked.boards)
    made = _begin(config, asked.template)
    print(f"ซ้อม Rehearsal:  {local_url(config)}/w/{made['workshop']}#key={made['key']}")
    print(f"รหัสเข้าร่วม join code:  {made['code'][:4]}-{made['code'][4:]}")
    print("คนจำลอง 40 คนกำลังเข้ามา 40 simulated people are coming; they write when you start the writing.")
    return 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py rehearse", description="A workshop with forty simulated people")
    parser.add_argument("--template", choices=ORDER, default=USUAL, help="what to rehearse; four-topics is a whole day")
    parser.add_argument("--join", nargs=2, metavar=("ADDRESS", "CODE"), help="be the people of a workshop")
    parser.add_argument("--speed", type=float, default=1, help="so many times as fast as people are")
    parser.add_argument("--boards", type=int, default=1, help="how many boards they stay for")
    return parser.parse_args(arguments)


def _be_the_people(address: str, code: str, speed: float, boards: int) -> int:
    from server.practice.people import take_part

    if not _is_here(urlsplit(address).hostname or ""):
        raise CannotStart(f"{address} is not on this machine, and simulated people stay on it")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(take_part(address, code, speed, boards))
    return 0


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback or host in {one.ip for one in own_addresses()}
    except ValueError:
        return host == "localhost"


def _begin(config: Config, name: str) -> dict[str, Any]:
    config = with_secrets(config)
    body = {
        "id": new_id(),
        "title": cut(TITLE[config.language].format(template(name)["name"][config.language]), TITLE_LETTERS),
        "templates": [name],
        "language": config.language,
        "password": config.create_password,
        "rehearsal": True,
    }
    answer = _post(f"{address_here(config)}/api/workshops", body)
    if not answer["ok"]:
        raise CannotStart(f"the server refused: {answer['code']}")
    return answer


def _post(url: str, body: dict[str, Any]) -> dict[str, Any]:
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    # No proxy of the environment stands between two programs of one machine.
    ask = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with ask.open(request, timeout=20) as response:
            answer: dict[str, Any] = json.load(response)
    except urllib.error.HTTPError as refused:
        answer = json.load(refused)
    except (OSError, ValueError):
        raise CannotStart(f"no server answers at {url.partition('/api')[0]}; start it first: python run.py") from None
    return answer
