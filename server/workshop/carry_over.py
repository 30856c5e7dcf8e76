"""Groups and cards go on to another board of the day: failures become candidates for improving."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, ClassVar

from server.workshop import rank
from server.workshop.card import from_the_room
from server.workshop.decision import Decision
from server.workshop.fields import CARD_LETTERS, Between, Id, Slug
from server.workshop.finding import a_column, an_item, the_board
from server.workshop.places import items, members
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

ID_BYTES = 12
Carried = Annotated[tuple[Id, ...], Between(1, 200)]


@dataclass(frozen=True, slots=True)
class ItemsCarried(Event):
    name: ClassVar[str] = "items_carried"
    undoable: ClassVar[bool] = True

    board: str
    column: str | None
    # Each new card's id, words and place, and what it comes from.
    cards: tuple[tuple[str, str, str, str], ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        made = tuple(
            from_the_room(id_, self.board, text, place, column=self.column, carried_from=source, shown=True)
            for id_, text, place, source in self.cards
        )
        return workshop.with_cards(*made), touched_cards(made)


@dataclass(frozen=True, slots=True)
class CarryOver(Command):
    name: ClassVar[str] = "carry_over"
    roles: ClassVar[frozenset[str]] = SORTERS

    items: Carried
    to: Slug
    column: Slug | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.to)
        a_column(board, self.column)
        known = {card.carried_from for card in workshop.cards.on(board.id)}
        sources = list(dict.fromkeys(an_item(workshop, item) for item in self.items))
        texts = {source: words_of(workshop, source) for source in sources if source not in known}
        if not texts:
            return None
        there = items(workshop, board.id, self.column)
        ids = [card_id(asked.id, number) for number in range(len(texts))]
        places = rank.row(there[-1].rank if there else None, None, ids)
        made = zip(ids, texts.values(), places, texts, strict=True)
        return ItemsCarried(board.id, self.column, tuple(made))


def words_of(workshop: Workshop, item: str) -> str:
    """What a card or a group is called in a report: its wording there, its name, or its first card's words."""
    reported = workshop.decisions.get(item, Decision()).report
    if 0 < len(reported) <= CARD_LETTERS:
        return reported
    card = workshop.cards.get(item)
    if card is not None:
        if not workshop.visible(card):
            raise Refused("not_shown", field="items")
        return card.text
    seen = [one.text for one in members(workshop, item) if workshop.visible(one)]
    if not seen:
        raise Refused("not_shown", field="items")
    return workshop.groups[item].name or seen[0]


def card_id(command: str, number: int) -> str:
    """The id of the n-th card that one command makes: always the same, however often it is repeated."""
    return urlsafe_b64encode(sha256(f"{command} {number}".encode()).digest()[:ID_BYTES]).decode()
