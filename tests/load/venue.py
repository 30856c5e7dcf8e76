"""One server with a room full of phones: opened, filled with cards, and checked when everybody leaves."""

from __future__ import annotations

import re
import tempfile
import urllib.request
from pathlib import Path
from types import TracebackType

from tests.load import checker, servers
from tests.load.checker import Verdict
from tests.load.servers import Phones, Report, Server
from tests.load.workshop import BOARD, TEXT, Workshop

MOVE = '["command",{"id":"loadmove%m","name":"move_cards","cards":["loadcard%c"],"column":"%k"}]'
CARD = f'["command",{{"id":"loadcard%m","name":"submit_card","board":"{BOARD}","text":"{TEXT}"}}]'
AT_ONCE = 64
COMMITS = re.compile(r'batkham_commits_total\{where="(\w+)"\} ([0-9.]+)')
# One facilitator may ask 50 times a second; faster moves come from several links of theirs.
MOVES_A_SECOND = 25
RELAYS = ("floor", "node")


class Venue:
    """`kind` is floor, node, stock or fast; `rate` how many cards a second are moved when it comes to sorting.

    Sockets: 0 facilitator, 1 wall, then the phones, then more facilitators if one may not move that many.
    """

    def __init__(
        self,
        kind: str,
        phones: int,
        *,
        paced: bool = True,
        busy: bool = True,
        audience: str = "reader",
        rate: float = 20,
        frame_bytes: int = 300,
        folder: Path | None = None,
        fault: tuple[object, ...] = (),
    ) -> None:
        self.kind, self.phones, self.paced = kind, phones, paced
        self.verdict = Verdict()
        self.cards = self.sent = 0
        self.rate = rate
        self.sorters = round(rate / MOVES_A_SECOND) if rate > MOVES_A_SECOND else 0
        self._temporary = tempfile.TemporaryDirectory(prefix="batkham-load-", dir=folder)
        self.data = Path(self._temporary.name)
        self.log = self.data / "errors.log"
        self.server = self._start(frame_bytes, fault)
        self.room = Phones(self.server, self.data / "acks", self.log, busy=busy)
        self.workshop: Workshop | None = None if kind in RELAYS else Workshop(self.server.port)
        self._seat(audience)

    def __enter__(self) -> Venue:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.room.stop()
        self.server.stop()
        self._temporary.cleanup()

    def opens(self, at_once: int = AT_ONCE) -> Report:
        """Everybody connects."""
        report = self.room.ask(f"open {at_once}")
        if report["ready"] < report["clients"]:
            raise servers.CannotMeasure(f"{self.kind}: only {report['ready']} of {report['clients']} came in")
        return report

    def write(self, cards: int, rate: float = 300.0, writers: int = 0) -> Report:
        """Phones send the cards, then the room is shown them and sorting begins."""
        self.cards = cards
        if self.workshop is None:
            return {}
        self.workshop.phase("write")
        writers = writers or min(self.phones, max(20, cards // 20))
        return self._send(2, writers, rate, cards, cards, screens=False, event=CARD)

    def write_more(self, rate: float, seconds: float) -> Report:
        """The same phones go on writing."""
        more = int(rate * seconds)
        self.cards += more
        return self._send(2, self.phones, rate, more, more, screens=False, event=CARD)

    def show(self) -> None:
        if self.workshop is not None:
            self.workshop.phase("show")
            self.workshop.phase("sort")
            self.room.ask("watch 0.3")

    def sort(self, seconds: float) -> Report:
        """Cards are moved from column to column; every screen must be shown every move."""
        first = 2 + self.phones if self.sorters else 0
        return self._send(
            first,
            self.sorters or 1,
            self.rate,
            max(1, round(self.rate * seconds)),
            self.cards,
            screens=True,
            event=MOVE,
        )

    def commits(self) -> dict[str, float]:
        """How many commits the server has made in a thread of their own, and how many inline."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.server.port}/metrics", timeout=10) as answer:
            return dict.fromkeys(("thread", "inline"), 0.0) | {
                kind: float(number) for kind, number in COMMITS.findall(answer.read().decode())
            }

    def check(self) -> Verdict:
        """The log against what was acknowledged, and what every screen was shown; a relay has no log."""
        if self.workshop is None:
            return self.verdict
        sent = frozenset(checker.command_id(number, self.cards) for number in range(self.sent))
        acks = checker.read_acks(self.room.acks, self.cards)
        return self.verdict + checker.check_log(acks, checker.read_log(self.data), sent)

    def restart(self) -> None:
        """The server stops as it would for an update, and another starts with its data and port."""
        self.server.stop()
        self.server = servers.ours(self.log, self.data, paced=self.paced, port=self.server.port)

    def _start(self, frame_bytes: int, fault: tuple[object, ...]) -> Server:
        if self.kind == "floor":
            return servers.floor(self.log, frame_bytes, *fault)
        if self.kind == "node":
            return servers.relay(self.log, frame_bytes)
        return servers.ours(self.log, self.data, transport=self.kind, paced=self.paced)

    def _seat(self, audience: str) -> None:
        if self.workshop is None:
            for _ in range(2 + self.phones + self.sorters):
                self.room.ask("token - -")
            return
        self.room.ask(f"token - {self.workshop.token}")
        self.room.ask(f"token - {self.workshop.wall()}")
        self.room.ask(f"phones {self.phones} {audience} {self.workshop.code}")
        for _ in range(self.sorters):
            self.room.ask(f"token - {self.workshop.token}")

    def _send(
        self, first: int, senders: int, rate: float, total: int, cards: int, *, screens: bool, event: str
    ) -> Report:
        report = self.room.ask(f"send {first} {senders} {rate} {total} {cards} {int(screens)} {event}")
        self.sent += report["sent"]
        if screens:
            self.verdict += checker.check_screens(report)
        return report
