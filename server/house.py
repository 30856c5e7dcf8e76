"""The data folder: made private, kept by one running server at a time, and home of the two generated secrets.

SQLite before 3.51.3 can damage a WAL database when two connections write or checkpoint in the same instant.
The lock below and the single writing connection leave only one, so nobody is troubled with a warning.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

import psutil

from server.config import BadSetting, CannotStart, Config

LOCK, SECRET_KEY, CREATE_PASSWORD = "lock", "secret_key", "create_password"
UNMISTAKABLE = "abcdefghjkmnpqrstuvwxyz23456789"
NETWORK_FILE_SYSTEM = re.compile(
    r"nfs4?|cifs|smb[23]?|smbfs|afpfs|webdav|davfs|ncpfs|afs|ceph|glusterfs|vboxsf|prl_fs|9p|drvfs"
    r"|fuse\.(sshfs|rclone|davfs|glusterfs|s3fs|gvfsd-fuse)"
)
SYNC_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "mobile documents",
)
# Beyond the process number, so that Windows, where a locked byte cannot be read, still lets people read that.
LOCKED_BYTE = 4096


@dataclass(frozen=True)
class House:
    """An occupied data folder: the settings with their secrets, and what people should be told."""

    config: Config
    warnings: tuple[str, ...]
    lock: int | None

    def close(self) -> None:
        if self.lock is not None:
            os.close(self.lock)


def occupy(config: Config) -> House:
    """Makes the folder ready and ours, or raises CannotStart with one clear line."""
    folder = config.data_dir
    if config.is_sqlite and (kind := network_kind(folder)):
        raise BadSetting("BATKHAM_DATA_DIR", f"{folder} is a network folder ({kind}), where a database can be damaged")
    try:
        _make_private(folder)
        lock = _lock(folder) if config.is_sqlite else None
        return House(with_secrets(config), tuple(_warnings(config)), lock)
    except OSError as why:
        raise CannotStart(f"cannot write to the data folder {folder}: {why.strerror} (BATKHAM_DATA_DIR)") from None


def _make_private(folder: Path) -> None:
    # Everything made from here on, the database and its copies too, is for this user only.
    os.umask(0o077)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    trial = folder / f".trial-{os.getpid()}"
    trial.write_bytes(b"can we write here?")
    trial.unlink()


def network_kind(folder: PurePath) -> str | None:
    """What kind of network file system holds the folder, if one does."""
    if str(folder).startswith(("\\\\", "//")):
        return "UNC path"
    mounts = [(part.mountpoint, part.fstype, part.opts) for part in psutil.disk_partitions(all=True)]
    return kind_of_mount(Path(folder).resolve(), mounts)


def kind_of_mount(folder: PurePath, mounts: Iterable[tuple[str, str, str]]) -> str | None:
    """The nearest of the mounts (place, file system, options) decides."""
    here = [folder, *folder.parents]
    near = [mount for mount in mounts if type(folder)(mount[0]) in here]
    if not near:
        return None
    _, kind, options = max(near, key=lambda mount: len(mount[0]))
    if "remote" in options.split(","):
        return "network drive"
    return kind if NETWORK_FILE_SYSTEM.fullmatch(kind.lower()) else None


def sync_folder(folder: PurePath) -> str | None:
    """The part of the path that a cloud program keeps copying, if there is one."""
    return next((part for part in folder.parts if part.lower().startswith(SYNC_FOLDERS)), None)


def _warnings(config: Config) -> list[str]:
    # Only a warning: on Windows the desktop itself is often such a folder, and locking works there. What is
    # not safe is the copy in the cloud, which may be half written and carries people's words elsewhere.
    part = sync_folder(config.data_dir)
    if part is None:
        return []
    return [f"the data folder is copied to the cloud by {part}; better set BATKHAM_DATA_DIR elsewhere"]


def _lock(folder: Path) -> int:
    lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    owner = os.read(lock, 20).decode("ascii", "replace").strip()
    try:
        _take(lock)
    except OSError:
        os.close(lock)
        raise CannotStart(f"a server already runs with the data folder {folder} (process {owner})") from None
    os.lseek(lock, 0, os.SEEK_SET)
    os.write(lock, f"{os.getpid():<20}".encode())
    return lock


if sys.platform == "win32":
    import msvcrt

    def _take(lock: int) -> None:
        os.lseek(lock, LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(lock: int) -> None:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def with_secrets(config: Config) -> Config:
    """The settings with the secrets of the folder; also for a task that visits while the server runs."""
    folder = config.data_dir
    return replace(
        config,
        secret_key=config.secret_key or _kept(folder / SECRET_KEY, secrets.token_urlsafe(48)),
        create_password=config.create_password or _kept(folder / CREATE_PASSWORD, _speakable()),
    )


def _speakable() -> str:
    """Twelve letters (59 bits) that are read aloud and typed without mistakes."""
    return "-".join("".join(secrets.choice(UNMISTAKABLE) for _ in range(4)) for _ in range(3))


def _kept(file: Path, new: str) -> str:
    """What the file holds, or `new`, which it holds from now on."""
    with contextlib.suppress(FileNotFoundError):
        if kept := file.read_text("utf-8").strip():
            return kept
    # Written aside and renamed: a power cut never leaves half a secret.
    aside = file.with_suffix(f".{os.getpid()}")
    with open(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as fresh:
        fresh.write(new + "\n")
        fresh.flush()
        os.fsync(fresh.fileno())
    aside.replace(file)
    return new
