"""A network or mounts of one's own, for one story: a cable that is pulled there is pulled nowhere else."""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
# The server's address in a network of one's own, as phones know it.
WIFI = "10.70.70.70"
CLONE_NEWNS, CLONE_NEWNET = 0x00020000, 0x40000000
MS_REC, MS_PRIVATE = 16384, 1 << 18


def apart(story: Callable[[], T], *, network: bool = False, mounts: bool = False) -> T:
    """Run the story in a thread that has left the machine's network or mounts; what it starts is there too."""

    def inside() -> T:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare((CLONE_NEWNET if network else 0) | (CLONE_NEWNS if mounts else 0)):
            raise OSError(ctypes.get_errno(), "no namespace of one's own")
        if mounts and libc.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None):
            raise OSError(ctypes.get_errno(), "no mounts of one's own")
        if network:
            subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
            plug_in()
        return story()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(inside).result()


def plug_in() -> None:
    subprocess.run(["ip", "address", "add", f"{WIFI}/32", "dev", "lo"], check=True)


def unplug() -> None:
    """Both ends keep silent about it, as over wifi. Not `lo` itself: the server's native threads report over it."""
    subprocess.run(["ip", "address", "del", f"{WIFI}/32", "dev", "lo"], check=True)


def small_disk(folder: Path, megabytes: int) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(folder)], check=True)


def may_be_apart() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
