"""`run.py restore` brings a workshop back from a file, `run.py backup` copies the database, server running or not."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import serving
from test_link import asks

import run
from server import log
from server.assembly import House
from server.export.safe_copy import safe_copy
from server.people import new_id
from server.workshop.clock import utc_now

HERE = Path(run.__file__).parent
OLD = Path(__file__).parent / "export" / "backups" / "v1.json"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with serving(tmp_path) as house:
        yield house


def task(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "run.py", *arguments],
        cwd=HERE,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "BATKHAM_HOST": "127.0.0.1", "BATKHAM_DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def key_of(answer: subprocess.CompletedProcess[str]) -> str:
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.partition("#key=")[2].split()[0]


def a_safe_copy(house: House, folder: Path) -> Path:
    """Of a workshop in which one card was added."""
    made = asks(house, "/api/workshops", {"id": new_id(), "title": "ทบทวนงาน", "question": "งานใดควรปิด"})
    command = {"id": new_id(), "name": "add_card", "board": "board-1", "text": "น้ำดื่ม </script>", "column": "open"}
    asks(house, f"/api/workshops/{made['workshop']}/commands", command, made["token"])
    with house.engine.connect() as connection:
        lines = list(log.rows(connection, made["workshop"]))
    file = folder / "สำเนาปลอดภัย.html"
    file.write_bytes(safe_copy(lines, utc_now()))
    return file


def test_a_safe_copy_is_a_workshop_again_on_the_running_server(house: House, tmp_path: Path) -> None:
    file = a_safe_copy(house, tmp_path)
    entered = asks(house, "/api/enter", {"key": key_of(task(tmp_path, "restore", str(file)))})
    assert entered["role"] == "facilitator"
    cards = house.shelf.must_find(entered["workshop"]).workshop.cards.values()
    assert [(card.text, card.column) for card in cards] == [("น้ำดื่ม </script>", "open")]


def test_on_a_new_laptop_it_makes_the_database_too(tmp_path: Path) -> None:
    answer = task(tmp_path / "new", "restore", str(OLD))
    assert "เวทีที่ทำทุกอย่าง" in answer.stdout
    with serving(tmp_path / "new") as house:
        entered = asks(house, "/api/enter", {"key": key_of(answer)})
        assert house.shelf.must_find(entered["workshop"]).workshop.title == "เวทีที่ทำทุกอย่าง"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is no backup of Batkham"),
        ("<html>", "is no backup of Batkham"),
        (json.dumps({"format": "batkham-backup", "version": 2}), "comes from a newer one"),
        (json.dumps({"format": "batkham-backup", "version": 1}), "is damaged"),
    ],
)
def test_a_file_that_cannot_come_back_is_said_in_one_line(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "file.json"
    file.write_text(content)
    answer = task(tmp_path / "data", "restore", str(file))
    assert (answer.returncode, answer.stdout) == (1, "")
    assert says in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


def test_a_missing_file_and_a_wrong_call_are_said_too(tmp_path: Path) -> None:
    assert "cannot read" in task(tmp_path, "restore", str(tmp_path / "nowhere.json")).stderr
    assert task(tmp_path, "restore").returncode == 2
    assert task(tmp_path, "backup", "a", "b").returncode == 2


def texts(database: Path) -> list[Any]:
    with sqlite3.connect(database) as file:
        found = file.execute("SELECT data FROM log WHERE name = 'card_added'").fetchall()
    file.close()
    return [json.loads(row[0])["text"] for row in found]


@pytest.mark.parametrize("running", [True, False])
def test_the_database_is_copied_whole(tmp_path: Path, running: bool) -> None:
    data, target = tmp_path / "data", tmp_path / "copy.sqlite3"
    data.mkdir()
    with serving(data) as house:
        a_safe_copy(house, tmp_path)
        if running:
            assert task(data, "backup", str(target)).returncode == 0
    if not running:
        assert task(data, "backup", str(target)).returncode == 0
    assert texts(target) == ["น้ำดื่ม </script>"]
    assert target.stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.iterdir() if "copy" in file.name] == ["copy.sqlite3"]
    again = task(data, "backup", str(target))
    assert (again.returncode, "is there already" in again.stderr) == (1, True)


def test_without_a_name_it_goes_into_the_data_folder(house: House, tmp_path: Path) -> None:
    assert str(tmp_path / "backups" / "batkham-") in task(tmp_path, "backup").stdout
    (made,) = (tmp_path / "backups").iterdir()
    assert texts(made) == []


def test_a_copy_put_back_is_a_whole_server_again(tmp_path: Path) -> None:
    data, again = tmp_path / "data", tmp_path / "again"
    data.mkdir()
    with serving(data) as house:
        made = asks(house, "/api/workshops", {"id": new_id(), "title": "ทบทวนงาน", "question": "งานใดควรปิด"})
        assert task(data, "backup", str(tmp_path / "copy.sqlite3")).returncode == 0
    again.mkdir()
    (tmp_path / "copy.sqlite3").rename(again / "batkham.sqlite3")
    with serving(again) as house:
        assert asks(house, "/api/enter", {"key": made["key"]})["title"] == "ทบทวนงาน"
