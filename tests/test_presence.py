"""The facilitator is told how the room is doing: who is here, who was a moment ago, what waits, how slow it is."""

from __future__ import annotations

from server.people import Person
from server.presence import AWAY_SECONDS, Presence
from server.workshop.verb import FACILITATOR, PARTICIPANT

ROOM = "workshop-00000001"
ANA, BEN = Person(ROOM, PARTICIPANT, "ana"), Person(ROOM, PARTICIPANT, "ben")
FAY = Person(ROOM, FACILITATOR, "fay")


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def told(presence: Presence, *here: Person, seconds: float | None = None) -> dict[str, object]:
    return dict(presence.rooms((person, seconds) for person in (*here, FAY))[ROOM])


def a_room(clock: Clock | None = None) -> Presence:
    presence = Presence(clock or Clock())
    for person in (FAY, ANA, BEN):
        presence.came(person, 0)
    return presence


def test_a_phone_whose_line_broke_is_expected_back_until_it_is_there_again() -> None:
    presence = a_room()
    assert told(presence, ANA, BEN)["reconnecting"] == 0
    presence.went(ANA, said_goodbye=False)
    assert (told(presence, BEN)["phones"], told(presence, BEN)["reconnecting"]) == (1, 1)
    presence.came(ANA, 0)
    assert told(presence, ANA, BEN)["reconnecting"] == 0


def test_who_closed_the_page_is_not_expected_back() -> None:
    presence = a_room()
    presence.waits(ANA, 2)
    presence.went(ANA, said_goodbye=True)
    assert (told(presence, BEN)["reconnecting"], told(presence, BEN)["waiting"]) == (0, 0)


def test_a_person_with_two_tabs_is_away_only_when_both_are() -> None:
    presence = a_room()
    presence.came(ANA, 0)
    presence.went(ANA, said_goodbye=False)
    assert told(presence, ANA, BEN)["reconnecting"] == 0
    presence.went(ANA, said_goodbye=False)
    assert told(presence, BEN)["reconnecting"] == 1


def test_after_three_minutes_nobody_is_expected_back() -> None:
    clock = Clock()
    presence = a_room(clock)
    presence.waits(ANA, 1)
    presence.went(ANA, said_goodbye=False)
    clock.now += AWAY_SECONDS - 1
    assert (told(presence, BEN)["reconnecting"], told(presence, BEN)["waiting"]) == (1, 1)
    clock.now += 2
    assert (told(presence, BEN)["reconnecting"], told(presence, BEN)["waiting"]) == (0, 0)


def test_cards_that_wait_on_phones_are_counted_until_they_have_gone() -> None:
    presence = a_room()
    presence.waits(ANA, 2)
    presence.came(BEN, 3)
    assert told(presence, ANA, BEN)["waiting"] == 5
    presence.waits(ANA, 0)
    assert told(presence, ANA, BEN)["waiting"] == 3


def test_the_slowest_phone_is_told_coarsely_and_a_slow_wall_does_not_count() -> None:
    presence = a_room()
    assert told(presence, ANA)["slowest_ms"] is None
    assert told(presence, ANA, seconds=0.004)["slowest_ms"] == 100
    assert told(presence, ANA, BEN, seconds=1.26)["slowest_ms"] == 1_300
    assert told(presence, seconds=2.0)["slowest_ms"] is None


def test_the_links_that_are_open_are_told_with_how_many_screens_each_has() -> None:
    presence = a_room()
    room = presence.rooms(((FAY, None), (FAY, None), (ANA, None)))[ROOM]
    assert (room["connected"], room["phones"]) == (3, 1)
    assert room["keys"] == [{"key": "fay", "sockets": 2}]
