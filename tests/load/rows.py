"""What is measured: each function is one row of the table, or the part of it that one server gives."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.load.checker import Verdict
from tests.load.servers import Report
from tests.load.venue import Venue

Figures = dict[str, float]


@dataclass
class Bench:
    """How large and how long everything is, and what all the checks found."""

    repeats: int = 3
    phones: int = 500
    many: int = 1_000
    seconds: float = 5.0
    cards: int = 400
    folder: Path | None = None
    verdict: Verdict = field(default_factory=Verdict)
    frame_bytes: int = 150

    def leaves(self, venue: Venue) -> None:
        # A relay that is seconds late shows a move when its card's next one is due, which looks like a doubled one.
        if venue.workshop is not None:
            self.verdict += venue.check()


def fan_out(bench: Bench, kind: str, rate: float = 20, *, paced: bool = False, phones: int = 0) -> Figures:
    """Moves of shown cards that everybody sees: processor time per card delivered, latencies."""
    phones = phones or bench.phones
    # A card should not move again before everybody has seen it move.
    cards = min(1_000, max(bench.cards, int(rate)))
    with Venue(kind, phones, paced=paced, rate=rate, frame_bytes=bench.frame_bytes, folder=bench.folder) as venue:
        empty = venue.room.ask("watch 0.1")["memory_kib"]
        venue.opens()
        full = venue.room.ask("watch 0.5")["memory_kib"]
        venue.write(cards)
        venue.show()
        venue.sort(min(2.0, bench.seconds))
        report = venue.sort(bench.seconds)
        bench.leaves(venue)
    return {**moved(report), "kib_per_phone": (full - empty) / report["clients"]}


def moved(report: Report) -> Figures:
    delivered = max(1, report["delivered"])
    figures = {
        "us_per_card": report["cpu_us"] / delivered,
        "us_per_move": report["cpu_us"] / report["sent"],
        "cpu_percent": report["cpu_us"] / report["seconds"] / 1e4,
        "frames_per_card": report["frames"] / delivered,
        "phone_frame_bytes": report["phone_bytes"] / max(1, report["clients"] - 2) / report["sent"],
        "delivered": report["delivered"],
        "expected": report["expected"],
        "generator_late_ms": report["late_ms"],
    }
    for name in ("wall", "last", "ack", "all"):
        found = report[f"{name}_ms"] or {"p50": float("nan"), "p99": float("nan")}
        figures |= {f"{name}_p50_ms": found["p50"], f"{name}_p99_ms": found["p99"]}
    return figures


def command(bench: Bench, folder: Path | None) -> Figures:
    """One card after the other from twenty phones, nobody else there: what a whole command costs."""
    with Venue("fast", 20, audience="participant", folder=folder) as venue:
        venue.opens()
        venue.write(40, rate=100)
        before = venue.commits()
        # The cards so far are all of phones that may send fifty each.
        report = venue.write_more(20, bench.seconds)
        after = venue.commits()
        bench.leaves(venue)
    in_thread, inline = after["thread"] - before["thread"], after["inline"] - before["inline"]
    return {
        "us_per_command": report["cpu_us"] / report["acked"],
        "ack_p50_ms": report["ack_ms"]["p50"],
        "ack_p99_ms": report["ack_ms"]["p99"],
        "in_thread": in_thread / max(1, in_thread + inline),
    }


def throughput(bench: Bench, rate: float = 4_000) -> Figures:
    """More cards a second than can be taken, four from every phone: how many are durable and acknowledged."""
    with Venue("fast", bench.many, audience="participant", folder=bench.folder) as venue:
        venue.opens()
        report = venue.write(4 * bench.many, rate, writers=bench.many)
        bench.leaves(venue)
    return {
        "commands_per_s": report["acked"] / report["ack_seconds"],
        "us_per_command": report["cpu_us"] / max(1, report["acked"]),
        "ack_p99_ms": report["ack_ms"]["p99"],
        "refused": report["refused"],
    }


def joining(bench: Bench, kind: str) -> Figures:
    """Everybody at the same instant: first with a join code and rows of their own, then only the socket."""
    with Venue(kind, bench.many, audience="participant", folder=bench.folder) as venue:
        first = venue.opens(at_once=4_000)
        venue.room.ask("watch 1")
        venue.room.ask("drop")
        venue.room.ask("watch 1")
        again = venue.opens(at_once=4_000)
    return {
        "join_s": first["seconds"],
        "join_us": first["cpu_us"] / first["clients"],
        "connect_s": again["seconds"],
        "connect_us": again["cpu_us"] / again["clients"],
    }


def rejoin(bench: Bench) -> Figures:
    """The server is restarted under everybody, who come back as the real client does."""
    with Venue("fast", bench.many, audience="reader", folder=bench.folder) as venue:
        venue.opens()
        venue.write(bench.cards)
        venue.show()
        venue.room.ask("return")
        began = time.monotonic()
        venue.restart()
        down = time.monotonic() - began
        report = venue.room.hear()
        bench.leaves(venue)
    return {
        "down_s": down,
        "all_in_sync_s": report["away_seconds"],
        "phone_p50_s": report["took_ms"]["p50"] / 1e3,
        "back": report["ready"],
        "behind": report["highest_seq"] - report["lowest_seq"],
    }
