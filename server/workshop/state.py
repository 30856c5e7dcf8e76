"""What a workshop is: frozen records that events turn into new ones."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from server.workshop.catalogue import Catalogue
from server.workshop.decision import Decision
from server.workshop.group import Group, Groups
from server.workshop.hold import Hold
from server.workshop.leaving import Leaving
from server.workshop.seating import Seating
from server.workshop.vote import Vote

JOIN, TRIAL, WRITE, STOPPED, SHOW, SORT, FINISHED = PHASES = (
    "join",
    "trial",
    "write",
    "stopped",
    "show",
    "sort",
    "finished",
)
SHOWN_PHASES = frozenset({SHOW, SORT, FINISHED})
GRACE_SECONDS = 30
# What the wall shows of a board.
BOARD, OVERVIEW, QR, VOTES, CHECK_OUT, FRAME, THANKS = VIEWS = (
    "board",
    "overview",
    "qr",
    "votes",
    "check_out",
    "frame",
    "thanks",
)

Touched = frozenset[str]
# Rows of words that mean the same.
Aliases = tuple[tuple[str, ...], ...]
NOTHING: Touched = frozenset()


@dataclass(frozen=True, slots=True)
class Column:
    """A named place on a board; words in Thai and English."""

    id: str
    icon: str
    colour: str
    name: Mapping[str, str]
    hint: Mapping[str, str]
    starter: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Timer:
    """A countdown in the server's time; it never stops intake by itself."""

    ends_at: str
    seconds: int


Plan = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Board:
    """One question and its columns; a step of the agenda.

    `while_shown`: cards may come while others are shown, as long as each is checked first.
    `minutes` 0 is no plan; `break_minutes` is the break after it. What a template brings along is kept as it came:
    `child` is the label and the prompt of cards that hang below others, `asks` which fields of a decision are asked,
    `vote` how people vote, `checklist` what may be missing, `script` a line to say in each phase, `rules` how cards
    are written (none: the usual way).
    """

    id: str
    template: str
    question: str
    columns: tuple[Column, ...]
    phase: str = JOIN
    cards_each: int = 3
    neighbour_cards: int = 3
    proposals: str = "optional"
    write_seconds: int = 480
    checking: bool = False
    while_shown: bool = False
    opened: bool = False
    opened_at: str | None = None
    wrote_seconds: int = 0
    stopped_at: str | None = None
    finished_at: str | None = None
    timer: Timer | None = None
    reading: str | None = None
    focus_card: str | None = None
    focus_column: str | None = None
    focus_group: str | None = None
    view: str = BOARD
    page: int = 0
    tried: frozenset[str] = frozenset()
    children_of: str | None = None
    child_limit: int = 3
    title: str = ""
    minutes: int = 0
    break_minutes: int = 0
    started_at: str | None = None
    ended_at: str | None = None
    skipped: bool = False
    child: Plan | None = None
    asks: tuple[Plan, ...] = ()
    vote: Plan | None = None
    checklist: tuple[Plan, ...] = ()
    script: tuple[Plan, ...] = ()
    rules: tuple[Plan, ...] = ()

    @property
    def takes_while_shown(self) -> bool:
        """Is it in a phase in which cards come and are shown, one by one, once somebody has read them?"""
        return self.while_shown and self.checking and self.phase in (SHOW, SORT)

    def has_column(self, column: str | None) -> bool:
        return column is None or any(one.id == column for one in self.columns)


@dataclass(frozen=True, slots=True)
class Card:
    """One idea; `column` None is the inbox, `author` None is nobody any more.

    In a group, or `under` another card, a card lies where that one lies (`places.py`); its own column is
    where it falls back to. `parent` is the card or group that it hangs below.

    `shown` is never taken back: the room has seen it, whatever hides it now. `passed`: read by somebody who
    checks, where a board is checked. `table` is where it was written, if a table may be named.
    """

    id: str
    board: str
    text: str
    rank: str
    author: str | None
    original: str | None = None
    column: str | None = None
    group: str | None = None
    under: str | None = None
    parent: str | None = None
    carried_from: str | None = None
    proposed: str | None = None
    neighbour: bool = False
    room: bool = False
    late: bool = False
    parked: bool = False
    shown: bool = False
    starred: bool = False
    passed: bool = False
    table: int | None = None

    @property
    def open_to_all(self) -> bool:
        return self.shown and not self.parked and not self.late


class Cards(Catalogue[Card]):
    """The cards by their ids, boards, columns and writers, and by what they point at."""

    __slots__ = ()

    @staticmethod
    def marks(record: Card) -> Iterator[Hashable]:
        yield "on", record.board
        yield "in", record.board, record.column
        yield "by", record.author
        for above in {record.group, record.under} - {None}:
            yield "within", above
        if record.parent is not None:
            yield "below", record.parent

    def on(self, board: str) -> Collection[Card]:
        return self.marked(("on", board))

    def falling_to(self, board: str, column: str | None) -> Collection[Card]:
        """Those whose own column this is, wherever they lie now."""
        return self.marked(("in", board, column))

    def by(self, author: str | None) -> Collection[Card]:
        return self.marked(("by", author))

    def pointing_at(self, item: str) -> Collection[Card]:
        """Those that name a group they are in, or a card above them."""
        return self.marked(("within", item))

    def hanging_below(self, item: str) -> Collection[Card]:
        return self.marked(("below", item))


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
