"""The practice cards, and who of the forty writes which of them how.

`practice-cards.csv` is for closing, improving and opening; a file in `boards/` is for boards that have all of its
columns. A board for which there is no file gets the usual cards, spread over its own columns.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "practice-cards.csv"
OTHERS = Path(__file__).parent / "boards"
USUAL_COLUMNS = ("close", "improve", "open")
PEOPLE = 40

SEND, NEIGHBOUR, EDIT, WITHDRAW = "send", "neighbour", "edit", "withdraw"
# A few do what somebody in every room does.
HABITS = {3: NEIGHBOUR, 17: NEIGHBOUR, 31: NEIGHBOUR, 8: EDIT, 25: WITHDRAW}


@dataclass(frozen=True, slots=True)
class Idea:
    """One card as its writer has it in mind; `how` says what they do on the way."""

    words: dict[str, str]
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


def _cards_for(columns: Sequence[str]) -> list[tuple[dict[str, str], str]]:
    """Words in both languages and the column they are for."""
    for file in (FILE, *sorted(OTHERS.glob("*.csv"))):
        cards = _read(file)
        if {column for _, column in cards} <= set(columns):
            return cards
    return [(words, columns[number % len(columns)]) for number, (words, _) in enumerate(_read(FILE))]


def _read(file: Path) -> list[tuple[dict[str, str], str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [({"th": row["text_th"], "en": row["text_en"]}, row["column"]) for row in csv.DictReader(lines)]
