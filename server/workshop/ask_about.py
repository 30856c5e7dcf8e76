"""A participant asks what a shown card means; nobody learns who asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.board import FINISHED
from server.workshop.fields import Id
from server.workshop.finding import the_board, the_card
from server.workshop.refused import Refused
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SENDERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class AskedAbout(Event):
    name: ClassVar[str] = "asked_about"

    card: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        card = workshop.cards[self.card].id
        asking = workshop.asked.get(card, frozenset()) | {stamp.actor}
        after = replace(workshop, asked={**workshop.asked, card: asking})
        return after, frozenset({f"card:{card}", f"me:{stamp.actor}"})


@dataclass(frozen=True, slots=True)
class AskAbout(Command):
    name: ClassVar[str] = "ask_about"
    roles: ClassVar[frozenset[str]] = SENDERS

    card: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        card = the_card(workshop, self.card)
        if not workshop.visible(card):
            # A card that is not shown is not even there for whoever may not see it.
            raise Refused("no_such_card", field="card")
        if the_board(workshop, card.board).phase == FINISHED:
            raise Refused("finished")
        return None if asked.actor in workshop.asked.get(card.id, ()) else AskedAbout(card.id)
