"""A clock that may be years ahead erases nothing before it has gone steadily for an hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from venue import Somebody, Venue

from server.caretaker import Caretaker
from server.doubt import LONGEST_PAUSE, STEADY, Doubt

MINUTE = timedelta(minutes=1)


class Clocks:
    """The laptop's clock, and one that nobody can set."""

    def __init__(self, wall: datetime = datetime(2027, 1, 7, tzinfo=UTC)) -> None:
        self.wall, self.steady = wall, 5_000.0

    def pass_(self, time: timedelta) -> None:
        self.wall += time
        self.steady += time.total_seconds()

    def doubt(self) -> Doubt:
        return Doubt(lambda: self.wall, lambda: self.steady)


def test_a_clock_near_the_newest_event_is_believed_at_once() -> None:
    clocks = Clocks()
    assert clocks.doubt().is_cleared(clocks.wall - LONGEST_PAUSE + MINUTE)
    assert clocks.doubt().is_cleared(None)


def test_a_clock_long_after_the_newest_event_is_believed_after_a_steady_hour() -> None:
    clocks = Clocks()
    doubt, newest = clocks.doubt(), clocks.wall - LONGEST_PAUSE - MINUTE
    assert not doubt.is_cleared(newest)
    clocks.pass_(STEADY - MINUTE)
    assert not doubt.is_cleared(newest)
    clocks.pass_(MINUTE)
    assert doubt.is_cleared(newest)


def test_a_clock_that_jumps_begins_its_hour_again_also_when_it_jumps_back() -> None:
    clocks = Clocks()
    doubt, newest = clocks.doubt(), clocks.wall
    assert doubt.is_cleared(newest)
    clocks.wall += timedelta(days=3_650)
    assert not doubt.is_cleared(newest)
    clocks.pass_(STEADY - MINUTE)
    clocks.wall -= timedelta(days=3_650)
    assert not doubt.is_cleared(newest)
    clocks.pass_(STEADY)
    assert doubt.is_cleared(newest)


def test_a_clock_that_is_set_by_seconds_is_still_believed() -> None:
    clocks = Clocks()
    doubt = clocks.doubt()
    clocks.wall += timedelta(seconds=40)
    assert doubt.is_cleared(clocks.wall)


def test_a_server_started_with_a_clock_years_ahead_deletes_nothing_until_it_is_set_right(
    venue: Venue, fay: Somebody
) -> None:
    house, clocks = venue.house, Clocks(venue.clock() + timedelta(days=3_650))
    screen = fay.screen()
    caretaker = Caretaker(
        house.engine, house.desk, house.shelf, house.live.gone, lambda: clocks.wall, lambda: clocks.steady
    )
    caretaker.tidy()
    clocks.pass_(30 * MINUTE)
    caretaker.tidy()
    clocks.wall -= timedelta(days=3_650)
    clocks.pass_(2 * STEADY)
    caretaker.tidy()
    assert (house.shelf.find(venue.id) is not None, screen.closed) == (True, None)


def test_years_that_have_really_gone_by_delete_after_the_hour(venue: Venue, fay: Somebody) -> None:
    house, clocks = venue.house, Clocks(venue.clock() + timedelta(days=800))
    caretaker = Caretaker(
        house.engine, house.desk, house.shelf, house.live.gone, lambda: clocks.wall, lambda: clocks.steady
    )
    caretaker.tidy()
    assert house.shelf.find(venue.id) is not None
    clocks.pass_(STEADY)
    caretaker.tidy()
    assert house.shelf.find(venue.id) is None
