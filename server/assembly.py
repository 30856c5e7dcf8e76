"""The only place where the parts meet."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask
from flask_socketio import SocketIO
from sqlalchemy import Engine

from server import database, door, pages, runtime, transport
from server.addresses import public_address
from server.afterwards import Afterwards
from server.announce import Announcer
from server.api import Api
from server.caretaker import Caretaker
from server.config import Config
from server.desk import Desk
from server.doorman import Doorman
from server.export.bringing import Bringing
from server.export.copies import SafeCopies
from server.export.making import Making
from server.export.office_letterhead import OfficeLetterhead
from server.export.routes import Exports
from server.export.taking import Taking
from server.following import Following
from server.founding import Founding
from server.hello import Hellos
from server.history.routes import History
from server.jobs import Committed
from server.links import Links
from server.live import Sockets
from server.metrics import Metrics
from server.office_templates import OfficeTemplates
from server.outlet import Outlet
from server.people import People
from server.reception import Reception
from server.rehearsal import Rehearsals
from server.shelf import Shelf
from server.similar.errand import Alike
from server.similar.routes import SimilarCards
from server.template_routes import TemplateRoutes
from server.tries import Tries
from server.workshop.clock import iso, utc_now
from server.workshop.views import PHONE
from server.workshop_api import WorkshopApi

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

STATIC = Path(__file__).parent / "static"
HEAD_SECONDS = 10
# With every sixth head: their clocks do not drift much in a minute.
PHONES_HEAR_TIME = 6
PRESENCE_SECONDS = 2
TIDY_SECONDS = 3_600
PUT_AWAY_SECONDS = 60
COPY_SECONDS = 2


@dataclass
class House:
    """The application put together: what to serve, and how to end it."""

    config: Config
    app: WSGIApplication
    flask: Flask
    socketio: SocketIO
    engine: Engine
    shelf: Shelf
    desk: Desk
    announcer: Announcer
    live: Sockets
    reception: Reception
    founding: Founding
    links: Links
    people: People
    caretaker: Caretaker
    rehearsals: Rehearsals
    metrics: Metrics
    making: Making
    copies: SafeCopies
    exports: Exports
    alike: Alike
    clocks: list[Callable[[], None]]
    draining: bool = False

    def drain(self) -> None:
        """Answer what is queued and tell the screens; what comes later finds a new server."""
        self.draining = True
        self.rehearsals.close()
        self.alike.close()
        self.desk.stop()
        self.announcer.flush()
        self.live.draining()

    def close(self) -> None:
        for stop in self.clocks:
            stop()
        self.rehearsals.close()
        self.alike.close()
        self.desk.stop()
        self.making.close()
        self.engine.dispose()


def assemble(config: Config, making: Making | None = None) -> House:
    """Build every part from the settings; raises CannotStart with one clear line."""
    making = making or Making()
    engine = database.open_engine(config.database_url)
    people, shelf, tries = People(config.secret_key), Shelf(engine), Tries()
    metrics = Metrics()
    copies = SafeCopies(config.safe_copies_folder, config.safe_copies, engine, making)
    flask = Flask(__name__, static_folder=None)
    socketio = _socketio(flask, config, lambda: live)
    outlet = Outlet(socketio, transport.transport_of(socketio))
    announcer = Announcer(outlet, room_seconds=config.room_ms / 1000, phone_seconds=config.phone_ms / 1000)
    hellos = Hellos(announcer.greeted)
    desk = Desk(engine, shelf, lambda committed: _tell(committed, announcer, live, copies), metrics)
    live = Sockets(outlet, desk, shelf, people, hellos, tries, metrics)
    reception = Reception(desk, shelf, people, engine, tries)
    founding, links = Founding(desk, shelf, people, engine), Links(desk, shelf, people, engine)
    caretaker = Caretaker(
        engine, desk, shelf, lambda workshop_id: _gone(workshop_id, announcer, live), forget_copies=copies.forget
    )
    doorman = Doorman(people, shelf)
    rehearsals = Rehearsals(config, founding, desk)
    templates = OfficeTemplates(config.data_dir)
    following = Following(founding, desk, people)
    api = Api(config, doorman, reception, founding, following, rehearsals, templates)
    flask.register_blueprint(api.routes)
    afterwards = Afterwards(config, doorman, links, people, following, api.must_be_allowed_to_create)
    flask.register_blueprint(afterwards.routes)
    flask.register_blueprint(TemplateRoutes(doorman, templates).routes)
    workshop_api = WorkshopApi(config, desk, doorman, links, hellos, caretaker, rehearsals)
    flask.register_blueprint(workshop_api.routes)
    exports = Exports(doorman, Taking(config, engine, making), making, copies, OfficeLetterhead(config.data_dir))
    flask.register_blueprint(exports.routes)
    flask.register_blueprint(Bringing(desk, doorman, making).routes)
    flask.register_blueprint(History(engine, doorman, desk).routes)
    alike = Alike()
    flask.register_blueprint(SimilarCards(doorman, alike).routes)
    flask.register_blueprint(pages.screens(STATIC))
    flask.register_blueprint(pages.health(engine, lambda: house.draining, metrics))
    _watch(metrics, desk, live, announcer, transport.transport_of(socketio))
    desk.start()
    house = House(
        config=config,
        app=door.front(pages.with_assets(flask, STATIC), config),
        flask=flask,
        socketio=socketio,
        engine=engine,
        shelf=shelf,
        desk=desk,
        announcer=announcer,
        live=live,
        reception=reception,
        founding=founding,
        links=links,
        people=people,
        caretaker=caretaker,
        rehearsals=rehearsals,
        metrics=metrics,
        making=making,
        copies=copies,
        exports=exports,
        alike=alike,
        clocks=[],
    )
    house.clocks += _clocks(house)
    return house


def _socketio(flask: Flask, config: Config, live: Callable[[], Sockets]) -> SocketIO:
    guards = transport.Guards(
        participant=lambda sid: live().participant(sid),
        is_facilitator=lambda sid: live().is_facilitator(sid),
        # The door has checked the Origin; behind a proxy only it knows our public name.
        allowed_origin=lambda _origin, _environ: True,
    )
    fast = config.transport == "fast"
    return transport.make_socketio(flask, fast=fast, async_mode=config.run_with, guards=guards)


def _tell(committed: Committed, announcer: Announcer, live: Sockets, copies: SafeCopies) -> None:
    announcer.announce(committed)
    live.committed(committed)
    copies.committed(committed)


def _gone(workshop_id: str, announcer: Announcer, live: Sockets) -> None:
    live.gone(workshop_id)
    announcer.forget(workshop_id)


def _watch(metrics: Metrics, desk: Desk, live: Sockets, announcer: Announcer, sockets: transport.Transport) -> None:
    """What is read off the parts when somebody asks for the metrics."""
    read = metrics.read
    read("batkham_screens", "Open screens", "role", lambda: {**live.by_role()})
    read("batkham_sockets", "Open connections", "transport", lambda: {**sockets.sockets()})
    read("batkham_waiting", "Commands that wait for the desk", "queue", lambda: {"desk": desk.waiting})
    read("batkham_commits", "Commits, by where they ran", "where", lambda: {**desk.commits}, grows=True)
    read("batkham_frames", "Frames sent", "audience", lambda: {**announcer.frames}, grows=True)
    read("batkham_frame_bytes", "Bytes of frames sent", "audience", lambda: {**announcer.bytes}, grows=True)
    read("batkham_drops", "Connections dropped", "reason", lambda: {**sockets.counters.drops}, grows=True)
    read("batkham_refused", "Connections refused", "reason", lambda: {**sockets.counters.refused}, grows=True)


def _clocks(house: House) -> list[Callable[[], None]]:
    """What happens by itself, now and then."""

    beats = itertools.count()

    def heads() -> None:
        tells_time = next(beats) % PHONES_HEAR_TIME == 0
        house.announcer.heads(lambda *about: head(*about, tells_time=tells_time))

    def head(workshop_id: str, audience: str, seq: int, *, tells_time: bool) -> dict[str, object]:
        if audience in PHONE and not tells_time:
            return {"seq": seq}
        told: dict[str, object] = {"seq": seq, "now": iso(utc_now())}
        found = house.shelf.live(workshop_id)
        if audience in PHONE or found is None:
            return told
        return {**told, "address": public_address(house.config, found.workshop.room.address)}

    runtime.spawn(house.caretaker.tidy)
    runtime.spawn(house.metrics.watch_hub, runtime.sleep)
    runtime.spawn(house.copies.look_again)
    return [
        runtime.every(HEAD_SECONDS, heads),
        runtime.every(PRESENCE_SECONDS, house.live.tell_presence),
        runtime.every(TIDY_SECONDS, house.caretaker.tidy),
        runtime.every(PUT_AWAY_SECONDS, lambda: house.shelf.put_away(house.live.in_use, house.announcer.forget)),
        runtime.every(PUT_AWAY_SECONDS, house.making.rest),
        runtime.every(PUT_AWAY_SECONDS, house.exports.tickets.tidy),
        runtime.every(COPY_SECONDS, house.copies.write_due),
    ]
