"""The client's own checks: types, lint, format and unit tests."""

from __future__ import annotations

import checkers


def test_the_client_is_typed_linted_and_formatted() -> None:
    checkers.fetch()
    done = checkers.npm("run", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_clients_own_tests_pass() -> None:
    checkers.fetch()
    done = checkers.npm("test")
    assert done.returncode == 0, done.stdout + done.stderr
