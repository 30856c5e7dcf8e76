"""Two hundred cards as people write them, each with the column and the group that it is meant for."""

from __future__ import annotations

import csv
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
PRACTICE = TESTS.parent / "server" / "practice" / "practice-cards.csv"
LABELLED = TESTS / "similar" / "labelled.csv"
COLUMNS = ("close", "improve", "open")
CARDS = 200


@dataclass(frozen=True)
class Meant:
    text: str
    column: str
    """None: alone in its column."""
    label: str | None


def cards_to_sort(count: int = CARDS) -> list[Meant]:
    """The practice cards, the labelled ones, and practice cards said once more in slightly other words; well mixed."""
    practice, labelled = _practice(), _labelled()
    again = [Meant(_once_more(card.text), card.column, card.label) for card in practice[::2]]
    cards = [*practice, *labelled, *again][:count]
    sizes = Counter(card.label for card in cards)
    cards = [card if sizes[card.label] > 1 else Meant(card.text, card.column, None) for card in cards]
    assert len({card.text for card in cards}) == count
    random.Random(CARDS).shuffle(cards)
    return cards


def _practice() -> list[Meant]:
    with PRACTICE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    # One name may stand for cards of two columns: then they are two groups.
    first = {row["cluster"]: row["column"] for row in reversed(rows)}
    return [
        Meant(row["text_th"], row["column"], row["cluster"] + (" ต่อ" if row["column"] != first[row["cluster"]] else ""))
        for row in rows
    ]


def _labelled() -> list[Meant]:
    with LABELLED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    topics = list(dict.fromkeys(row["topic"] for row in rows))
    names: dict[str, str] = {}
    for row in rows:
        # What its first card says up to the first space is a name for people.
        names.setdefault(row["topic"], row["text"].split()[0])
    return [
        Meant(row["text"], COLUMNS[topics.index(row["topic"]) % 3], names[row["topic"]] if row["topic"] else None)
        for row in rows
    ]


def _once_more(text: str) -> str:
    return f"อยากให้{text}"
