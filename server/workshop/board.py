"""A board: one question, its columns, and how far the room has come with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
