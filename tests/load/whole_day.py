"""A workshop of a whole day, through the desk and without sockets: `python tests/load/whole_day.py [people]`.

Five boards, and for every person ten cards and 24 votes. Prints figures; nothing is asserted.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from venue import Somebody, Venue, an_id

from server.frames import snapshot_json
from server.shelf import Shelf
from server.workshop.counting import votable
from server.workshop.views import AUDIENCES, RESULT

BOARDS, CARDS_EACH, VOTES_EACH, MOST_ON_ONE = 5, 2, 5, 2
# Of the five boards the last has one vote a person fewer: 24 votes, 12,000 by 500 people.
LAST_EACH = 4
TO_A_GROUP = 5
COLUMNS = ("close", "improve", "open")
WORDS = "ลดขั้นตอนรายงานที่ซ้ำซ้อน ให้ใช้แบบเดียวกันทุกอำเภอ และส่งเดือนละครั้ง"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("people", type=int, nargs="?", default=500)
    with tempfile.TemporaryDirectory() as folder:
        venue = Venue(Path(folder) / "day.sqlite3")
        try:
            play(venue, asked.parse_args().people)
            weigh(venue)
        finally:
            venue.close()


def play(venue: Venue, count: int) -> None:
    random, fay, people = Random(7), venue.fay, [Somebody(venue, a_token(venue)) for _ in range(count)]
    for _ in range(BOARDS - 1):
        must(fay, "duplicate_board", board="board-1")
    votes: Counter[str] = Counter()
    costs: list[float] = []
    cards: list[float] = []
    with_screens = [fay.screen(), fay.screen(audience="inbox"), venue.link("wall").screen(), people[0].screen()]
    for number, board in enumerate(venue.live.workshop.order):
        if number:
            must(fay, "open_board", board=board)
        must(fay, "change_limits", board=board, proposals="optional")
        must(fay, "start_phase", board=board, phase="write")
        for who in people * CARDS_EACH:
            column = random.choice(COLUMNS)
            cards.append(cost(who, "submit_card", board=board, text=WORDS[: random.randint(20, 60)], proposed=column))
        must(fay, "start_phase", board=board, phase="sort")
        must(fay, "place_as_proposed", board=board)
        gather(fay, board)
        each, vote = LAST_EACH if number == BOARDS - 1 else VOTES_EACH, an_id()
        must(fay, "open_vote", id=vote, board=board, each=each, most_on_one=MOST_ON_ONE)
        items = sorted(votable(venue.live.workshop, venue.live.workshop.votes[vote]))
        for who in people:
            chosen = random.sample(items, each)
            costs.append(cost(who, "cast_ballot", vote=vote, marks=dict.fromkeys(chosen, 1)))
            votes["given"] += each
        moved = [cost(fay, "move_cards", cards=[card], column="open") for card in loose(venue, board, 40)]
        say(f"board {number + 1}: CPU per ballot {median(costs[-count:]):.1f} ms")
        say(f"  per move while voting {median(moved):.1f} ms")
        shown = cost(fay, "show_votes", vote=vote)
        say(f"  votes shown in {shown:.1f} ms")
    workshop = venue.live.workshop
    say(f"{len(workshop.order)} boards, {workshop.joined} people, {len(workshop.cards)} cards, {votes['given']} votes,")
    say(f"{len(workshop.groups)} groups, {venue.live.seq} events, {len(with_screens)} screens")
    say(f"| CPU per card sent | median {median(cards):.1f} ms, p95 {at(cards, 0.95):.1f} ms |")
    say(f"| CPU per ballot | median {median(costs):.1f} ms, p95 {at(costs, 0.95):.1f} ms |")


def gather(fay: Somebody, board: str) -> None:
    """Half of the cards go into groups."""
    lying = fay.venue.live.workshop.cards.values()
    for column in COLUMNS:
        ids = [card.id for card in lying if card.board == board and card.column == column]
        for first in range(0, len(ids) // 2, TO_A_GROUP):
            must(fay, "group_cards", cards=ids[first : first + TO_A_GROUP])


def loose(venue: Venue, board: str, most: int) -> list[str]:
    cards = venue.live.workshop.cards.values()
    return [card.id for card in cards if card.board == board and card.group is None and card.column == "improve"][:most]


def weigh(venue: Venue) -> None:
    first, *_, last = venue.live.workshop.order
    moved = [cost(venue.fay, "open_board", board=board) for board in (first, last)]
    say(f"| CPU when the room goes back to a full board, and on from it | {moved[0]:.0f} ms, {moved[1]:.0f} ms |")
    for audience in AUDIENCES:
        if audience == RESULT:
            finish(venue)
        began = time.process_time()
        size = len(snapshot_json(venue.live.workshop, audience).encode())
        say(f"| first snapshot, {audience} | {size / 1000:.0f} kB in {(time.process_time() - began) * 1000:.0f} ms |")
    workshop = venue.live.workshop
    gc.collect()
    before, began, cpu = memory(), time.perf_counter(), time.process_time()
    cold = Shelf(venue.house.engine).find(venue.id)
    took, worked = time.perf_counter() - began, time.process_time() - cpu
    assert cold is not None
    assert cold.workshop == workshop
    gc.collect()
    say(f"| cold load of {cold.seq} events | {took:.1f} s, CPU {worked:.1f} s |")
    say(f"| memory of the workshop | {(memory() - before) / 1e6:.0f} MB; whole process {memory() / 1e6:.0f} MB |")
    say(f"| database | {venue.path.stat().st_size / 1e6:.1f} MB |")


def finish(venue: Venue) -> None:
    """Only a finished board has a result."""
    for board in venue.live.workshop.order:
        must(venue.fay, "start_phase", board=board, phase="finished")


def a_token(venue: Venue) -> str:
    joined = venue.house.reception.join(venue.code, an_id(), f"10.0.{venue.live.seq // 200}.9", lambda _: None)
    token: str = joined["token"]
    return token


def must(who: Somebody, name: str, **fields: object) -> None:
    answer = who.does(name, **fields)
    assert answer["ok"], (name, answer)


def cost(who: Somebody, name: str, **fields: object) -> float:
    """Milliseconds of processor time of all threads: rules, log, and frames for everybody's screens."""
    began = time.process_time_ns()
    must(who, name, **fields)
    return (time.process_time_ns() - began) / 1e6


def at(values: list[float], share: float) -> float:
    return sorted(values)[int(len(values) * share)]


def memory() -> int:
    """Bytes of this process in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
