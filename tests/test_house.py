"""The data folder is private, belongs to one running server, and keeps its secrets over restarts."""

import os
import stat
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from server import house
from server.config import BadSetting, CannotStart, Config

OCCUPY = """
import sys
from server import house
from server.config import CannotStart, Config
try:
    occupied = house.occupy(Config.from_env({"BATKHAM_DATA_DIR": sys.argv[1]}))
except CannotStart as why:
    sys.exit(str(why))
print("ours", flush=True)
sys.stdin.read()
"""


def at(folder: Path) -> Config:
    return Config.from_env({"BATKHAM_DATA_DIR": str(folder)})


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(autouse=True)
def _same_umask_afterwards():
    before = os.umask(0)
    os.umask(before)
    yield
    os.umask(before)


def test_a_first_start_makes_a_private_folder_with_two_secrets(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    occupied = house.occupy(at(folder))
    assert len(occupied.config.secret_key) >= 32
    assert len(occupied.config.create_password) == 14
    assert mode(folder) == 0o700
    assert {path.name: mode(path) for path in folder.iterdir()} == {
        "lock": 0o600,
        "secret_key": 0o600,
        "create_password": 0o600,
    }
    (folder / "made-later").touch()
    assert mode(folder / "made-later") == 0o600
    occupied.close()


def test_a_restart_keeps_the_secrets(tmp_path: Path) -> None:
    first = house.occupy(at(tmp_path))
    first.close()
    second = house.occupy(at(tmp_path))
    assert second.config == first.config
    second.close()


def test_a_half_written_secret_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()
    occupied = house.occupy(at(tmp_path))
    assert len(occupied.config.secret_key) >= 32
    assert (tmp_path / "secret_key").read_text().strip() == occupied.config.secret_key
    occupied.close()


def test_secrets_that_are_set_are_not_replaced_or_stored(tmp_path: Path) -> None:
    settings = {"BATKHAM_SECRET_KEY": "k" * 40, "BATKHAM_CREATE_PASSWORD": "p" * 10}
    occupied = house.occupy(Config.from_env({"BATKHAM_DATA_DIR": str(tmp_path), **settings}))
    assert (occupied.config.secret_key, occupied.config.create_password) == ("k" * 40, "p" * 10)
    assert not (tmp_path / "secret_key").exists()
    occupied.close()


def test_a_second_server_on_the_same_folder_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-c", OCCUPY, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == "ours\n"
        with pytest.raises(CannotStart, match=f"already runs .*process {first.pid}") as refused:
            house.occupy(at(tmp_path))
        assert "\n" not in str(refused.value)
    finally:
        first.kill()
        first.communicate()
    house.occupy(at(tmp_path)).close()


@pytest.mark.parametrize("place", ["file/data", "file"])
def test_a_folder_that_cannot_be_written_is_refused_in_one_line(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotStart, match="cannot write to the data folder") as refused:
        house.occupy(at(tmp_path / place))
    assert "\n" not in str(refused.value)


def test_a_local_folder_is_not_a_network_folder(tmp_path: Path) -> None:
    assert house.network_kind(tmp_path) is None
    assert house.network_kind(tmp_path / "not" / "there" / "yet") is None


@pytest.mark.parametrize("folder", ["//office/share/batkham", "\\\\office\\share\\batkham"])
def test_a_network_folder_is_refused(folder: str) -> None:
    assert house.network_kind(PurePosixPath(folder)) == "UNC path"
    with pytest.raises(BadSetting, match=r"BATKHAM_DATA_DIR: .* network folder"):
        house.occupy(Config(data_dir=Path(folder), database_url="sqlite:///x"))


MOUNTS = [
    ("/", "ext4", "rw"),
    ("/mnt/office", "nfs4", "rw"),
    ("/mnt/office/here", "ext4", "rw"),
    ("/mnt/c", "9p", "rw"),
]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/mnt/office/data", "nfs4"),
        ("/mnt/office/here/data", None),
        ("/mnt/officer", None),
        ("/mnt/c/data", "9p"),
        ("/home/fay/data", None),
    ],
)
def test_the_nearest_mount_decides(folder: str, kind: str | None) -> None:
    assert house.kind_of_mount(PurePosixPath(folder), MOUNTS) == kind


def test_a_windows_network_drive_is_known() -> None:
    drives = [("C:\\", "NTFS", "rw,fixed"), ("Z:\\", "NTFS", "rw,remote")]
    assert house.kind_of_mount(PureWindowsPath("Z:\\batkham"), drives) == "network drive"
    assert house.kind_of_mount(PureWindowsPath("C:\\batkham"), drives) is None


def test_a_folder_copied_to_the_cloud_is_named(tmp_path: Path) -> None:
    assert house.sync_folder(PureWindowsPath("C:/Users/fay/OneDrive - Office/Desktop/data")) == "OneDrive - Office"
    assert house.sync_folder(PurePosixPath("/home/fay/batkham/data")) is None
    occupied = house.occupy(at(tmp_path / "Dropbox" / "data"))
    assert len(occupied.warnings) == 1
    assert "Dropbox" in occupied.warnings[0]
    occupied.close()
