"""HTTP: cards brought in from a file. First a look at what it holds; then the cards people chose, as one command."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server import wire
from server.answers import answer, body, guard
from server.desk import Desk
from server.doorman import Doorman
from server.export.making import Making
from server.export.reading import Place, preview
from server.jobs import must_work
from server.workshop import Refused
from server.workshop.add_cards import AddCards
from server.workshop.finding import the_board
from server.workshop.state import Workshop

HERE = "/workshops/<workshop_id>"


class Bringing:
    """The two steps of an import."""

    def __init__(self, desk: Desk, doorman: Doorman, making: Making) -> None:
        self._desk = desk
        self._doorman = doorman
        self._making = making
        self.routes = Blueprint("bringing", __name__, url_prefix="/api")
        self.routes.add_url_rule(f"{HERE}/import", view_func=self.look, methods=["POST"])
        self.routes.add_url_rule(f"{HERE}/cards", view_func=self.add, methods=["POST"])
        guard(self.routes)

    def look(self, workshop_id: str) -> Response:
        """What a file would bring, row by row; nothing is kept of it."""
        _, live = self._doorman.sorter(request, workshop_id)
        board = the_board(live.workshop, request.args.get("board", ""))
        there = frozenset(card.text for card in live.workshop.cards.on(board.id))
        content = request.get_data(cache=False)
        if not content.strip():
            raise Refused("empty", field="file")
        name = request.args.get("name", "")
        found = self._making.make(workshop_id, preview, name, content, _places(live.workshop, board.id), there)
        return answer({"ok": True, **found})

    def add(self, workshop_id: str) -> Response:
        """The command `add_cards`, which may be longer here than any other message."""
        person, _ = self._doorman.sorter(request, workshop_id)
        id_, command = wire.command(body())
        if not isinstance(command, AddCards):
            raise Refused("malformed", field="name")
        answered = self._desk.perform(workshop_id, command, id=id_, actor=person.id, role=person.role)
        must_work(answered)
        return answer(answered)


def _places(workshop: Workshop, board: str) -> tuple[Place, ...]:
    return tuple(Place(one.id, (one.name["th"], one.name["en"])) for one in workshop.boards[board].columns)
