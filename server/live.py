"""Socket.IO: screens connect, ask for commands, and catch up. Decides nothing itself."""

from __future__ import annotations

from collections import defaultdict

from socketio.exceptions import ConnectionRefusedError as RefusedConnection

from server import wire
from server.announce import own_room, room
from server.desk import Desk
from server.frames import encode
from server.hello import AUDIENCES_OF, Hellos, Screen
from server.jobs import Committed, Job
from server.metrics import Metrics
from server.outlet import Outlet
from server.people import People, Person, new_id
from server.presence import Presence
from server.shelf import Shelf
from server.tries import Tries
from server.workshop import Refused, must_be_known
from server.workshop.let_go import LetGo
from server.workshop.verb import SORTERS
from server.workshop.views import FACILITATOR, INBOX

# What the library says of a client that closed its connection itself.
GOODBYE = "client disconnect"


class Sockets:
    """Every open screen: who it speaks for and what it looks at."""

    def __init__(
        self, outlet: Outlet, desk: Desk, shelf: Shelf, people: People, hellos: Hellos, tries: Tries, metrics: Metrics
    ) -> None:
        self._outlet = outlet
        self._desk = desk
        self._shelf = shelf
        self._people = people
        self._hellos = hellos
        self._tries = tries
        self._metrics = metrics
        self._screens: dict[str, Screen] = {}
        self._presence = Presence()
        self._told: dict[str, dict[str, object]] = {}
        outlet.on("connect", self.connect)
        outlet.on("disconnect", self.disconnect)
        outlet.on("command", self.command)
        outlet.on("catch_up", self.catch_up)
        outlet.on("waiting", self.waiting)

    def connect(self, sid: str, environ: object, auth: object = None) -> None:
        try:
            screen, since, waiting = self._admit(sid, auth)
        except Refused as refused:
            raise RefusedConnection(refused.code) from None
        self._screens[sid] = screen
        self._presence.came(screen.person, waiting)
        self._enter(screen)
        live = self._shelf.must_find(screen.person.workshop)
        self._outlet.send("hello", self._hellos.text(live, screen, since), [sid])

    def disconnect(self, sid: str, reason: object = None) -> None:
        screen = self._screens.pop(sid, None)
        if screen is None:
            return
        self._leave(screen)
        self._presence.went(screen.person, said_goodbye=reason == GOODBYE)
        self._let_go(screen.person)

    def waiting(self, sid: str, body: object) -> object:
        """A phone says how many of its cards wait to be sent: only when some do for a while, and when none do again."""
        screen = self._screens.get(sid)
        try:
            cards = wire.checked(wire.Waiting, body)["cards"]
        except Refused as refused:
            return refused.answer()
        if screen is not None:
            self._presence.waits(screen.person, cards)
        return {"ok": True}

    def command(self, sid: str, body: object) -> object:
        """Queue a command; the desk gives its acknowledgement after the commit."""
        screen = self._screens.get(sid)
        if screen is None:
            return Refused("bad_token").answer()
        try:
            id_, command = wire.command(body)
        except Refused as refused:
            return refused.answer()
        person = screen.person
        reply = self._outlet.answer_later()
        self._desk.submit(Job(person.workshop, command, id_, person.id, person.role, reply))
        return None

    def catch_up(self, sid: str, body: object) -> object:
        """Answer with the body of `hello`, for the audience asked for."""
        screen = self._screens.get(sid)
        if screen is None:
            return Refused("bad_token").answer()
        try:
            asked = wire.checked(wire.CatchUp, body)
            live = self._shelf.must_find(screen.person.workshop)
            must_be_known(live.workshop, screen.person.id, screen.person.role)
            since = asked["since"]
            if asked["audience"] not in (None, screen.audience):
                screen, since = self._move(screen, asked["audience"]), None
        except Refused as refused:
            return refused.answer()
        self._metrics.caught_up()
        self._outlet.answer_later().json(self._hellos.text(live, screen, since))
        return None

    def committed(self, committed: Committed) -> None:
        """Close the screens of a link that was revoked."""
        if any(done.name == "link_revoked" for done in committed.done):
            revoked = {key.id for key in committed.after.keys.values() if key.revoked}
            self._close("revoked", [one for one in self._of(committed.id) if one.person.id in revoked])

    def gone(self, workshop_id: str) -> None:
        """The workshop was deleted: tell its screens and close them."""
        self._close("gone", self._of(workshop_id))

    def draining(self) -> None:
        for sid in list(self._screens):
            self._outlet.send("draining", "{}", [sid])

    def in_use(self, workshop_id: str) -> bool:
        return any(screen.person.workshop == workshop_id for screen in self._screens.values())

    def by_role(self) -> dict[str, int]:
        count: dict[str, int] = defaultdict(int)
        for screen in self._screens.values():
            count[screen.person.role] += 1
        return dict(count)

    def participant(self, sid: str) -> str | None:
        """The participant behind a socket, if it is one's."""
        screen = self._screens.get(sid)
        return screen.person.id if screen and screen.person.is_participant else None

    def is_facilitator(self, sid: str) -> bool:
        screen = self._screens.get(sid)
        return screen is not None and screen.person.role in SORTERS

    def tell_presence(self) -> None:
        """Tell facilitators how their room is doing, when that has changed."""
        screens = list(self._screens.values())
        rooms = self._presence.rooms((one.person, self._outlet.answered_in(one.sid)) for one in screens)
        attacked = self._tries.under_attack()
        now = {workshop_id: {**told, "wrong_codes": attacked} for workshop_id, told in rooms.items()}
        for workshop_id, told in now.items():
            if self._told.get(workshop_id) != told:
                places = [room(workshop_id, FACILITATOR), room(workshop_id, INBOX)]
                self._outlet.send("room", encode(told), places)
        self._told = now

    def _let_go(self, person: Person) -> None:
        """Whoever leaves with their last socket leaves the queue: nobody may wait for the card they had."""
        live = self._shelf.live(person.workshop)
        if live is None or person.id not in live.workshop.holds or self._presence.is_here(person):
            return
        self._desk.submit(Job(person.workshop, LetGo(), new_id(), person.id, person.role, lambda _: None))

    def _admit(self, sid: str, auth: object) -> tuple[Screen, int | None, int]:
        if not isinstance(auth, dict):
            raise Refused("malformed")
        if auth.get("v") != wire.VERSION:
            raise Refused("reload")
        asked = wire.checked(wire.Auth, auth)
        person = self._people.read(asked["token"])
        if person is None:
            raise Refused("bad_token")
        live = self._shelf.must_find(person.workshop)
        must_be_known(live.workshop, person.id, person.role)
        audience = asked["audience"] or AUDIENCES_OF[person.role][0]
        if audience not in AUDIENCES_OF[person.role]:
            raise Refused("forbidden")
        return Screen(sid, person, audience), asked["since"], asked["waiting"]

    def _move(self, screen: Screen, audience: str) -> Screen:
        if audience not in AUDIENCES_OF[screen.person.role]:
            raise Refused("forbidden")
        self._leave(screen)
        moved = Screen(screen.sid, screen.person, audience)
        self._screens[screen.sid] = moved
        self._enter(moved)
        return moved

    def _enter(self, screen: Screen) -> None:
        for place in _rooms_of(screen):
            self._outlet.enter(screen.sid, place)

    def _leave(self, screen: Screen) -> None:
        for place in _rooms_of(screen):
            self._outlet.leave(screen.sid, place)

    def _of(self, workshop_id: str) -> list[Screen]:
        return [screen for screen in self._screens.values() if screen.person.workshop == workshop_id]

    def _close(self, event: str, screens: list[Screen]) -> None:
        for screen in screens:
            self._outlet.send(event, "{}", [screen.sid])
            self._outlet.close(screen.sid, event)


def _rooms_of(screen: Screen) -> list[str]:
    person = screen.person
    rooms = [room(person.workshop, screen.audience)]
    if person.is_participant:
        rooms.append(own_room(person.workshop, screen.audience, person.id))
    return rooms
