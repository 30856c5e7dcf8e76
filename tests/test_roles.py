"""Who may do what: every command and every route, for everybody, as the tables below say."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import pytest
from play import ASKING
from socketio.exceptions import ConnectionRefusedError as RefusedConnection
from sqlalchemy import text
from venue import SECRET, Somebody, Venue, an_id
from werkzeug.test import Client

from server import create_app
from server.board_templates import USUAL, template
from server.config import Config
from server.founding import Wish
from server.workshop import COMMANDS
from server.workshop.verb import ROLES

SENDERS = {"participant"}
SORTERS = {"facilitator", "co_facilitator"}
OWNER = {"facilitator"}
NOBODY: set[str] = set()

MAY_ASK = {
    "try_card": SENDERS,
    "submit_card": SENDERS,
    "edit_card": SENDERS,
    "withdraw_card": SENDERS,
    "start_phase": SORTERS,
    "start_timer": SORTERS,
    "extend_timer": SORTERS,
    "stop_timer": SORTERS,
    "read_card": SORTERS,
    "place_card": SORTERS,
    "skip_card": SORTERS,
    "move_cards": SORTERS,
    "place_as_proposed": SORTERS,
    "park_cards": SORTERS,
    "bring_back_cards": SORTERS,
    "accept_late_cards": SORTERS,
    "fix_card": SORTERS,
    "star_cards": SORTERS,
    "unstar_cards": SORTERS,
    "add_card": SORTERS,
    "add_cards": SORTERS,
    "hold_card": SORTERS,
    "hold_next": SORTERS,
    "let_go": SORTERS,
    "set_tables": SORTERS,
    "sit": SENDERS,
    "start_checking": SORTERS,
    "stop_checking": SORTERS,
    "pass_cards": SORTERS,
    "pause_phones": SORTERS,
    "resume_phones": SORTERS,
    "ask_about": SENDERS,
    "unask": SENDERS,
    "answer_card": SORTERS,
    "group_cards": SORTERS,
    "join_group": SORTERS,
    "ungroup_cards": SORTERS,
    "name_group": SORTERS,
    "move_group": SORTERS,
    "merge_groups": SORTERS,
    "dissolve_group": SORTERS,
    "stack_cards": SORTERS,
    "unstack_cards": SORTERS,
    "undo": SORTERS,
    "redo": SORTERS,
    "skip_step": SORTERS,
    "focus": SORTERS,
    "show_view": SORTERS,
    "set_aliases": SORTERS,
    "keep_apart": SORTERS,
    "turn_page": SORTERS,
    "blank_screens": SORTERS,
    "unblank_screens": SORTERS,
    "rename_workshop": SORTERS,
    "change_question": SORTERS,
    "change_limits": SORTERS,
    "set_room": SORTERS,
    "stop_joining": SORTERS,
    "resume_joining": SORTERS,
    "open_children": SORTERS,
    "close_children": SORTERS,
    "send_child": SENDERS,
    "add_child": SORTERS,
    "open_vote": SORTERS,
    "cast_ballot": SENDERS,
    "close_vote": SORTERS,
    "reopen_vote": SORTERS,
    "show_votes": SORTERS,
    "count_hands": SORTERS,
    "open_check_out": SORTERS,
    "check_out": SENDERS,
    "close_check_out": SORTERS,
    "show_check_out": SORTERS,
    "decide_item": SORTERS,
    "set_status": SORTERS,
    "carry_over": SORTERS,
    "revoke_link": OWNER,
    "keep_until": OWNER,
    "lock_workshop": OWNER,
    "add_board": SORTERS,
    "duplicate_board": SORTERS,
    "remove_board": SORTERS,
    "order_boards": SORTERS,
    "skip_board": SORTERS,
    "unskip_board": SORTERS,
    "open_board": SORTERS,
    "plan_board": SORTERS,
    "change_columns": SORTERS,
    # Only the server may ask for these; from outside they do not exist.
    "open_workshop": NOBODY,
    "join_workshop": NOBODY,
    "mint_link": NOBODY,
    "change_code": NOBODY,
    "arrange": NOBODY,
    "bring_promises": NOBODY,
}

EVERYBODY = {"none", *ROLES}
INSIDE = set(ROLES)
# Who gets in; everybody else is refused, and people of another workshop always are.
MAY_VISIT: dict[tuple[str, str], set[str]] = {
    ("GET", "/"): EVERYBODY,
    ("GET", "/j/<code>"): EVERYBODY,
    ("GET", "/w/<workshop_id>"): EVERYBODY,
    ("GET", "/wall/<workshop_id>"): EVERYBODY,
    ("GET", "/r/<workshop_id>"): EVERYBODY,
    ("GET", "/healthz"): EVERYBODY,
    ("GET", "/readyz"): EVERYBODY,
    ("GET", "/metrics"): EVERYBODY,
    ("GET", "/api/start"): EVERYBODY,
    ("GET", "/api/openapi.json"): EVERYBODY,
    ("POST", "/api/workshops"): EVERYBODY,
    ("POST", "/api/join"): EVERYBODY,
    ("POST", "/api/enter"): EVERYBODY,
    ("GET", "/api/workshops/<workshop_id>/snapshot"): INSIDE,
    ("GET", "/api/workshops/<workshop_id>/door"): SORTERS | {"wall"},
    # Asked for an undo here; for all the others see MAY_ASK.
    ("POST", "/api/workshops/<workshop_id>/commands"): SORTERS,
    ("POST", "/api/workshops/<workshop_id>/links"): OWNER,
    ("POST", "/api/workshops/<workshop_id>/pair"): SORTERS,
    ("POST", "/api/workshops/<workshop_id>/code"): SORTERS,
    ("DELETE", "/api/workshops/<workshop_id>"): OWNER,
    # Of a format that is not there: what each may take home of a board, and when, is in test_may_take.py.
    ("GET", "/api/workshops/<workshop_id>/export.<kind>"): SORTERS,
    ("GET", "/api/workshops/<workshop_id>/documents"): SORTERS | {"result"},
    ("POST", "/api/workshops/<workshop_id>/documents"): SORTERS,
    ("GET", "/api/workshops/<workshop_id>/safe-copies"): SORTERS,
    ("POST", "/api/workshops/<workshop_id>/letterhead"): SORTERS | {"result"},
    ("GET", "/api/workshops/<workshop_id>/office-letterhead"): SORTERS,
    ("POST", "/api/workshops/<workshop_id>/office-letterhead"): SORTERS,
    ("DELETE", "/api/workshops/<workshop_id>/office-letterhead"): OWNER,
    # The ticket is the key; a wrong one is refused for its own reason.
    ("GET", "/api/documents/<ticket>"): EVERYBODY,
    ("POST", "/api/workshops/<workshop_id>/cards"): SORTERS,
    ("POST", "/api/workshops/<workshop_id>/import"): SORTERS,
    ("POST", "/api/workshops/<workshop_id>/rehearsal"): OWNER,
    ("GET", "/api/workshops/<workshop_id>/result-link"): SORTERS | {"wall"},
    ("POST", "/api/workshops/<workshop_id>/result-link"): OWNER,
    ("POST", "/api/workshops/<workshop_id>/next"): OWNER,
    ("GET", "/api/templates"): EVERYBODY,
    ("GET", "/api/workshops/<workshop_id>/templates"): SORTERS,
    ("POST", "/api/workshops/<workshop_id>/templates"): SORTERS,
    ("DELETE", "/api/workshops/<workshop_id>/templates/<template>"): OWNER,
    ("GET", "/api/workshops/<workshop_id>/history"): SORTERS,
    ("GET", "/api/workshops/<workshop_id>/replay"): SORTERS,
    ("POST", "/api/workshops/<workshop_id>/bring_back_then"): SORTERS,
    ("GET", "/api/workshops/<workshop_id>/similar"): SORTERS,
}
BODIES: dict[str, Any] = {
    "/api/workshops": lambda: {"id": an_id(), "title": "ใหม่", "question": "อะไร"},
    "/links": lambda: {"id": an_id(), "role": "wall", "name": "จอ"},
    "/pair": lambda: {},
    "/code": lambda: {"id": an_id()},
    "/result-link": lambda: {},
    "/next": lambda: {"id": an_id(), "kind": "follow_up"},
    "/rehearsal": lambda: {},
    "/documents": lambda: {"format": "csv"},
    "/cards": lambda: {"id": an_id(), "name": "add_cards", "board": "board-1", "cards": [{"text": "ใบหนึ่ง"}]},
    "/templates": lambda: {"id": an_id(), "template": template(USUAL)},
    "/commands": lambda: {"id": an_id(), "name": "undo"},
    "/bring_back_then": lambda: {"id": an_id(), "board": "board-1", "to": 1},
}
UNSAFE_LAST = ("DELETE", "/api/workshops/<workshop_id>")


@dataclass
class Town:
    """Two workshops, and in each somebody of every role."""

    house: Any
    client: Client
    workshop: str
    code: str
    tokens: dict[str, str | None]
    strangers: dict[str, str]
    revoked: dict[str, str]

    def asks(self, method: str, path: str, token: str | None, body: object = None) -> tuple[int, str]:
        headers = {"Host": "localhost:8321"} | ({"Authorization": f"Bearer {token}"} if token else {})
        answer = self.client.open(path, method=method, headers=headers, json=body)
        told = answer.get_data(as_text=True)
        try:
            return answer.status_code, json.loads(told).get("code", "ok")
        except ValueError:
            return answer.status_code, "page"

    def rows(self) -> int:
        with self.house.engine.connect() as connection:
            count = (
                "SELECT (SELECT count(*) FROM log) + (SELECT count(*) FROM keys) + (SELECT count(*) FROM participants)"
            )
            return int(connection.execute(text(count)).scalar_one())


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("town")
    config = Config.from_env({"BATKHAM_DATA_DIR": str(folder), "BATKHAM_ASYNC": "threading"})
    with warnings.catch_warnings():
        # Whether the screens are built is no matter here.
        warnings.simplefilter("ignore")
        house = create_app(replace(config, secret_key=SECRET, create_password="a-password"))
    mine, theirs = _people(house), _people(house)
    revoked = _revoked(house, mine)
    yield Town(
        house,
        Client(house.app, use_cookies=False),
        mine["workshop"],
        mine["code"],
        mine["tokens"],
        theirs["tokens"],
        revoked,
    )
    house.close()


def _people(house: Any) -> dict[str, Any]:
    reception = house.reception
    made = house.founding.create(Wish(id=an_id(), title="เวที", question="อะไร"))
    owner = house.people.read(made["token"])
    tokens = {"facilitator": made["token"]}
    for role in ("co_facilitator", "wall", "result"):
        tokens[role] = reception.enter(house.links.mint(owner, an_id(), role, role)["key"], "::1")["token"]
    tokens["participant"] = reception.join(made["code"], an_id(), "::1", lambda _: None)["token"]
    return {"workshop": made["workshop"], "code": made["code"], "tokens": tokens, "owner": owner}


def _revoked(house: Any, mine: dict[str, Any]) -> dict[str, str]:
    from server.workshop.revoke_link import RevokeLink

    tokens, owner = {}, mine["owner"]
    for role in ("facilitator", "co_facilitator", "wall", "result"):
        minted = house.links.mint(owner, an_id(), role, "spare")
        tokens[role] = house.reception.enter(minted["key"], "::1")["token"]
        command = RevokeLink(minted["key_id"])
        assert house.desk.perform(owner.workshop, command, id=an_id(), actor=owner.id, role=owner.role)["ok"]
    return tokens


def fields_of(town: Town, name: str) -> dict[str, Any]:
    random, live = Random(7), town.house.shelf.find(town.workshop)
    return {"id": an_id(), "name": name, **ASKING.get(name, lambda *_: {})(random, live.workshop)}


def test_the_table_names_every_command() -> None:
    assert MAY_ASK.keys() == COMMANDS.keys(), "say in MAY_ASK who may give a new command"


@pytest.mark.parametrize("name", MAY_ASK)
def test_a_command_is_for_its_roles_only(town: Town, name: str) -> None:
    path = f"/api/workshops/{town.workshop}/commands"
    everybody = [("none", None), *town.tokens.items()]
    for role, token in everybody:
        before = town.rows()
        status, code = town.asks("POST", path, token, fields_of(town, name))
        if name == "lock_workshop" and role in OWNER:
            assert code == "not_finished"
        elif role == "none":
            assert (status, code) == (401, "bad_token"), role
        elif not MAY_ASK[name]:
            assert (status, code) == (400, "malformed"), role
        elif role in MAY_ASK[name]:
            assert code not in ("forbidden", "bad_token", "revoked", "malformed", "server_error"), (role, code)
            continue
        else:
            assert (status, code) == (403, "forbidden"), role
        assert town.rows() == before, role


@pytest.mark.parametrize("name", MAY_ASK)
def test_people_of_another_workshop_and_revoked_links_can_do_nothing(town: Town, name: str) -> None:
    path = f"/api/workshops/{town.workshop}/commands"
    before = town.rows()
    for role, token in town.strangers.items():
        assert town.asks("POST", path, token, fields_of(town, name)) == (404, "not_found"), role
    for role, token in town.revoked.items():
        assert town.asks("POST", path, token, fields_of(town, name)) == (401, "revoked"), role
    assert town.rows() == before


def routes(town: Town) -> set[tuple[str, str]]:
    methods = ("GET", "POST", "DELETE", "PUT", "PATCH")
    rules = town.house.flask.url_map.iter_rules()
    return {(method, rule.rule) for rule in rules for method in methods if method in rule.methods}


def test_the_table_names_every_route(town: Town) -> None:
    assert routes(town) == MAY_VISIT.keys(), "say in MAY_VISIT who may use a new route"


def visit(town: Town, route: tuple[str, str], token: str | None) -> tuple[int, str]:
    method, rule = route
    path = (
        rule.replace("<workshop_id>", town.workshop)
        .replace("<code>", town.code)
        .replace("<template>", "own-nothing")
        .replace("<kind>", "csv")
    )
    bodies = {"/api/join": {"code": town.code, "id": an_id()}, "/api/enter": {"key": "x" * 32}}
    body = bodies.get(path) or next((make() for end, make in BODIES.items() if path.endswith(end)), None)
    if method == "DELETE":
        body = {"confirm": "not its title"}
    return town.asks(method, path, token, body)


GUARDED = sorted(route for route, roles in MAY_VISIT.items() if "none" not in roles)
GATE = ("forbidden", "bad_token", "revoked", "not_found")


@pytest.mark.parametrize("route", sorted(MAY_VISIT), ids=lambda route: " ".join(route))
def test_a_route_is_for_its_roles_only(town: Town, route: tuple[str, str]) -> None:
    for role, token in [("none", None), *town.tokens.items()]:
        before = town.rows()
        status, code = visit(town, route, token)
        assert code != "server_error", role
        if role in MAY_VISIT[route]:
            # An unbuilt client and a wrong key are refused for their own reasons.
            assert code not in GATE or route[1] == "/api/enter", (role, status, code)
            continue
        assert (status, code) == ((401, "bad_token") if role == "none" else (403, "forbidden")), role
        assert town.rows() == before, role


@pytest.mark.parametrize("route", GUARDED, ids=lambda route: " ".join(route))
def test_a_route_lets_no_stranger_and_no_revoked_link_in(town: Town, route: tuple[str, str]) -> None:
    before = town.rows()
    for role, token in town.strangers.items():
        assert visit(town, route, token) == (404, "not_found"), role
    for role, token in town.revoked.items():
        assert visit(town, route, token) == (401, "revoked"), role
    assert town.rows() == before


@pytest.mark.parametrize(("method", "rule"), [("POST", "/api/start"), ("GET", "/api/join"), ("PUT", "/api/workshops")])
def test_a_wrong_method_is_a_clean_refusal(town: Town, method: str, rule: str) -> None:
    status, code = town.asks(method, rule, town.tokens["facilitator"])
    assert (status, code) == (405, "not_found")


# The same over sockets.


def a_socket(venue: Venue, token: str, **auth: Any) -> str:
    return venue.connect(token, lambda *_: None, **auth)


@pytest.mark.parametrize("name", list(MAY_ASK))
def test_a_socket_asks_under_the_same_table(venue: Venue, name: str) -> None:
    people = {"facilitator": venue.fay, "participant": venue.joins()}
    people |= {role: venue.link(role) for role in ("co_facilitator", "wall", "result")}
    venue.link("wall", "spare")
    for role, who in people.items():
        sid, before = a_socket(venue, who.token), venue.live.seq
        body = {"id": an_id(), "name": name, **ASKING.get(name, lambda *_: {})(Random(7), venue.live.workshop)}
        answer = venue.house.sockets.ask("command", sid, body)
        if role in MAY_ASK[name]:
            assert answer.get("code") not in ("forbidden", "bad_token", "malformed", "server_error"), (role, answer)
            continue
        assert answer["code"] == ("forbidden" if MAY_ASK[name] else "malformed"), role
        venue.quiet()
        assert venue.live.seq == before, role


MAY_LOOK = {
    "facilitator": {"facilitator", "inbox"},
    "co_facilitator": {"facilitator", "inbox"},
    "participant": {"participant", "reader"},
    "wall": {"wall"},
    "result": {"result"},
}
AUDIENCES = ("participant", "reader", "wall", "facilitator", "inbox", "result", "keeper", "nobody")


@pytest.mark.parametrize("role", ROLES)
def test_a_role_looks_as_its_own_audiences_only(venue: Venue, town: Town, role: str) -> None:
    who = _one(venue, role)
    screen = who.screen()
    for audience in AUDIENCES:
        allowed = audience in MAY_LOOK[role]
        status, code = town.asks(
            "GET", f"/api/workshops/{town.workshop}/snapshot?audience={audience}", town.tokens[role]
        )
        assert (status, code) == ((200, "ok") if allowed else (403, "forbidden")), audience
        answer = venue.house.sockets.ask("catch_up", screen.sid, {"audience": audience})
        assert answer.get("code", "ok") == ("ok" if allowed else "forbidden"), audience
        if not allowed:
            with pytest.raises(RefusedConnection, match="forbidden"):
                a_socket(venue, who.token, audience=audience)


def _one(venue: Venue, role: str) -> Somebody:
    if role == "facilitator":
        return venue.fay
    return venue.joins() if role == "participant" else venue.link(role)


def test_a_revoked_link_loses_its_open_screen_and_its_rights_at_once(venue: Venue, fay: Somebody) -> None:
    co = venue.link("co_facilitator")
    screen = co.screen()
    assert co.does("blank_screens")["ok"]
    assert fay.does("revoke_link", key=co.id)["ok"]
    assert screen.closed == "revoked"
    assert co.does("unblank_screens")["code"] == "revoked"
    with pytest.raises(RefusedConnection, match="revoked"):
        co.screen()
    assert fay.does("revoke_link", key=fay.id)["code"] == "own_link"


def test_a_command_that_waits_when_its_link_is_revoked_is_refused(venue: Venue, fay: Somebody) -> None:
    from test_log import held

    from server.jobs import Job
    from server.workshop.blank_screens import BlankScreens
    from server.workshop.revoke_link import RevokeLink

    co, answers = venue.link("co_facilitator"), []
    with held(venue):
        for who, command in ((fay, RevokeLink(co.id)), (co, BlankScreens())):
            venue.house.desk.submit(Job(venue.id, command, an_id(), who.id, who.person.role, answers.append))
    venue.quiet()
    assert [answer.get("code", "ok") for answer in answers] == ["ok", "revoked"]
    assert not venue.live.workshop.blank


@pytest.mark.parametrize("auth", [{}, {"token": 7}, {"token": "x" * 400}, {"token": "f.x"}, {"token": "p." + "A" * 60}])
def test_a_stranger_with_no_token_of_ours_is_not_let_in(venue: Venue, auth: dict[str, Any]) -> None:
    with pytest.raises(RefusedConnection, match=r"bad_token|malformed"):
        venue.house.sockets.handlers["connect"]("sid", {}, {"v": 1, **auth})


@pytest.mark.parametrize("auth", [{"v": 2}, {"v": None}, {}])
def test_another_version_of_the_wire_is_asked_to_reload(venue: Venue, auth: dict[str, Any]) -> None:
    with pytest.raises(RefusedConnection, match="reload"):
        venue.house.sockets.handlers["connect"]("sid", {}, {"token": venue.fay.token, **auth})


def test_a_token_signed_for_one_role_cannot_be_used_for_another(venue: Venue) -> None:
    ana = venue.joins()
    forged = "f" + ana.token[1:]
    with pytest.raises(RefusedConnection, match="bad_token"):
        a_socket(venue, forged)
