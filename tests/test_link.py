"""`run.py link` gives a lost facilitator link back, whether the server runs or not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import serving, until

import run
from server.assembly import House
from server.people import new_id
from server.rehearsal import address_here

HERE = Path(run.__file__).parent


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with serving(tmp_path) as house:
        yield house


@pytest.fixture
def made(house: House) -> Any:
    return asks(house, "/api/workshops", {"id": new_id(), "title": "ทบทวนงาน", "question": "งานใดควรปิด"})


def asks(house: House, path: str, body: object, token: str = "") -> Any:
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    asked = urllib.request.Request(address_here(house.config) + path, json.dumps(body).encode(), headers)
    answers: list[Any] = []
    until(lambda: answers.append(answer_to(asked)) or answers[-1] is not None)
    return answers[-1]


def answer_to(asked: urllib.request.Request) -> Any:
    """The answer; None when the server asks to be asked again, as it may while another writes."""
    try:
        with urllib.request.urlopen(asked, timeout=60) as response:
            return json.load(response)
    except urllib.error.HTTPError as refused:
        with refused:
            answer = json.load(refused)
            assert answer["retry"], answer
            return None


def link(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "run.py", "link", *arguments],
        cwd=HERE,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "BATKHAM_HOST": "127.0.0.1", "BATKHAM_DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def key_in(answer: subprocess.CompletedProcess[str]) -> str:
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip().rpartition("#key=")[2]


def blanks(house: House, workshop: str, token: str, name: str) -> Any:
    return asks(house, f"/api/workshops/{workshop}/commands", {"id": new_id(), "name": name}, token)


def test_the_link_works_at_once_on_the_running_server(house: House, made: Any, tmp_path: Path) -> None:
    assert blanks(house, made["workshop"], made["token"], "blank_screens")["seq"] == 2
    entered = asks(house, "/api/enter", {"key": key_in(link(tmp_path, made["workshop"]))})
    assert (entered["role"], entered["workshop"]) == ("facilitator", made["workshop"])
    # Nothing was written over: the server goes on behind the new link's event.
    assert blanks(house, made["workshop"], entered["token"], "unblank_screens")["seq"] == 4
    assert blanks(house, made["workshop"], made["token"], "blank_screens")["seq"] == 5


def test_the_server_goes_on_even_if_nobody_uses_the_link(house: House, made: Any, tmp_path: Path) -> None:
    link(tmp_path, made["workshop"])
    assert blanks(house, made["workshop"], made["token"], "blank_screens")["seq"] == 3


def test_the_new_link_is_listed_by_a_name_of_its_own(house: House, made: Any, tmp_path: Path) -> None:
    entered = asks(house, "/api/enter", {"key": key_in(link(tmp_path, made["workshop"]))})
    live = house.shelf.find(made["workshop"])
    assert live is not None
    assert live.workshop.keys[entered["key_id"]].name == "ลิงก์กู้คืน"


def test_a_link_made_while_the_server_rests_works_when_it_is_back(tmp_path: Path) -> None:
    with serving(tmp_path) as house:
        made = asks(house, "/api/workshops", {"id": new_id(), "title": "เวที", "question": "อะไร"})
    key = key_in(link(tmp_path, made["workshop"]))
    with serving(tmp_path) as house:
        assert asks(house, "/api/enter", {"key": key})["role"] == "facilitator"


def test_a_join_code_finds_the_workshop_as_people_type_it(made: Any, tmp_path: Path) -> None:
    thai = made["code"].translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert made["workshop"] in link(tmp_path, f"{thai[:4]}-{thai[4:]}").stdout


def test_without_a_name_it_lists_what_there_is(house: House, made: Any, tmp_path: Path) -> None:
    told = link(tmp_path).stdout
    assert len(told.splitlines()) == 1
    live = house.shelf.find(made["workshop"])
    assert live is not None
    code = f"{made['code'][:4]}-{made['code'][4:]}"
    assert [one in told for one in (code, made["workshop"], "ทบทวนงาน", "join", live.workshop.expires_on)] == [True] * 5


@pytest.mark.parametrize("unknown", ["nowhere", "", "00000000"])
def test_an_unknown_workshop_ends_with_one_clear_line(unknown: str, made: Any, tmp_path: Path) -> None:
    answer = link(tmp_path, unknown)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert len(answer.stderr.splitlines()) == 1
    assert "no workshop has the id or join code" in answer.stderr


def test_a_folder_without_a_database_ends_with_one_clear_line(tmp_path: Path) -> None:
    answer = link(tmp_path / "elsewhere")
    assert answer.returncode == 1
    assert "there is no database at" in answer.stderr
    assert not (tmp_path / "elsewhere").exists()
