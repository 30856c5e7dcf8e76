"""What happens by itself: workshops are deleted on their day, and finished ones are locked after thirty days."""

from __future__ import annotations

from collections.abc import Callable

from venue import Somebody, Venue


def test_a_workshop_is_deleted_on_its_day_and_not_before(venue: Venue, fay: Somebody) -> None:
    screen = fay.screen()
    venue.clock.wait(days=364)
    venue.house.caretaker.tidy()
    assert venue.house.shelf.find(venue.id) is not None
    venue.clock.wait(days=1)
    venue.house.caretaker.tidy()
    assert venue.house.shelf.find(venue.id) is None
    assert screen.closed == "gone"


def test_only_the_one_whose_day_has_come_is_deleted(open_venue: Callable[..., Venue]) -> None:
    venue = open_venue(retention_days=30)
    venue.fay.does("keep_until", until="2027-06-01")
    venue.clock.wait(days=31)
    venue.house.caretaker.tidy()
    assert venue.live.workshop.expires_on == "2027-06-01"


def test_a_finished_workshop_is_locked_after_thirty_days(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    ana.writes("หนึ่งใบ")
    fay.starts("finished")
    venue.clock.wait(days=29)
    venue.house.caretaker.tidy()
    assert not venue.live.workshop.locked
    venue.clock.wait(days=1, minutes=1)
    venue.house.caretaker.tidy()
    assert venue.live.workshop.locked
    assert {card.author for card in venue.live.workshop.cards.values()} == {None}


def test_a_workshop_that_went_on_after_its_finish_is_not_locked(venue: Venue, fay: Somebody) -> None:
    fay.starts("finished")
    fay.starts("sort")
    venue.clock.wait(days=40)
    venue.house.caretaker.tidy()
    assert not venue.live.workshop.locked
