"""However cards change, come and go, each is found exactly where it says it is; and the past stays as it was."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from server.workshop.card import Card, Cards

BOARDS, COLUMNS, PEOPLE = ("one", "two"), (None, "close", "open"), (None, "ana", "ben")
NAMES = [f"card-{number}" for number in range(30)]
ABOVE = (None, None, "group-1", "group-2", NAMES[0], NAMES[1])


def drawn(draw: Random, name: str) -> Card:
    return Card(
        name,
        draw.choice(BOARDS),
        "คำ",
        "rank",
        draw.choice(PEOPLE),
        column=draw.choice(COLUMNS),
        group=draw.choice(ABOVE),
        under=draw.choice(ABOVE),
        parent=draw.choice(ABOVE),
    )


def found(cards: Cards) -> dict[tuple[object, ...], set[Card]]:
    """Every list there can be."""
    lists: dict[tuple[object, ...], set[Card]] = {}
    for board in BOARDS:
        lists["on", board] = set(cards.on(board))
        lists |= {("in", board, column): set(cards.falling_to(board, column)) for column in COLUMNS}
    lists |= {("by", author): set(cards.by(author)) for author in PEOPLE}
    for item in filter(None, ABOVE):
        lists["within", item] = set(cards.pointing_at(item))
        lists["below", item] = set(cards.hanging_below(item))
    return lists


def looked_for(cards: dict[str, Card]) -> dict[tuple[object, ...], set[Card]]:
    """The same, by looking through all cards."""
    every = set(cards.values())
    lists: dict[tuple[object, ...], set[Card]] = {}
    for board in BOARDS:
        lists["on", board] = {card for card in every if card.board == board}
        lists |= {("in", board, one): {card for card in lists["on", board] if card.column == one} for one in COLUMNS}
    lists |= {("by", author): {card for card in every if card.author == author} for author in PEOPLE}
    for item in filter(None, ABOVE):
        lists["within", item] = {card for card in every if item in (card.group, card.under)}
        lists["below", item] = {card for card in every if card.parent == item}
    return lists


@pytest.mark.parametrize("seed", range(8))
def test_every_card_is_found_where_it_says_it_is(seed: int) -> None:
    draw = Random(seed)
    cards, known = Cards(), dict[str, Card]()
    for _ in range(120):
        before, then = cards, dict(known)
        names = draw.sample(NAMES, draw.randint(1, 5))
        if draw.random() < 0.3:
            cards = cards.without(names)
            known = {name: card for name, card in known.items() if name not in names}
        else:
            changed = {name: drawn(draw, name) for name in names}
            cards, known = cards.having(changed), known | changed
        assert cards == known
        assert found(cards) == looked_for(known)
        assert before == then
        assert found(before) == looked_for(then)
    assert found(Cards(known)) == found(cards)


def test_what_nobody_changed_is_not_copied() -> None:
    cards = Cards((name, Card(name, BOARDS[number % 2], "คำ", "rank", "ana")) for number, name in enumerate(NAMES))
    one = cards[NAMES[0]]
    after = cards.having({one.id: replace(one, column="open")})
    assert after._lists["on", "two"] is cards._lists["on", "two"]
    assert after._lists["on", "one"] is not cards._lists["on", "one"]
