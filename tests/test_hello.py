"""Snapshots are made once for everybody, and again only when the view has changed."""

from __future__ import annotations

from venue import Venue


def test_a_hundred_phones_that_come_in_at_once_share_one_snapshot(venue: Venue) -> None:
    venue.joins().screen()
    made = venue.house.hellos.made
    for _ in range(100):
        venue.joins().screen()
    assert venue.house.hellos.made == made


def test_a_change_of_the_view_makes_a_new_snapshot(venue: Venue) -> None:
    first = venue.joins().screen()
    venue.fay.starts("write")
    second = venue.joins().screen()
    assert first.records["board:board-1"]["phase"] == second.records["board:board-1"]["phase"] == "write"


def test_the_wall_gets_a_new_snapshot_when_somebody_has_joined(venue: Venue) -> None:
    wall = venue.link("wall")
    wall.screen()
    venue.joins()
    assert wall.screen().records["people"] == {"joined": 1}
