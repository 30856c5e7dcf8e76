"""Places in an order as text: there is always room between two of them.

A rank is four digits of base 62, then as many as a crowded place needs, then three that come from
the card's id. The last three keep ranks apart when a step is undone into a place that was taken
meanwhile; the first rank of a card comes from its id alone, so order never betrays arrival.
"""

from __future__ import annotations

from hashlib import sha256

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
HEAD = 4
TAIL = 3
STRIDE = BASE


def first(card: str) -> str:
    """A place that depends on the card's id only; in the middle half, so both ends stay free."""
    spread = int.from_bytes(sha256(card.encode()).digest()[:8])
    whole = BASE**HEAD
    return _head(whole // 4 + spread % (whole // 2)) + _tail(card)


def between(low: str | None, high: str | None, card: str) -> str:
    """A place after `low` and before `high`; None is the end of the order. Needs low < high."""
    if low is None and high is None:
        return first(card)
    if high is None:
        return _after(low or "", card)
    if low is None:
        low = _before(high)
    middle = _middle(low, high)
    while middle + _tail(card) >= high:
        middle = _middle(low, middle)
    return middle + _tail(card)


def row(low: str | None, high: str | None, cards: list[str]) -> list[str]:
    """Places for several cards, in their order, between two others."""
    places: list[str] = []
    for card in cards:
        low = between(low, high, card)
        places.append(low)
    return places


def _after(low: str, card: str) -> str:
    head = min(_number(low) + STRIDE, BASE**HEAD - 1)
    place = _head(head) + _tail(card)
    return place if place > low else low + _tail(card)


def _before(high: str) -> str:
    return _head(max(_number(high) - STRIDE, 0))


def _middle(low: str, high: str) -> str:
    """The shortest text after `low` and before `high` that never ends in the lowest digit."""
    made = ""
    bounded = True
    for place in range(len(low) + len(high) + 1):
        bottom = DIGITS.index(low[place]) if place < len(low) else 0
        top = DIGITS.index(high[place]) if bounded and place < len(high) else BASE
        if top - bottom > 1:
            return made + DIGITS[(bottom + top) // 2]
        made += DIGITS[bottom]
        bounded = bounded and top == bottom
    return made + DIGITS[BASE // 2]


def _head(number: int) -> str:
    text = ""
    for _ in range(HEAD):
        number, digit = divmod(number, BASE)
        text = DIGITS[digit] + text
    return text


def _number(place: str) -> int:
    head = place[:HEAD].ljust(HEAD, DIGITS[0])
    return sum(DIGITS.index(digit) * BASE**power for power, digit in enumerate(reversed(head)))


def _tail(card: str) -> str:
    spread = int.from_bytes(sha256(b"tail" + card.encode()).digest()[:8])
    last = DIGITS[1 + spread // BASE**2 % (BASE - 1)]
    return DIGITS[spread % BASE] + DIGITS[spread // BASE % BASE] + last
