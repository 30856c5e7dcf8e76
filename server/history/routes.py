"""HTTP: the history in words, the replay, and bringing a board back as it was. For facilitators only."""

from __future__ import annotations

from flask import Blueprint, Response, request
from sqlalchemy import Engine

from server import bodies, wire
from server.answers import answer, body, guard
from server.desk import Desk
from server.doorman import Doorman
from server.export.giving_way import giving_way
from server.history.lines import Teller
from server.history.reading import as_of, events_at, from_the_beginning, newest_before
from server.history.replay import replay
from server.jobs import must_work
from server.workshop import Refused
from server.workshop.arrange import Arrange
from server.workshop.finding import the_board

HERE = "/workshops/<workshop_id>"
MOST_LINES = 500


class History:
    """The routes of one workshop's past."""

    def __init__(self, engine: Engine, doorman: Doorman, desk: Desk) -> None:
        self._engine = engine
        self._doorman = doorman
        self._desk = desk
        self.routes = Blueprint("history", __name__, url_prefix="/api")
        self.routes.add_url_rule(f"{HERE}/history", view_func=self.lines)
        self.routes.add_url_rule(f"{HERE}/replay", view_func=self.replay)
        self.routes.add_url_rule(f"{HERE}/bring_back_then", view_func=self.bring_back_then, methods=["POST"])
        guard(self.routes)

    def lines(self, workshop_id: str) -> Response:
        _, live = self._doorman.sorter(request, workshop_id)
        before = request.args.get("before", default=live.seq + 1, type=int)
        limit = min(max(request.args.get("limit", default=100, type=int), 1), MOST_LINES)
        with self._engine.connect() as connection:
            entries = newest_before(connection, workshop_id, before, limit)
            undone = {seq for entry in entries if isinstance(seq := getattr(entry.event, "step", None), int)}
            steps = events_at(connection, workshop_id, undone)
        oldest = entries[-1].seq if entries else 1
        told = Teller(live.workshop, steps).lines(giving_way(entries))
        return answer({"ok": True, "lines": told, "before": oldest if oldest > 1 else None})

    def replay(self, workshop_id: str) -> Response:
        _, live = self._doorman.sorter(request, workshop_id)
        board = the_board(live.workshop, request.args.get("board") or live.workshop.active)
        seq = live.seq
        told = replay(live, board.id, from_the_beginning(self._engine, workshop_id))
        return answer({"ok": True, "board": board.id, "seq": seq, **told})

    def bring_back_then(self, workshop_id: str) -> Response:
        person, live = self._doorman.sorter(request, workshop_id)
        asked = wire.checked(bodies.BringBackThen, body())
        if asked["to"] > live.seq:
            raise Refused("malformed", field="to")
        then = as_of(self._engine, workshop_id, asked["to"])
        command = Arrange(asked["board"], then)
        answered = self._desk.perform(workshop_id, command, id=asked["id"], actor=person.id, role=person.role)
        must_work(answered)
        return answer(answered)
