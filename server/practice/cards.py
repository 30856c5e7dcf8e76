"""The practice cards, and who of the forty writes which of them how.

`practice-cards.csv` is for closing, improving and opening; a file in `boards/` is for boards that have all of its
columns. A board for which there is no file gets the usual cards, spread over its own columns.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
FILE = HERE / "practice-cards.csv"
OTHERS = HERE / "boards"
USUAL_COLUMNS = ("close", "improve", "open")
PEOPLE = 40

SEND, NEIGHBOUR, EDIT, WITHDRAW = "send", "neighbour", "edit", "withdraw"
# A few do what somebody in every room does.
HABITS = {3: NEIGHBOUR, 17: NEIGHBOUR, 31: NEIGHBOUR, 8: EDIT, 25: WITHDRAW}


Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file: words in both languages, the column they are for, and their topic."""

    words: Words
    column: str
    topic: str


@dataclass(frozen=True, slots=True)
class Idea:
    """One card as its writer has it in mind; `how` says what they do on the way."""

    words: Words
    column: str
    how: str = SEND


def ideas_of(columns: Sequence[str] = USUAL_COLUMNS) -> list[list[Idea]]:
    """Each person's ideas: the cards are dealt round, so that nobody has more than one more than another."""
    dealt: list[list[Idea]] = [[] for _ in range(PEOPLE)]
    for number, (words, column) in enumerate(_cards_for(columns)):
        person = number % PEOPLE
        how = HABITS.get(person, SEND) if number < PEOPLE else SEND
        dealt[person].append(Idea(words, column, how))
    return dealt


def _cards_for(columns: Sequence[str]) -> list[tuple[Words, str]]:
    """Words in both languages and the column they are for."""
    for file in _files():
        cards = [(row.words, row.column) for row in read(file)]
        if {column for _, column in cards} <= set(columns):
            return cards
    return [(row.words, columns[number % len(columns)]) for number, row in enumerate(read(FILE))]


@cache
def topics() -> Mapping[str, tuple[str, ...]]:
    """All that is written about each topic, in both languages."""
    said: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in (row for file in _files() for row in read(file)):
        said[row.topic] += tuple(row.words.values())
    return said


@cache
def read(file: Path) -> tuple[Row, ...]:
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Row({"th": row["text_th"], "en": row["text_en"]}, row.get("column", ""), row.get("cluster", ""))
            for row in csv.DictReader(lines)
        )


def _files() -> tuple[Path, ...]:
    return (FILE, *sorted(OTHERS.glob("*.csv")))
