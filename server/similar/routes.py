"""HTTP: which cards of a board are alike, as far as whoever asks may see them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, request

from server.answers import answer, guard
from server.doorman import Doorman
from server.similar.errand import Alike
from server.similar.usual_aliases import USUAL
from server.workshop import Refused, Workshop
from server.workshop.finding import the_board
from server.workshop.views import DESK, FACILITATOR, Record, record

# Beyond this the answer would come too late to be of use.
MOST_CARDS = 2_000


class SimilarCards:
    """One route; what it tells moves nothing."""

    def __init__(self, doorman: Doorman, alike: Alike) -> None:
        self._doorman = doorman
        self._alike = alike
        self.routes = Blueprint("similar", __name__, url_prefix="/api")
        self.routes.add_url_rule("/workshops/<workshop_id>/similar", view_func=self.similar)
        guard(self.routes)

    def similar(self, workshop_id: str) -> Response:
        _, live = self._doorman.sorter(request, workshop_id)
        audience = request.args.get("audience", FACILITATOR)
        if audience not in DESK:
            raise Refused("forbidden")
        workshop = live.workshop
        board = the_board(workshop, request.args.get("board") or workshop.active)
        cards = list(itertools.islice(_cards(workshop, board.id, audience), MOST_CARDS))
        aliases = USUAL if workshop.aliases is None else workshop.aliases
        told = self._alike.ask(_question(workshop, cards, aliases))
        return answer(
            {"ok": True, "aliases": aliases, "by": told["by"], "more": told["more"], **_suggestions(cards, told)}
        )


def _cards(workshop: Workshop, board: str, audience: str) -> Iterator[Record]:
    """The cards that stand for themselves; those beneath another or aside are no matter of sorting."""
    for name in sorted(workshop.cards):
        if workshop.cards[name].board != board:
            continue
        found = record(workshop, f"card:{name}", audience)
        if found and not (found["under"] or found["parent"] or found.get("parked") or found.get("late")):
            yield found


def _question(workshop: Workshop, cards: list[Record], aliases: Any) -> dict[str, Any]:
    place = {card["id"]: at for at, card in enumerate(cards)}
    apart = {
        tuple(sorted((place[first], place[second])))
        for kept in workshop.apart
        for first, second in itertools.combinations([card for card in kept if card in place], 2)
    }
    return {
        "texts": [card["text"] for card in cards],
        "groups": [card["group"] for card in cards],
        "apart": sorted(apart),
        "aliases": aliases,
    }


def _suggestions(cards: list[Record], told: dict[str, Any]) -> dict[str, Any]:
    ids = [card["id"] for card in cards]
    return {
        "pairs": [(ids[first], ids[second], score) for first, second, score in told["pairs"]],
        "groups": [
            {"cards": [ids[at] for at in pile], "into": group}
            if group
            else {"cards": [ids[at] for at in pile], "name": cards[middle]["text"]}
            for pile, group, middle in told["piles"]
        ],
    }
