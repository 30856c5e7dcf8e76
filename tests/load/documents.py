"""How long each document takes through its real route, and how long the hub stands still meanwhile.

    python -m tests.load.documents 60 500 2000

One server (`run.py`), one board of so many cards in groups of ten. Each format is asked for three times; the longest
answer of /healthz, asked without pause on a connection of its own, is what everybody else had to wait.
"""

from __future__ import annotations

import contextlib
import http.client
import secrets
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil

from server.export.formats import FORMATS
from server.export.taking import KEEPERS, PAPERS

HERE = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(HERE / "tests" / "browser"))
import a_server as servers  # noqa: E402
from a_server import Server  # noqa: E402

# Longer than the server itself would wait for a document.
servers.PATIENCE = 90.0

TIMES = 3
BOARD = "board-1"
COLUMNS = ("close", "improve", "open")
TEXTS = ("ลดการประชุมที่ไม่จำเป็น", "เปิดร้าน OTOP ออนไลน์", "ใช้แบบฟอร์มเดียวทั้งจังหวัด", "จัดรถตู้รับส่งผู้สูงอายุ")


class Waiting(threading.Thread):
    """Somebody who asks for nothing but an answer, again and again."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self._port = port
        self.longest = 0.0
        self.stopped = False

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port)
        while not self.stopped:
            began = time.perf_counter()
            with contextlib.suppress(http.client.HTTPException, OSError):
                connection.request("GET", "/healthz")
                connection.getresponse().read()
            self.longest = max(self.longest, time.perf_counter() - began)
            time.sleep(0.001)


def main(sizes: list[int]) -> None:
    print(
        f"{'cards':>6} {'format':<12} {'first s':>8} {'median s':>9} {'kB':>7} {'longest wait ms':>16} {'maker MB':>9}"
    )
    for size in sizes:
        with a_server() as server:
            measure(server, size)


@contextlib.contextmanager
def a_server() -> Iterator[Server]:
    """One that does nothing besides."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data", BATKHAM_SAFE_COPIES="0")
        server.start()
        try:
            yield server
        finally:
            server.stop()


def measure(server: Server, size: int) -> None:
    made = a_board(server, size)
    quiet = Waiting(server.port)
    quiet.start()
    time.sleep(2)
    quiet.stopped = True
    print(f"{size:>6} {'(nothing)':<12} {'':>8} {'':>9} {'':>7} {quiet.longest * 1000:>16.1f}")
    for kind in [*FORMATS, *KEEPERS, *PAPERS]:
        waiting = Waiting(server.port)
        waiting.start()
        seconds, told = [], {}
        for _ in range(TIMES):
            began = time.perf_counter()
            told = server.call("POST", f"/api/workshops/{made['workshop']}/documents", {"format": kind}, made["token"])
            seconds.append(time.perf_counter() - began)
        waiting.stopped = True
        waiting.join()
        if not told["ok"]:
            print(f"{size:>6} {kind:<12} {told['code']}")
            continue
        print(
            f"{size:>6} {kind:<12} {seconds[0]:>8.2f} {statistics.median(seconds):>9.2f} {told['size'] / 1024:>7.0f} "
            f"{waiting.longest * 1000:>16.1f} {maker_megabytes():>9.0f}"
        )


def a_board(server: Server, size: int) -> dict[str, Any]:
    made = server.call("POST", "/api/workshops", {"id": an_id(), "title": "ทบทวนงาน", "question": "งานใดควรปิด"})
    here = f"/api/workshops/{made['workshop']}"

    def does(path: str = "commands", **fields: Any) -> dict[str, Any]:
        answer = server.call("POST", f"{here}/{path}", {"id": an_id(), **fields}, made["token"])
        assert answer["ok"], answer
        return answer

    does(name="start_phase", board=BOARD, phase="sort")
    for start in range(0, size, 500):
        numbers = range(start, min(start + 500, size))
        cards = [{"text": f"{TEXTS[n % 4]} ({n})", "column": COLUMNS[n % 3]} for n in numbers]
        does("cards", name="add_cards", board=BOARD, cards=cards)
    snapshot = server.call("GET", f"{here}/snapshot?audience=facilitator", token=made["token"])["snapshot"]
    for column in COLUMNS:
        ids = [one["id"] for key, one in snapshot.items() if key.startswith("card:") and one["column"] == column]
        for start in range(0, len(ids) // 2, 10):
            does(name="group_cards", cards=ids[start : start + 10], label=f"เรื่องที่ {start // 10 + 1}")
    return made


def maker_megabytes() -> float:
    """The memory of the process that makes documents, after what it has just made."""
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if "server.export.maker" in process.cmdline():
                return float(process.memory_info().rss / 1024 / 1024)
    return 0.0


def an_id() -> str:
    return secrets.token_urlsafe(12)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [60, 500, 2_000])
