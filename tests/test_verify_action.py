"""Old state + changes == fresh snapshot, for every command and every audience, live and by catching up."""

from __future__ import annotations

from day import Day
from screen import Screen
from test_catching_up import must_show_the_truth
from venue import Venue

from server.workshop import COMMANDS, EVENTS
from server.workshop.views import AUDIENCES


def listeners(day: Day) -> list[Screen]:
    """A screen for every audience, and phones of both writers in both of theirs."""
    venue = day.venue
    return [
        *(phone.screen(audience=audience) for phone in (day.ana, day.ben) for audience in ("participant", "reader")),
        *(who.screen(audience=audience) for who in (venue.fay, day.co) for audience in ("facilitator", "inbox")),
        day.wall.screen(),
        day.result.screen(),
    ]


def deaf(screens: list[Screen], venue: Venue) -> list[Screen]:
    for screen in screens:
        venue.house.sockets.hears[screen.sid] = lambda *_: None
    return screens


def test_every_screen_is_right_after_every_command_of_a_day(venue: Venue) -> None:
    day = Day.of(venue)
    live = listeners(day)
    slow, slower = deaf(listeners(day), venue), deaf(listeners(day), venue)
    assert {screen.audience for screen in live} == set(AUDIENCES)
    for count, _ in enumerate(day.live_through()):
        must_show_the_truth(venue, *live)
        for screen in slow:
            screen.catch_up()
        must_show_the_truth(venue, *slow)
        if count % 7 == 6:
            for screen in slower:
                screen.catch_up()
            must_show_the_truth(venue, *slower)
    for screen in live:
        assert screen.caught_up == 0, f"{screen.audience} was sent a frame that did not follow"


def test_the_day_gives_every_command_and_makes_every_event(venue: Venue) -> None:
    """A new command without a scenario in day.py fails here."""
    day = Day.of(venue)
    # What a new workshop brings from the one before has tests of its own (test_afterwards.py).
    given = {"open_workshop", "bring_promises", *day.live_through()}
    assert given == COMMANDS.keys()
    with venue.house.engine.connect() as connection:
        happened = set(connection.exec_driver_sql("SELECT DISTINCT name FROM log").scalars())
    # Nothing was unchanged by chance, and no backup was read; both have stored examples.
    assert happened | {"already_so", "workshop_restored", "promises_brought"} == EVENTS.keys()


def test_from_every_moment_of_a_day_one_catch_up_leads_to_its_end(venue: Venue) -> None:
    day = Day.of(venue)
    screens: list[Screen] = []
    for _ in day.live_through():
        screens += deaf([day.ana.screen(audience="reader"), venue.fay.screen(audience="inbox")], venue)
        screens += deaf([day.wall.screen(), day.result.screen()], venue)
    for screen in screens:
        screen.catch_up()
    must_show_the_truth(venue, *screens)
