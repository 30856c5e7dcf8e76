"""What the forty answer when the room asks for more than cards: cards below one, votes, how the day was."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Any

from server.practice.cards import HERE, Words, read, topics

# Cards to hang below one that was asked about, topic by topic; those without a column fit anywhere.
BELOW = HERE / "below.csv"
GOODBYES = HERE / "goodbyes.csv"
# One person in six has something to add, and another one in six something to say in the end.
ONE_IN = 6
SAYS_GOODBYE = 3
MOODS, HOW_MANY = (2, 3, 4, 5), (1, 4, 9, 6)


def below(columns: Collection[str], title: str, place: int) -> Words | None:
    """What this person adds below the card or group of this title; None when they leave it to others."""
    rows = read(BELOW)
    here = [row for row in rows if row.column in columns] or [row for row in rows if not row.column]
    topic = max(dict.fromkeys(row.topic for row in here), key=lambda topic: _likeness(title, topic))
    cards = [row.words for row in here if row.topic == topic]
    number, rest = divmod(place, ONE_IN)
    return cards[number] if rest == 0 and number < len(cards) else None


def ballot(places: Mapping[str, str], vote: Mapping[str, Any]) -> dict[str, int]:
    """Votes given one by one, within the limits of the vote; `places` has the column of each item."""
    marks: Counter[str] = Counter()
    room = {column: vote["budgets"].get(column, vote["each"]) for column in places.values()}
    for _ in range(vote["each"]):
        may = [item for item, column in places.items() if marks[item] < vote["most_on_one"] and room[column]]
        if may:
            chosen = random.choice(may)
            marks[chosen] += 1
            room[places[chosen]] -= 1
    return dict(marks)


def placings(places: Mapping[str, str], columns: Sequence[str]) -> dict[str, int]:
    """Where everything belongs: two in three put an item where it lies or is proposed, others anywhere."""
    return {
        f"{item}:{column if column in columns and random.randrange(3) else random.choice(columns)}": 1
        for item, column in places.items()
    }


def goodbye(place: int, language: str) -> dict[str, Any]:
    """How the day was, and a line from a few."""
    lines = [row.words[language] for row in read(GOODBYES)]
    number, rest = divmod(place, ONE_IN)
    says = rest == SAYS_GOODBYE and number < len(lines)
    return {"mood": random.choices(MOODS, HOW_MANY)[0], "line": lines[number] if says else ""}


def _likeness(title: str, topic: str) -> float:
    """How near a title is to anything that was said about a topic: a group may have got any name."""
    return max(_shared(title, said) for said in (topic, *topics().get(topic, ())))


def _shared(one: str, other: str) -> float:
    pairs, others = set(pairwise(one)), set(pairwise(other))
    return len(pairs & others) / len(pairs | others) if pairs or others else 0.0
