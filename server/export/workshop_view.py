"""The finished workshop as documents show it: plain frozen rows, and only what their reader may see.

Every format is made from this view; a field added here reaches them all. The rows can be pickled.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

ICONS = {
    "square": "■",
    "arrow-up": "↑",
    "plus": "＋",
    "circle": "●",
    "triangle": "▲",
    "diamond": "◆",
    "arrow-down": "↓",
    "minus": "−",
    "check": "✓",
    "flag": "⚑",
    "pause": "‖",
    "drop": "◊",
}


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What the room decided about a group or a card; "" is not decided."""

    conclusion: str = ""
    owner: str = ""
    # In words of the view's language: a date or a fiscal quarter; `due_on` is the date if it is one.
    due: str = ""
    due_on: date | None = None
    first_step: str = ""
    indicator: str = ""
    budget: str = ""
    why: str = ""
    successor: str = ""
    note: str = ""
    # The wording for the report, beside the one of the wall.
    report: str = ""
    # not_started, under_way, done, cancelled, or "" where nobody follows it up.
    status: str = ""
    status_note: str = ""


NO_DECISION = DecisionView()


# How many put an item where when all placed by themselves: columns by name, without those that nobody chose.
Placed: TypeAlias = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """One card; `number` counts every card of a board in the order of the wall.

    `original` is the writer's wording where it was corrected. `stacked` are the wordings of the same idea
    beneath it: they take the numbers that follow, `times` counts them with it. `carried` of these came from another
    board of the same view, where they are counted already. `votes` is None until votes are shown. `table` is where
    it was written, when enough people sat there.
    """

    number: int
    text: str
    original: str | None = None
    starred: bool = False
    times: int = 1
    stacked: tuple[str, ...] = ()
    carried: int = 0
    children: tuple[CardView, ...] = ()
    votes: int | None = None
    hands: int | None = None
    placed: Placed = ()
    decision: DecisionView = NO_DECISION
    id: str = ""
    table: int | None = None

    @property
    def count(self) -> int:
        return self.times


@dataclass(frozen=True, slots=True)
class GroupView:
    """A named group of cards in their order."""

    name: str
    cards: tuple[CardView, ...]
    starred: bool = False
    votes: int | None = None
    hands: int | None = None
    placed: Placed = ()
    decision: DecisionView = NO_DECISION
    children: tuple[CardView, ...] = ()
    id: str = ""

    @property
    def count(self) -> int:
        return sum(card.times for card in self.cards)


ItemView: TypeAlias = CardView | GroupView


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column, its groups and loose cards in one order; `id` None is what has no column yet."""

    id: str | None
    icon: str
    colour: str
    name: str
    hint: str
    items: tuple[ItemView, ...]

    @property
    def cards(self) -> tuple[CardView, ...]:
        """All cards that lie here, in a group or loose; not those stacked or hanging beneath them."""
        return tuple(card for item in self.items for card in (item.cards if isinstance(item, GroupView) else (item,)))

    @property
    def groups(self) -> tuple[GroupView, ...]:
        return tuple(item for item in self.items if isinstance(item, GroupView))

    @property
    def count(self) -> int:
        return sum(item.count for item in self.items)

    @property
    def carried(self) -> int:
        """How many of them came from another board of the same view."""
        return sum(card.carried for card in self.cards)


@dataclass(frozen=True, slots=True)
class VoteView:
    """A vote whose result was shown; `on` is groups or cards, `budgets` by column id."""

    on: str
    each: int
    most_on_one: int
    voted: int
    of: int
    budgets: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PlacingView:
    """Everybody placed by themselves, and the result was shown."""

    voted: int
    of: int


@dataclass(frozen=True, slots=True)
class Counts:
    """`cards` as this view shows them (stacked ones too), `senders` people who sent any.

    `carried` of the cards came from another board of this view: a day counts them there.
    """

    cards: int
    groups: int
    senders: int
    carried: int = 0


@dataclass(frozen=True, slots=True)
class BoardView:
    """One question and what came of it; `day` is when it was finished, today for one that is not."""

    id: str
    title: str
    question: str
    phase: str
    day: date
    columns: tuple[ColumnView, ...]
    counts: Counts
    parked: tuple[CardView, ...] = ()
    # What cards beneath others are called here: การพัฒนาต่อยอด, แนวทางแก้ไข.
    child: str = ""
    vote: VoteView | None = None
    placing: PlacingView | None = None

    @property
    def heading(self) -> str:
        return self.title or self.question

    @property
    def asked(self) -> str:
        """The question, where the heading is not the question already."""
        return self.question if self.question != self.heading else ""

    @property
    def items(self) -> tuple[ItemView, ...]:
        return tuple(item for column in self.columns for item in column.items)

    @property
    def cards(self) -> tuple[CardView, ...]:
        return tuple(card for column in self.columns for card in column.cards)


@dataclass(frozen=True, slots=True)
class TableView:
    """One table's people and cards, as counts."""

    table: int
    seated: int
    senders: int
    cards: int


@dataclass(frozen=True, slots=True)
class People:
    """Who took part, never by name."""

    joined: int
    tables: tuple[TableView, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckOutView:
    """How people left: five counts from 1 to 5, and their lines in no order."""

    moods: tuple[int, int, int, int, int]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkshopView:
    """A workshop in one language, as of one day; `fiscal_year` is พ.ศ."""

    title: str
    language: str
    day: date
    fiscal_year: int | None
    people: People
    boards: tuple[BoardView, ...]
    rehearsal: bool = False
    check_out: CheckOutView | None = None

    @property
    def cards(self) -> tuple[CardView, ...]:
        return tuple(card for board in self.boards for card in board.cards)
