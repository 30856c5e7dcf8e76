"""Three facilitators work on one board of three hundred cards at once; in the end all screens show the same."""

from __future__ import annotations

import threading
from random import Random
from typing import Any

import pytest
from a_board import Mouse
from a_server import until
from a_workshop import BOARD, Workshop, new_id
from conftest import OpenPage
from playwright.sync_api import Page, expect

CARDS = 300
COLUMNS = ("close", "improve", "open")
SHOWN = """column => [...document.querySelectorAll(`section[data-column="${column}"] [data-card]`)]
    .map(one => one.dataset.card)"""


@pytest.fixture
def big(workshop: Workshop) -> list[str]:
    workshop.phase("sort")
    ids = [new_id() for _ in range(CARDS)]
    for number, id_ in enumerate(ids):
        place = (None, *COLUMNS)[number % 4]
        until(lambda id_=id_, number=number, place=place: added(workshop, id_, number, place))
    return ids


def added(workshop: Workshop, id_: str, number: int, place: str | None) -> bool:
    text = f"บัตรใบที่ {number} เรื่องที่ {number % 40}"
    return bool(workshop.ask("add_card", id=id_, board=BOARD, text=text, column=place)["ok"])


class Helper:
    """Somebody who sorts without a screen, as fast as the server answers."""

    def __init__(self, workshop: Workshop, seed: int, cards: list[str]) -> None:
        key = workshop.link("co_facilitator", f"ผู้ช่วย {seed}").split("#key=")[1]
        self.token = str(workshop.server.call("POST", "/api/enter", {"key": key})["token"])
        self.workshop, self.random, self.cards = workshop, Random(seed), cards
        self.done: dict[str, int] = {}
        self.thread = threading.Thread(target=self.works)

    def works(self) -> None:
        for _ in range(60):
            name, fields = self.wish()
            answer = self.workshop.ask(name, self.token, **fields)
            assert answer["ok"] or answer["code"] != "server_error", answer
            self.done[name] = self.done.get(name, 0) + bool(answer["ok"])

    def wish(self) -> tuple[str, dict[str, Any]]:
        some = self.random.sample(self.cards, 3)
        return self.random.choice(
            [
                ("move_cards", {"cards": some[:2], "column": self.random.choice(COLUMNS), "before": some[2]}),
                ("move_cards", {"cards": some[:1], "column": None}),
                ("star_cards", {"cards": some[:1]}),
                ("undo", {}),
            ]
        )


class Grouper(Helper):
    def wish(self) -> tuple[str, dict[str, Any]]:
        some = self.random.sample(self.cards, 4)
        groups = [one["id"] for one in self.workshop.records("group")] or [new_id()]
        group, other = self.random.choice(groups), self.random.choice(groups)
        return self.random.choice(
            [
                ("group_cards", {"cards": some}),
                ("join_group", {"cards": some[:2], "group": group}),
                ("move_group", {"group": group, "column": self.random.choice(COLUMNS), "before": other}),
                ("merge_groups", {"groups": [group], "into": other}),
                ("stack_cards", {"cards": some[:3]}),
                ("ungroup_cards", {"cards": some[:1]}),
                ("undo", {}),
            ]
        )


def test_two_sorters_and_one_who_groups_end_with_the_same_board_on_every_screen(
    workshop: Workshop, big: list[str], open_page: OpenPage
) -> None:
    link = f"/w/{workshop.id}#key={workshop.key}"
    desks = [open_page(link, width=1920, height=1080) for _ in range(2)]
    for desk in desks:
        expect(desk.locator("main.presenting")).to_be_visible()
        desk.keyboard.press("f")
        expect(desk.locator(".desk-card").first).to_be_visible()
    helpers = [Helper(workshop, 1, big), Helper(workshop, 2, big), Grouper(workshop, 3, big)]
    for helper in helpers:
        helper.thread.start()
    # Meanwhile somebody drags by hand, over a board that never stands still.
    for number in range(4):
        drags_one(desks[0], number)
    for helper in helpers:
        helper.thread.join()
    assert all(sum(helper.done.values()) > 20 for helper in helpers), [helper.done for helper in helpers]
    for column in COLUMNS:
        until(lambda column=column: len({tuple(desk.evaluate(SHOWN, column)) for desk in desks}) == 1)
        until(lambda column=column: desks[0].evaluate(SHOWN, column) == held(workshop, column))
    shown = [id_ for column in COLUMNS for id_ in desks[0].evaluate(SHOWN, column)]
    assert len(shown) == len(set(shown)), "no card is shown twice"


def drags_one(desk: Page, number: int) -> None:
    mouse = Mouse(desk)
    desk.mouse.move(600, 300 + 60 * number)
    desk.mouse.down()
    desk.mouse.move(640, 330 + 60 * number)
    mouse.over(1500, 300 + 60 * number)
    mouse.drop()


def held(workshop: Workshop, column: str) -> list[str]:
    """The cards of a column on the server, group by group, without those stacked beneath others."""
    cards = [one for one in workshop.records("card") if one["column"] == column and not one["under"]]
    groups = {one["id"]: one for one in workshop.records("group")}

    def place(card: dict[str, Any]) -> tuple[Any, ...]:
        own = (card["rank"], card["id"])
        group = groups.get(card["group"] or "")
        return ((group["rank"], group["id"]), own) if group else (own, own)

    return [card["id"] for card in sorted(cards, key=place)]
