"""A vote: secret, limited, and counted only when it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

OPEN, CLOSED, TOLD = "open", "closed", "shown"
GROUPS, CARDS = "groups", "cards"

Marks = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Vote:
    """How people may vote, and their ballots as they sent them: marks by card or group.

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
