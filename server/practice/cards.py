"""The practice cards, and who of the forty writes which of them how."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "practice-cards.csv"
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


def ideas_of() -> list[list[Idea]]:
    """Each person's ideas: the cards are dealt round, so that nobody has more than one more than another."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    dealt: list[list[Idea]] = [[] for _ in range(PEOPLE)]
    for number, row in enumerate(rows):
        person = number % PEOPLE
        how = HABITS.get(person, SEND) if number < PEOPLE else SEND
        dealt[person].append(Idea({"th": row["text_th"], "en": row["text_en"]}, row["column"], how))
    return dealt
