"""The code's own promises about itself: checked, typed, and one command in the README and in CI."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from begun_first import BEGUN_FIRST

ROOT = Path(__file__).parent.parent


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_python_code_has_no_lint_findings() -> None:
    found = run("ruff", "check", "--no-cache", ".")
    assert found.returncode == 0, found.stdout


def test_the_python_code_is_formatted() -> None:
    found = run("ruff", "format", "--no-cache", "--check", ".")
    assert found.returncode == 0, found.stdout


def test_the_server_is_strictly_typed() -> None:
    found = run("mypy")
    assert found.returncode == 0, found.stdout


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()[-1]
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_is_begun_first_is_there() -> None:
    assert [name for name in BEGUN_FIRST if not (ROOT / "tests" / name).exists()] == []
