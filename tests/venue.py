"""The server without a network: its own parts on a temporary database, sockets that are lists, a clock by hand."""

from __future__ import annotations

import itertools
import json
import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from screen import Screen
from socketio.exceptions import ConnectionRefusedError as RefusedConnection

from server import database, wire
from server.announce import Announcer
from server.caretaker import Caretaker
from server.desk import Desk
from server.founding import Founding, Wish
from server.frames import snapshot_json
from server.hello import Hellos
from server.jobs import Committed
from server.links import Links
from server.live import Sockets
from server.metrics import Metrics
from server.people import People, Person
from server.reception import Reception
from server.shelf import Live, Shelf
from server.tries import Tries
from server.workshop.clock import iso
from server.workshop.views import own

SECRET = "a secret of forty characters, for testing"
BOARD = "board-1"
NINE = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)

Answer = dict[str, Any]
_ids = [itertools.count(1)]


def an_id() -> str:
    """A fresh command id, as a phone would make it."""
    return f"command-{next(_ids[0]):08d}"


def same_ids_again() -> None:
    """Begin at the first id, so that a seed says everything about a play."""
    _ids[0] = itertools.count(1)


class Clock:
    def __init__(self, now: datetime = NINE) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)


class Reply:
    def __init__(self) -> None:
        self.text: str | None = None
        self.there = threading.Event()

    def __call__(self, answer: object) -> None:
        self.json(json.dumps(answer))

    def json(self, text: str) -> None:
        self.text = text
        self.there.set()

    def get(self) -> Answer:
        assert self.there.wait(60), "no acknowledgement came"
        assert self.text is not None
        answer: Answer = json.loads(self.text)
        return answer


class Lines:
    """The way out, ending in functions instead of sockets."""

    def __init__(self) -> None:
        self.handlers: dict[str, Callable[..., Any]] = {}
        self.hears: dict[str, Callable[[str, str], None]] = {}
        self._members: dict[str, dict[str, None]] = defaultdict(dict)
        self._now: Reply | None = None
        self._lock = threading.RLock()

    def on(self, event: str, handler: Callable[..., object]) -> None:
        self.handlers[event] = handler

    def send(self, event: str, json_text: str, rooms: Iterable[str], skipped: Collection[str] = ()) -> int:
        with self._lock:
            sids = dict.fromkeys(sid for room in rooms for sid in (room, *self.members(room)) if sid in self.hears)
            to = [sid for sid in sids if sid not in skipped]
            for sid in to:
                self.hears[sid](event, json_text)
            return len(to)

    def members(self, room: str) -> Collection[str]:
        return tuple(self._members.get(room, ()))

    def enter(self, sid: str, room: str) -> None:
        self._members[room][sid] = None

    def leave(self, sid: str, room: str) -> None:
        self._members[room].pop(sid, None)

    def answered_in(self, sid: str) -> float | None:
        return None

    def close(self, sid: str, reason: str) -> None:
        self.handlers["disconnect"](sid, reason)
        self.hears.pop(sid, None)

    def answer_later(self) -> Reply:
        assert self._now is not None
        return self._now

    def ask(self, event: str, sid: str, body: object) -> Answer:
        """Say something on a socket and wait for its acknowledgement."""
        self._now = reply = Reply()
        answer = self.handlers[event](sid, body)
        if answer is not None:
            reply(answer)
        return reply.get()


@dataclass
class House:
    """One server process's worth of parts."""

    shelf: Shelf
    desk: Desk
    announcer: Announcer
    sockets: Lines
    live: Sockets
    reception: Reception
    founding: Founding
    links: Links
    people: People
    caretaker: Caretaker
    hellos: Hellos
    engine: Any


def make_house(path: Path, clock: Clock, seconds: float = 0.0) -> House:
    engine = database.open_engine(f"sqlite:///{path}")
    people, shelf, tries = People(SECRET), Shelf(engine), Tries()
    sockets = Lines()
    announcer = Announcer(sockets, room_seconds=seconds, phone_seconds=seconds)
    hellos = Hellos(announcer.greeted, clock)
    metrics = Metrics()

    def tell(committed: Committed) -> None:
        announcer.announce(committed)
        live.committed(committed)

    desk = Desk(engine, shelf, tell, metrics, clock)
    live = Sockets(sockets, desk, shelf, people, hellos, tries, metrics)
    reception = Reception(desk, shelf, people, engine, tries, clock)
    founding, links = Founding(desk, shelf, people, engine, clock), Links(desk, shelf, people, engine, clock)
    caretaker = Caretaker(
        engine, desk, shelf, lambda id_: (live.gone(id_), announcer.forget(id_)), clock, lambda: clock().timestamp()
    )
    desk.start()
    return House(shelf, desk, announcer, sockets, live, reception, founding, links, people, caretaker, hellos, engine)


class Venue:
    """A workshop and the people in it; the house can be left and started again under them."""

    def __init__(self, path: Path, *, seconds: float = 0.0, **wish: Any) -> None:
        self.path, self.seconds, self.clock = path, seconds, Clock()
        self.house = make_house(path, self.clock, seconds)
        self._sids = itertools.count(1)
        made = self.house.founding.create(
            Wish(**({"id": an_id(), "title": "เวทีปี 70", "question": "อะไรควรเปลี่ยน"} | wish))
        )
        self.id, self.code, self.owner_key = made["workshop"], made["code"], made["key"]
        self.secrets = [made["key"], made["token"]]
        self.fay = Somebody(self, made["token"])

    @property
    def live(self) -> Live:
        live = self.house.shelf.find(self.id)
        assert live is not None
        return live

    @property
    def board(self) -> Any:
        return self.live.workshop.boards[BOARD]

    def joins(self) -> Somebody:
        joined = self.house.reception.join(self.code, an_id(), "10.0.0.9", lambda _: None)
        self.secrets += [joined["token"], joined["resume_code"]]
        return Somebody(self, joined["token"])

    def link(self, role: str, name: str = "ลิงก์") -> Somebody:
        """A new link, and whoever comes in by it."""
        minted = self.house.links.mint(self.fay.person, an_id(), role, name)
        entered = self.house.reception.enter(minted["key"], "10.0.0.8")
        self.secrets += [minted["key"], entered["token"]]
        return Somebody(self, entered["token"])

    def restart(self) -> None:
        self.close()
        self.house = make_house(self.path, self.clock, self.seconds)

    def close(self) -> None:
        self.house.desk.stop()
        self.house.engine.dispose()

    def connect(self, token: str, hear: Callable[[str, str], None], **auth: Any) -> str:
        """Open a socket; raises RefusedConnection."""
        sid = f"sid-{next(self._sids)}"
        self.house.sockets.hears[sid] = hear
        try:
            self.house.sockets.handlers["connect"](sid, {}, {"token": token, "v": 1} | auth)
        except RefusedConnection:
            del self.house.sockets.hears[sid]
            raise
        return sid

    def truth(self, screen: Screen) -> tuple[Any, Any]:
        """What a screen that has everything shows: JSON of a fresh snapshot, and of its own records."""
        workshop = self.live.workshop
        mine = own(workshop, screen.who.id) if screen.me["role"] == "participant" else {}
        return json.loads(snapshot_json(workshop, screen.audience)), _as_json(mine)

    def quiet(self) -> None:
        """Wait until everything that was answered has been announced, coalesced frames too."""
        self.house.desk.write(lambda _: None)
        self.house.announcer.flush()

    def tell_heads(self) -> None:
        self.quiet()
        self.house.announcer.heads(lambda _w, _a, seq: {"seq": seq, "now": iso(self.clock())})


class Somebody:
    """A person with a token: does things as over HTTP, and may open screens."""

    def __init__(self, venue: Venue, token: str) -> None:
        self.venue, self.token = venue, token
        person = venue.house.people.read(token)
        assert person is not None
        self.person: Person = person

    @property
    def id(self) -> str:
        return self.person.id

    def does(self, name: str, id: str | None = None, **fields: Any) -> Answer:
        """Ask for a command and wait for the answer."""
        asked, command = wire.command({"id": id or an_id(), "name": name, **fields})
        person = self.person
        desk = self.venue.house.desk
        answer = desk.perform(person.workshop, command, id=asked, actor=person.id, role=person.role)
        # Answers come before announcements; what is queued behind them comes after.
        desk.write(lambda _: None)
        return answer

    def writes(self, text: str, **fields: Any) -> str:
        """Send a card; returns its id."""
        id_ = an_id()
        answer = self.does("submit_card", id=id_, board=BOARD, text=text, **fields)
        assert answer["ok"], answer
        return id_

    def starts(self, phase: str) -> None:
        answer = self.does("start_phase", board=BOARD, phase=phase)
        assert answer["ok"], answer

    def screen(self, **auth: Any) -> Screen:
        screen = Screen(lambda body: self.venue.house.sockets.ask("catch_up", screen.sid, body), self)
        screen.sid = self.venue.connect(self.token, screen.hear, **auth)
        return screen


def _as_json(value: object) -> Any:
    return json.loads(json.dumps(value))
