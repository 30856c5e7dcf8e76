"""The client's checkers, which only tests need: fetched once, with the Node that pip brings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

CLIENT = Path(__file__).parent.parent / "client"
MODULES = CLIENT / "node_modules"
LOCK = Path(tempfile.gettempdir()) / f"batkham-{sha256(str(CLIENT).encode()).hexdigest()[:16]}.lock"
PATIENCE = 300.0
CI = ("ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")


def npm(*words: str) -> subprocess.CompletedProcess[str]:
    """Run npm in the client's folder."""
    env = environment()
    found = shutil.which("npm", path=env["PATH"])
    assert found is not None, "npm is missing: pip install -e '.[test]'"
    return subprocess.run([found, *words], cwd=CLIENT, env=env, capture_output=True, text=True, check=False)


def environment() -> dict[str, str]:
    """Where the Node that pip brings is found before any other."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "CI": "1", "npm_config_update_notifier": "false"}


def fetch() -> Path:
    """The folder with every checker in it."""
    with _alone():
        if not (MODULES / "axe-core").is_dir():
            done = npm(*CI)
            assert done.returncode == 0, done.stdout + done.stderr
    return MODULES


@contextmanager
def _alone() -> Iterator[None]:
    """Two test processes must not fetch into the same folder; a lock left behind is old, and so broken."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        try:
            LOCK.mkdir()
            break
        except FileExistsError:
            time.sleep(0.1)
    try:
        yield
    finally:
        shutil.rmtree(LOCK, ignore_errors=True)
