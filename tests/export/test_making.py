"""Documents are made in another process: few wait, none takes for ever, and whatever dies comes back."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.export import maker
from server.export.making import MOST_OF_A_WORKSHOP, MakerBug, Making
from server.workshop import Refused


@pytest.fixture
def making() -> Iterator[Making]:
    made = Making(seconds_to_wait=0.2)
    yield made
    made.close()


def test_what_a_document_needs_is_sent_and_what_it_makes_comes_back(making: Making) -> None:
    assert making.make("w", sorted, ["ที่", "ก", "น้ำ" * 400_000]) == sorted(["ที่", "ก", "น้ำ" * 400_000])


def test_it_is_another_process_without_the_async_library_and_without_secrets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BATKHAM_SECRET_KEY", "the-secret-that-signs-every-token")
    making = Making()
    try:
        assert making.make("w", os.getpid) != os.getpid()
        assert making.make("w", eval, "'eventlet' in __import__('sys').modules") is False
        assert "BATKHAM_SECRET_KEY" not in making.make("w", eval, "dict(__import__('os').environ)")
    finally:
        making.close()


def test_what_takes_too_long_is_ended_and_the_next_is_made() -> None:
    making = Making(seconds_to_make=2.0)
    try:
        with pytest.raises(Refused, match="too_long_to_make"):
            making.make("w", time.sleep, 600)
        assert making.make("w", sorted, [2, 1]) == [1, 2]
    finally:
        making.close()


def test_when_the_process_dies_people_may_ask_again(making: Making) -> None:
    with pytest.raises(Refused, match="retry") as died:
        making.make("w", os._exit, 1)
    assert died.value.retry
    assert making.make("w", sorted, [2, 1]) == [1, 2]


def test_a_refusal_in_it_is_a_refusal_and_a_bug_is_a_bug(making: Making) -> None:
    with pytest.raises(Refused, match="no_such_column") as refused:
        making.make(
            "w", eval, "(_ for _ in ()).throw(__import__('server.workshop').workshop.Refused('no_such_column'))"
        )
    assert not refused.value.retry
    with pytest.raises(MakerBug, match="ZeroDivisionError"):
        making.make("w", divmod, 1, 0)
    assert making.make("w", sorted, [2, 1]) == [1, 2]


WAIT = "any(__import__('os').path.exists({!r}) or __import__('time').sleep(0.01) for _ in iter(int, 1))"


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """It is open when it is there."""
    return tmp_path / "gate"


def asks(making: Making, workshop: str, gate: Path, codes: list[str]) -> threading.Thread:
    """For what is made as soon as the gate opens."""

    def ask() -> None:
        try:
            making.make(workshop, eval, WAIT.format(str(gate)))
            codes.append("made")
        except Refused as refused:
            codes.append(refused.code)

    thread = threading.Thread(target=ask)
    thread.start()
    return thread


def test_only_a_few_of_one_workshop_wait_and_the_others_are_told_to_come_back(gate: Path) -> None:
    making, codes = Making(), list[str]()
    try:
        asking = [asks(making, "crowded", gate, codes) for _ in range(MOST_OF_A_WORKSHOP)]
        while making.waiting("crowded") < MOST_OF_A_WORKSHOP:
            time.sleep(0.01)
        with pytest.raises(Refused, match="busy") as busy:
            making.make("crowded", sorted, [])
        assert busy.value.retry
        gate.touch()
        assert making.make("another", sorted, [2, 1]) == [1, 2]
        for one in asking:
            one.join()
        assert codes == ["made"] * MOST_OF_A_WORKSHOP
        assert making.waiting("crowded") == 0
    finally:
        making.close()


def test_nobody_waits_for_ever_behind_others(making: Making, gate: Path) -> None:
    codes = list[str]()
    first = asks(making, "slow", gate, codes)
    while making.waiting("slow") == 0:
        time.sleep(0.01)
    with pytest.raises(Refused, match="busy"):
        making.make("other", sorted, [])
    gate.touch()
    first.join()
    assert codes == ["made"]


def test_a_message_survives_small_pieces_and_a_broken_pipe_ends_it() -> None:
    out, into = os.pipe()
    sender = threading.Thread(target=maker.write, args=(into, b"x" * 3_000_000))
    sender.start()
    assert maker.read(out) == b"x" * 3_000_000
    sender.join()
    os.write(into, b"\0\0\0")
    os.close(into)
    assert maker.read(out) is None
    os.close(out)
