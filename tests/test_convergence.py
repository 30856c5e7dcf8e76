"""Whatever is lost, doubled, late or restarted: in the end every screen shows what the server has."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest
from play import ASKING, SENDING, SORTING
from screen import Screen
from venue import Somebody, Venue, same_ids_again

from server import log
from server.shelf import Shelf
from server.workshop import Workshop
from server.workshop.tally import counted_anew, tally

PLAYS = 200
TURNS = 30
LOST, DOUBLED, SWAPPED = 0.12, 0.08, 0.08


class Line:
    """A bad line to a screen: frames wait here, and some get lost, doubled or overtaken."""

    def __init__(self, random: Random, who: Somebody, **auth: object) -> None:
        self._random, self.who, self._auth = random, who, auth
        self.waiting: list[tuple[str, str]] = []
        self.screen = self._open()

    def reconnect(self, *, knowing: bool) -> None:
        """Come back with what the screen still has, or with nothing."""
        venue, old = self.who.venue, self.screen
        if old.sid in venue.house.sockets.hears:
            venue.house.sockets.close(old.sid, "gone")
        self.waiting.clear()
        knowing = knowing and old.seq >= 0
        self.screen = self._open(
            **({"audience": old.audience} if old.audience else {}), **({"since": old.seq} if knowing else {})
        )
        if knowing:
            self.screen.records, self.screen.mine = old.records, old.mine
            self.screen.seq, self.screen.audience = old.seq, old.audience

    def deliver(self, *, safely: bool = False) -> None:
        while self.waiting:
            if not safely and self._misfortune():
                continue
            self.screen.hear(*self.waiting.pop(0))

    def _open(self, **auth: object) -> Screen:
        ask = self.who.venue.house.sockets.ask
        screen = Screen(lambda body: ask("catch_up", screen.sid, body), self.who)
        screen.sid = self.who.venue.connect(self.who.token, self._hear, **(self._auth | auth))
        return screen

    def _hear(self, event: str, text: str) -> None:
        self.waiting.append((event, text))

    def _misfortune(self) -> bool:
        """What happens to the next frame; a hello is never lost, for the socket would be too."""
        draw = self._random.random()
        if self.waiting[0][0] == "hello" or draw > LOST + DOUBLED + SWAPPED:
            return False
        if draw < LOST:
            self.waiting.pop(0)
        elif draw < LOST + DOUBLED:
            self.screen.hear(*self.waiting[0])
            return False
        else:
            self.waiting.append(self.waiting.pop(0))
            return len(self.waiting) > 1 and self.waiting[0][0] != "hello"
        return True


class Game:
    def __init__(self, seed: int, venue: Venue) -> None:
        self.random, self.venue = Random(seed), venue
        self.phones = [venue.joins() for _ in range(4)]
        self.sorters = [venue.fay, venue.link("co_facilitator"), venue.link("facilitator")]
        looking = [venue.link("wall"), venue.link("wall"), venue.link("result")]
        for _ in range(2):
            venue.link("co_facilitator", "spare")
        self.lines = [Line(self.random, who) for who in (*self.phones, self.phones[0], *self.sorters, *looking)]
        self.lines.append(Line(self.random, venue.fay, audience="inbox"))

    def play(self) -> None:
        venue, random = self.venue, self.random
        venue.fay.starts("write")
        for _ in range(TURNS):
            draw = random.random()
            if draw < 0.82:
                self._somebody_does_something()
            elif draw < 0.86:
                random.choice(self.lines).reconnect(knowing=random.random() < 0.7)
            elif draw < 0.89:
                self._look_elsewhere(random.choice(self.lines))
            elif draw < 0.97:
                venue.clock.wait(seconds=random.randint(1, 25))
            elif draw < 0.98:
                self._restart()
            else:
                venue.tell_heads()
            for line in self.lines:
                if random.random() < 0.6:
                    line.deliver()
        if random.random() < 0.15:
            for board in venue.live.workshop.order:
                venue.fay.does("start_phase", board=board, phase="finished")
            assert venue.fay.does("lock_workshop")["ok"]

    def settle(self) -> None:
        """The lines are good again, and the server says where it is."""
        for line in self.lines:
            line.deliver(safely=True)
        self.venue.tell_heads()
        for line in self.lines:
            line.deliver(safely=True)

    def _somebody_does_something(self) -> None:
        random = self.random
        sends = random.random() < 0.4
        who = random.choice(self.phones if sends else self.sorters)
        name = random.choice(SENDING if sends else SORTING)
        fields = ASKING[name](random, self.venue.live.workshop)
        if name == "revoke_link" and fields["key"] in {one.id for one in self.sorters}:
            return
        answer = who.does(name, **fields)
        assert answer["ok"] or answer["code"] != "server_error", (name, fields, answer)
        assert_counted_rightly(self.venue.live.workshop)

    def _look_elsewhere(self, line: Line) -> None:
        other = {"participant": "reader", "reader": "participant", "facilitator": "inbox", "inbox": "facilitator"}
        line.deliver()
        if line.screen.audience in other:
            line.screen.catch_up(audience=other[line.screen.audience])

    def _restart(self) -> None:
        self.venue.restart()
        for line in self.lines:
            line.reconnect(knowing=self.random.random() < 0.7)


def assert_counted_rightly(workshop: Workshop) -> None:
    """Counts are followed from step to step; whatever happened, they are those of the cards that lie there."""
    for board in workshop.boards:
        assert tally(workshop, board) == counted_anew(workshop, board)


def replayed(venue: Venue) -> object:
    return Shelf(venue.house.engine).find(venue.id).workshop  # type: ignore[union-attr]


@pytest.mark.parametrize("hundred", range(0, PLAYS, 20))
def test_every_screen_ends_with_the_same_board(hundred: int, empty_database: Path, tmp_path: Path) -> None:
    for seed in range(hundred, hundred + 20):
        path = tmp_path / f"{seed}.sqlite3"
        shutil.copy(empty_database, path)
        same_ids_again()
        # Some plays coalesce frames, as a busy room does.
        venue = Venue(path, seconds=0.002 if seed % 4 == 0 else 0.0)
        try:
            game = Game(seed, venue)
            game.play()
            game.settle()
            for line in game.lines:
                assert (line.screen.records, line.screen.mine) == venue.truth(line.screen), (seed, line.screen.audience)
            assert replayed(venue) == venue.live.workshop, seed
            with venue.house.engine.connect() as connection:
                seqs = [entry.seq for entry in log.since(connection, venue.id, 0)]
            assert seqs == list(range(1, len(seqs) + 1)), seed
        finally:
            venue.close()
            path.unlink()
