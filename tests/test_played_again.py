"""A second chance is given where browsers are, nowhere else, and never in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

HOOKS = """
from pathlib import Path
from played_again import give_a_second_chance, name_the_lucky

def pytest_collection_modifyitems(items):
    give_a_second_chance(items, Path(__file__).parent)

def pytest_terminal_summary(terminalreporter):
    name_the_lucky(terminalreporter)
"""
UNLUCKY = """
import pytest

tries = []

@pytest.fixture(scope="module")
def shared():
    return "shared"

def test_once(shared):
    tries.append(1)
    assert len(tries) > 1, "no luck"
"""
LOST = 'def test_never():\n    raise AssertionError("lost")\n'


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    pytester.makeconftest(HOOKS)
    for folder in ("browser", "faults", "workshop"):
        pytester.mkdir(folder).joinpath(f"test_{folder}.py").write_text(UNLUCKY, encoding="utf-8")
    return pytester


def play(suite: pytest.Pytester) -> pytest.RunResult:
    return suite.runpytest_subprocess("-n2", "--dist=loadfile", "-Werror", "-p", "no:cacheprovider")


def test_a_browser_that_fails_once_is_played_again_and_named(suite: pytest.Pytester) -> None:
    for folder in ("faults", "workshop"):
        suite.path.joinpath(folder, f"test_{folder}.py").unlink()
    played = play(suite)
    played.assert_outcomes(passed=1)
    assert played.ret == 0
    played.stdout.fnmatch_lines(["*PLAYED AGAIN: 1*", "browser/test_browser.py::test_once (call)", "*no luck*"])


def test_a_rule_or_a_fault_that_fails_has_failed_and_so_has_what_fails_twice(suite: pytest.Pytester) -> None:
    suite.path.joinpath("browser", "test_browser.py").write_text(LOST, encoding="utf-8")
    played = play(suite)
    played.assert_outcomes(failed=3)
    assert played.ret == 1
    played.stdout.fnmatch_lines_random(["FAILED browser/*::test_never*", "FAILED faults/*::test_once*"])
    played.stdout.fnmatch_lines_random(["FAILED workshop/*::test_once*"])
