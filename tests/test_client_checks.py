"""The client's own checks: types, lint, format and unit tests, with the Node that pip brings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CLIENT = Path(__file__).parent.parent / "client"
NODE = Path(sys.executable).parent


@pytest.fixture(scope="module")
def npm() -> str:
    """npm, with everything the checkers need installed."""
    path = os.pathsep.join([str(NODE), os.environ["PATH"]])
    npm = shutil.which("npm", path=path)
    assert npm is not None
    if not (CLIENT / "node_modules" / "svelte-check").is_dir():
        done = npm_run(npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
        assert done.returncode == 0, done.stdout + done.stderr
    return npm


def npm_run(npm: str, *words: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(NODE), os.environ["PATH"]])
    env = {**os.environ, "PATH": path, "CI": "1", "npm_config_update_notifier": "false"}
    return subprocess.run([npm, *words], cwd=CLIENT, env=env, capture_output=True, text=True, check=False)


def test_the_client_is_typed_linted_and_formatted(npm: str) -> None:
    done = npm_run(npm, "run", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_clients_own_tests_pass(npm: str) -> None:
    done = npm_run(npm, "test")
    assert done.returncode == 0, done.stdout + done.stderr
