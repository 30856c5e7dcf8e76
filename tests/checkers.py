"""The client's checkers, which only tests need: fetched once, with the Node that pip brings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CLIENT = Path(__file__).parent.parent / "client"
MODULES = CLIENT / "node_modules"
CI = ("ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")


def npm(*words: str) -> subprocess.CompletedProcess[str]:
    """Run npm in the client's folder."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    found = shutil.which("npm", path=path)
    assert found is not None, "npm is missing: pip install -e '.[test]'"
    env = {**os.environ, "PATH": path, "CI": "1", "npm_config_update_notifier": "false"}
    return subprocess.run([found, *words], cwd=CLIENT, env=env, capture_output=True, text=True, check=False)


def fetch() -> Path:
    """The folder with every checker in it."""
    if not (MODULES / "axe-core").is_dir():
        done = npm(*CI)
        assert done.returncode == 0, done.stdout + done.stderr
    return MODULES
