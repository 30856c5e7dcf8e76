"""What a workshop is: frozen records that events turn into new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from server.workshop.board import SHOWN_PHASES, Board
from server.workshop.card import Card, Cards
from server.workshop.catalogue import Catalogue
from server.workshop.decision import Decision
from server.workshop.group import Group, Groups
from server.workshop.hold import Hold
from server.workshop.leaving import Leaving
from server.workshop.seating import Seating
from server.workshop.vote import Vote

Touched = frozenset[str]
# Rows of words that mean the same.
Aliases = tuple[tuple[str, ...], ...]
NOTHING: Touched = frozenset()


@dataclass(frozen=True, slots=True)
class Key:
    """A secret link as the board knows it: never the secret."""

    id: str
    role: str
    name: str
    minted_at: str
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """How phones in this room reach the server."""

    address: str | None = None
    wifi_name: str | None = None
    wifi_password: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one record, before and after; field "" is the whole record."""

    key: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Step:
    """What one command changed, by name, so that it can be undone."""

    seq: int
    name: str
    count: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """One key's steps: the last of `done` is undone first."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Workshop:
    """An ordered list of boards under one join code."""

    id: str = ""
    code: str = ""
    title: str = ""
    language: str = "th"
    fiscal_year: int | None = None
    rehearsal_of: str | None = None
    created_at: str = ""
    expires_on: str = ""
    order: tuple[str, ...] = ()
    active: str = ""
    boards: Catalogue[Board] = field(default_factory=Catalogue)
    cards: Cards = field(default_factory=Cards)
    groups: Groups = field(default_factory=Groups)
    votes: Mapping[str, Vote] = field(default_factory=dict)
    decisions: Catalogue[Decision] = field(default_factory=Catalogue)
    leaving: Leaving = field(default_factory=Leaving)
    keys: Mapping[str, Key] = field(default_factory=dict)
    participants: frozenset[str] = frozenset()
    joined: int = 0
    senders: Mapping[str, int] = field(default_factory=dict)
    seating: Seating = field(default_factory=Seating)
    holds: Mapping[str, Hold] = field(default_factory=dict)
    asked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    joining: bool = True
    blank: bool = False
    paused: bool = False
    # During a break: when the room goes on.
    back_at: str | None = None
    room: Room = Room()
    locked: bool = False
    # None: the usual ones.
    aliases: Aliases | None = None
    # Cards that somebody said are not the same.
    apart: tuple[tuple[str, ...], ...] = ()
    steps: Mapping[str, Steps] = field(default_factory=dict)

    def with_board(self, board: Board) -> Workshop:
        return replace(self, boards=self.boards.having({board.id: board}))

    def without_board(self, board: str) -> Workshop:
        return replace(self, boards=self.boards.without([board]))

    def with_cards(self, *cards: Card) -> Workshop:
        return replace(self, cards=self.cards.having({card.id: card for card in cards})) if cards else self

    def without_card(self, card: str) -> Workshop:
        return replace(self, cards=self.cards.without([card]))

    def with_groups(self, *groups: Group) -> Workshop:
        return replace(self, groups=self.groups.having({group.id: group for group in groups})) if groups else self

    def without_groups(self, *names: str) -> Workshop:
        return replace(self, groups=self.groups.without(names)) if names else self

    def without_authors(self) -> Workshop:
        return replace(self, cards=Cards((name, replace(card, author=None)) for name, card in self.cards.items()))

    def with_vote(self, vote: Vote) -> Workshop:
        return replace(self, votes={**self.votes, vote.id: vote})

    def with_decision(self, item: str, decision: Decision) -> Workshop:
        return replace(self, decisions=self.decisions.having({item: decision}))

    def visible(self, card: Card) -> bool:
        """May the room see this card now?"""
        return self.cleared(card) and self.boards[card.board].phase in SHOWN_PHASES

    def cleared(self, card: Card) -> bool:
        """Does nothing but the phase keep the room from seeing this card?"""
        return card.open_to_all and not self.unchecked(card)

    def unchecked(self, card: Card) -> bool:
        """Must somebody read this card before the room may see it?"""
        return self.boards[card.board].checking and not card.passed

    def as_seen(self, card: Card) -> Card:
        """The card as the room has it now: what it could see once is shown for good."""
        return card if card.shown or not self.is_shown_now(card) else replace(card, shown=True)

    def is_shown_now(self, card: Card) -> bool:
        """Would this card be shown as the board stands now?"""
        board = self.boards[card.board]
        # What is sent below a card is shown when its round ends.
        in_a_round = card.parent is not None and card.parent == board.children_of
        hidden = card.parked or card.late or in_a_round or self.unchecked(card)
        return not hidden and board.phase in SHOWN_PHASES


def touched_cards(cards: tuple[Card, ...]) -> Touched:
    """The records that may change with these cards: each of them, their boards' counts and what is shown large."""
    boards = {card.board for card in cards}
    records = {f"card:{card.id}" for card in cards}
    return frozenset(records | {f"{kind}:{board}" for board in boards for kind in ("counts", "spotlight")})
