"""What people see in the terminal: two links and a code when it starts, one clear line when it cannot."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import run
from server.config import Config

HERE = Path(run.__file__).parent


def start(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BATKHAM_")}
    return subprocess.run(
        [sys.executable, "run.py", *arguments],
        cwd=HERE,
        env=kept | {"PYTHONIOENCODING": "utf-8", "BATKHAM_HOST": "127.0.0.1", "PORT": "0"} | settings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def only_line(answer: subprocess.CompletedProcess[str]) -> str:
    assert answer.stdout == ""
    lines = [line for line in answer.stderr.splitlines() if not line.startswith("โปรดระวัง")]
    assert len(lines) == 1
    assert lines[0].startswith("เริ่มไม่ได้ Cannot start: ")
    return lines[0]


def test_a_wrong_setting_ends_with_its_name(tmp_path: Path) -> None:
    answer = start(BATKHAM_DATA_DIR=str(tmp_path), BATKHAM_RETENTION_DAYS="for ever")
    assert "BATKHAM_RETENTION_DAYS: must be a whole number" in only_line(answer)
    assert answer.returncode == 2


def test_a_taken_port_ends_with_its_number(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        answer = start(BATKHAM_DATA_DIR=str(tmp_path), PORT=port)
    assert f"port {port} is taken" in only_line(answer)
    assert answer.returncode == 1


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    answer = start(BATKHAM_DATA_DIR=str(tmp_path / "file" / "data"))
    assert f"cannot write to the data folder {tmp_path}/file/data" in only_line(answer)


def test_a_network_folder_is_named(tmp_path: Path) -> None:
    answer = start(BATKHAM_DATA_DIR="//office/share")
    assert "is a network folder" in only_line(answer)
    assert answer.returncode == 2


def test_a_second_server_on_the_same_data_is_refused(tmp_path: Path) -> None:
    script = "import sys; from server import house, config; from pathlib import Path\n"
    script += "kept = house.occupy(config.Config.from_env({'BATKHAM_DATA_DIR': sys.argv[1]}))\n"
    script += "print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as first:
        assert first.stdout is not None
        first.stdout.readline()
        answer = start(BATKHAM_DATA_DIR=str(tmp_path))
        first.kill()
    assert f"already runs with the data folder {tmp_path} (process {first.pid})" in only_line(answer)


def test_missing_screens_are_said_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(run.CannotStart, match=r"screens are not built yet; run: pip install -e \."):
        run.check_screens(tmp_path)
    (tmp_path / "home.html").touch()
    assert "older than their sources" in str(run.check_screens(tmp_path))


def test_the_greeting_shows_both_links_the_code_and_the_password() -> None:
    config = Config(port=8321, public_url="https://cards.example.org", create_password="abcd-efgh-jkmn")
    lines = list(run.greeting(config))
    facilitator = next(line for line in lines if "วิทยากร" in line)
    participants = next(line for line in lines if "ผู้เข้าร่วม" in line)
    assert facilitator.endswith("http://localhost:8321/")
    assert participants.endswith("https://cards.example.org/")
    assert sum("abcd-efgh-jkmn" in line for line in lines) == 1
    assert any("▀" in line for line in lines)


def test_help_lists_the_tasks() -> None:
    answer = start("--help")
    assert answer.returncode == 0
    assert all(task in answer.stdout for task in ("serve", *run.TASKS))


def test_an_unknown_task_is_refused() -> None:
    assert start("dance").returncode == 2
