"""The one writing connection goes on at once after it has forgotten erased words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import run

# A process of its own, because the library that is patched in stays in.
SCRIPT = """
import sys
from server import runtime
runtime.patch(sys.argv[1])
from sqlalchemy import text
from server import database
from server.writer import Writer
writer = Writer(database.connect("sqlite:///" + sys.argv[2]))
with writer.transaction() as connection:
    connection.execute(text("CREATE TABLE words (word)"))
for _ in range(3):
    writer.forget()
    with writer.transaction() as connection:
        connection.execute(text("INSERT INTO words VALUES ('kept')"))
print("all kept")
"""


def test_the_next_card_is_kept_at_once_after_one_was_withdrawn(tmp_path: Path) -> None:
    for mode in ("eventlet", "threading"):
        command = [sys.executable, "-c", SCRIPT, mode, str(tmp_path / f"{mode}.sqlite3")]
        answer = subprocess.run(command, cwd=Path(run.__file__).parent, capture_output=True, text=True, check=False)
        assert answer.stdout.strip() == "all kept", answer.stderr
