"""Places in an order: always another one between, different for every card, and never by time of arrival."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some

from server.workshop import rank

ids = some.text("abcdefghijABCDEFGHIJ0123456789_-", min_size=16, max_size=16)


@given(some.lists(some.tuples(some.integers(0, 40), ids), min_size=1, max_size=120))
@settings(max_examples=60, deadline=None)
def test_a_card_goes_exactly_where_it_is_put(moves: list[tuple[int, str]]) -> None:
    order: list[str] = []
    for place, card in moves:
        at = place % (len(order) + 1)
        low, high = (order[at - 1] if at else None), (order[at] if at < len(order) else None)
        made = rank.between(low, high, card)
        assert low is None or low < made
        assert high is None or made < high
        order.insert(at, made)
    assert order == sorted(order)
    assert len(set(order)) == len(order)


@given(some.lists(ids, min_size=1, max_size=40, unique=True), some.booleans(), some.booleans())
@settings(max_examples=60, deadline=None)
def test_a_row_of_cards_keeps_its_order_between_its_neighbours(cards: list[str], low: bool, high: bool) -> None:
    ends = sorted([rank.first("a" * 16), rank.first("b" * 16)])
    places = rank.row(ends[0] if low else None, ends[1] if high else None, cards)
    assert places == sorted(set(places))
    assert all((not low or ends[0] < place) and (not high or place < ends[1]) for place in places)


@given(some.sampled_from(["front", "back", "middle"]), ids)
@settings(max_examples=10, deadline=None)
def test_a_thousand_moves_to_one_place_still_find_room(where: str, card: str) -> None:
    order = [rank.first("a" * 16), rank.between(rank.first("a" * 16), None, "b" * 16)]
    for number in range(1000):
        name = f"{number:04d}{card[4:]}"
        if where == "front":
            order.insert(0, rank.between(None, order[0], name))
        elif where == "back":
            order.append(rank.between(order[-1], None, name))
        else:
            order.insert(1, rank.between(order[0], order[1], name))
    assert order == sorted(set(order))
    assert max(map(len, order)) < 400


@given(some.lists(ids, min_size=2, max_size=50, unique=True))
@settings(max_examples=30, deadline=None)
def test_a_first_place_depends_on_the_card_alone(cards: list[str]) -> None:
    assert [rank.first(card) for card in cards] == [rank.first(card) for card in reversed(cards)][::-1]
