"""A vote: secret, limited, and counted only when it is shown.

Placing is a vote as well: everybody says of each item in which column it belongs. What can be chosen there is an item
in a column, `item:column`, and a ballot chooses one column at most for an item.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

OPEN, CLOSED, TOLD = "open", "closed", "shown"
GROUPS, CARDS, PLACING = "groups", "cards", "placing"
On = Literal["groups", "cards", "placing"]
# Items in one ballot: more would not fit into a message.
MOST_PLACED = 200

Marks = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Vote:
    """How people may vote, and their ballots as they sent them: marks by card or group,
    when placing by item and column.

    `each` is how many votes a person has, `most_on_one` how many of them may lie on one item, `budgets`
    how many a column may get from one person. `counted` are marks of ballots that were cut from their
    voters, `voters` how many those were; `hands` are people without phones, always kept apart.
    """

    id: str
    board: str
    on: str
    each: int
    most_on_one: int
    budgets: Mapping[str, int] = field(default_factory=dict)
    status: str = OPEN
    ballots: Mapping[str, Marks] = field(default_factory=dict)
    hands: Marks = field(default_factory=dict)
    counted: Marks = field(default_factory=dict)
    voters: int = 0


def placed(item: str, column: str) -> str:
    """What a mark says that puts an item into a column."""
    return f"{item}:{column}"


def item_of(mark: str) -> str:
    """The card or group that a mark lies on."""
    return mark.partition(":")[0]


def column_of(mark: str) -> str:
    """The column that a mark puts its item into; empty where nothing is placed."""
    return mark.partition(":")[2]
