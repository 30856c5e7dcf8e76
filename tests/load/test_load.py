"""The benchmark can be believed: a small run is clean, and a lost or doubled card is noticed."""

from __future__ import annotations

import shutil

import pytest

from tests.load.checker import check_log
from tests.load.venue import Venue

needs_gcc = pytest.mark.skipif(not shutil.which("gcc"), reason="the load generator is compiled by gcc")


@needs_gcc
def test_a_few_phones_on_the_real_server_see_every_card_once() -> None:
    with Venue("fast", 5, paced=False, busy=False) as venue:
        venue.opens()
        venue.write(10)
        venue.show()
        venue.sort(seconds=0.5)
        verdict = venue.check()
    assert verdict.acknowledged == 20
    assert verdict.shown == 10 * 7
    assert verdict.faults == 0, str(verdict)


@needs_gcc
@pytest.mark.parametrize(("fault", "not_shown", "shown_twice"), [("lose", 1, 0), ("double", 0, 1)])
def test_a_card_that_one_screen_misses_or_gets_twice_is_noticed(fault: str, not_shown: int, shown_twice: int) -> None:
    with Venue("floor", 3, busy=False, fault=(fault, 2)) as venue:
        venue.opens()
        venue.cards = 10
        venue.sort(seconds=0.25)
        verdict = venue.check()
    assert (verdict.not_shown, verdict.shown_twice) == (not_shown, shown_twice)
    assert verdict.faults == 1


def test_every_acknowledged_card_must_be_in_the_log_once_and_where_it_was_promised() -> None:
    sent = frozenset({"a", "b", "c"})
    clean = check_log([("a", 1), ("b", 2)], [("a", 1), ("b", 2), ("c", 3)], sent)
    assert (clean.acknowledged, clean.faults) == (2, 0)
    assert check_log([("a", 1), ("b", 2)], [("a", 1)], sent).lost == 1
    assert check_log([("a", 1)], [("a", 1), ("a", 2)], sent).doubled == 1
    assert check_log([("a", 1)], [("a", 7)], sent).misplaced == 1
    assert check_log([("a", 1)], [("a", 1), ("z", 2)], sent).uncalled == 1
