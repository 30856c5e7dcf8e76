"""Only requests for our names, from our pages and of bearable size come in; every answer is guarded."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse
from werkzeug.wrappers import Response

from server import door
from server.config import Config
from server.door import front, is_from_this_machine

HOME = "http://localhost:8321"


class Application:
    """Stands where the real one will, and remembers what reached it."""

    def __init__(self) -> None:
        self.reached: list[dict[str, Any]] = []

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.reached.append(environ)
        answer = Response("welcome", headers={"Server": "Secret/1.2.3"})
        return answer(environ, start_response)


@pytest.fixture
def inside() -> Application:
    return Application()


def ask(
    inside: Application, path: str = "/", method: str = "GET", config: Config | None = None, **more: Any
) -> TestResponse:
    headers = {"Host": "localhost:8321"} | more.pop("headers", {})
    return Client(front(inside, config or Config())).open(path, method=method, headers=headers, **more)


@pytest.mark.parametrize("host", ["localhost:8321", "127.0.0.1", "LOCALHOST", "localhost.:80", "[::1]:8321"])
@pytest.mark.parametrize("path", ["/", "/socket.io/?EIO=4", "/api/start", "/assets/a.js"])
def test_our_own_names_are_answered(inside: Application, host: str, path: str) -> None:
    assert ask(inside, path, headers={"Host": host}).text == "welcome"


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "evil.example:8321", "", "localhost@evil", "a b", "[::1", "1"],
)
@pytest.mark.parametrize("path", ["/", "/socket.io/?EIO=4", "/api/start", "/assets/a.js"])
def test_a_strange_name_is_refused_everywhere(inside: Application, host: str, path: str) -> None:
    answer = ask(inside, path, headers={"Host": host})
    assert answer.status_code == 400
    assert json.loads(answer.text) == {"ok": False, "code": "unknown_host", "retry": False}
    assert not inside.reached


FOREIGN = ["http://evil.example", "null", "", "://", "http://localhost:8321.evil.example", "https://localhost:8321",
           "http://evil.example/localhost:8321", "http://localhost:9999"]  # fmt: skip


@pytest.mark.parametrize("origin", FOREIGN)
@pytest.mark.parametrize(
    ("path", "method"), [("/api/join", "POST"), ("/api/workshops/x", "DELETE"), ("/socket.io/", "GET")]
)
def test_another_site_cannot_act_for_its_visitor(inside: Application, path: str, method: str, origin: str) -> None:
    answer = ask(inside, path, method, headers={"Origin": origin})
    assert (answer.status_code, json.loads(answer.text)["code"]) == (403, "foreign_origin")
    assert not inside.reached


@pytest.mark.parametrize(
    ("path", "method"), [("/api/join", "POST"), ("/api/workshops/x", "DELETE"), ("/socket.io/", "GET")]
)
def test_our_own_pages_and_programs_without_origin_act(inside: Application, path: str, method: str) -> None:
    assert ask(inside, path, method, headers={"Origin": HOME}).text == "welcome"
    assert ask(inside, path, method).text == "welcome"


def test_anyone_may_follow_a_link_to_a_page(inside: Application) -> None:
    assert ask(inside, "/j/12345678", headers={"Origin": "null"}).text == "welcome"


def test_the_public_origin_is_ours_behind_a_proxy_that_speaks_https(inside: Application) -> None:
    config = Config(public_url="https://cards.example.org/batkham")
    headers = {"Host": "cards.example.org", "Origin": "https://cards.example.org"}
    assert ask(inside, "/api/join", "POST", config, headers=headers).text == "welcome"
    headers["Origin"] = "https://other.example.org"
    assert ask(inside, "/api/join", "POST", config, headers=headers).status_code == 403


@pytest.mark.parametrize(
    ("path", "limit"), [("/api/join", 16 * 1024), ("/socket.io/", 16 * 1024), ("/api/workshops", 8 << 20)]
)
def test_a_body_fits_up_to_its_limit(inside: Application, path: str, limit: int) -> None:
    assert ask(inside, path, "POST", environ_overrides={"CONTENT_LENGTH": str(limit)}).text == "welcome"
    answer = ask(inside, path, "POST", environ_overrides={"CONTENT_LENGTH": str(limit + 1)})
    assert answer.status_code == 413
    assert json.loads(answer.text) == {"ok": False, "code": "too_large", "retry": False, "limit": limit}


def test_a_body_without_an_announced_size_is_refused(inside: Application) -> None:
    answer = ask(inside, "/api/join", "POST", headers={"Transfer-Encoding": "chunked"})
    assert (answer.status_code, json.loads(answer.text)["code"]) == (411, "malformed")
    assert not inside.reached


@pytest.mark.parametrize("length", ["-1", "๑๒", "1e3", "9" * 30])
def test_a_nonsense_size_is_refused(inside: Application, length: str) -> None:
    assert ask(inside, environ_overrides={"CONTENT_LENGTH": length}).status_code == 400
    assert not inside.reached


@pytest.mark.parametrize("path", ["/", "/socket.io/?EIO=4", "/api/start", "/assets/a.js"])
@pytest.mark.parametrize("host", ["localhost:8321", "evil.example"])
def test_every_answer_is_guarded(inside: Application, path: str, host: str) -> None:
    headers = ask(inside, path, headers={"Host": host}).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Server" not in headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["script-src"] == policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == "'none'"
    assert policy["connect-src"] == f"'self' ws://{host} wss://{host}"


def test_a_host_cannot_write_into_the_policy(inside: Application) -> None:
    answer = ask(inside, headers={"Host": "x; script-src *"})
    assert answer.headers["Content-Security-Policy"].endswith("connect-src 'self'")


def test_private_answers_are_not_kept_and_files_may_be(inside: Application) -> None:
    assert ask(inside, "/api/start").headers["Cache-Control"] == "no-store"
    assert ask(inside, "/socket.io/").headers["Cache-Control"] == "no-store"
    assert "Cache-Control" not in ask(inside, "/assets/a.js").headers


def reached(inside: Application, config: Config, **headers: str) -> dict[str, Any]:
    ask(inside, config=config, headers={name.replace("_", "-"): value for name, value in headers.items()})
    return inside.reached[-1]


def test_nobody_is_believed_about_where_they_come_from(inside: Application) -> None:
    spoof = {"X_Forwarded_For": "9.9.9.9", "X_Forwarded_Host": "evil.example", "X_Forwarded_Proto": "https"}
    environ = reached(inside, Config(), **spoof)
    assert environ["HTTP_HOST"] == "localhost:8321"
    assert environ["wsgi.url_scheme"] == "http"
    assert not [name for name in environ if name.startswith("HTTP_X_FORWARDED")]


def test_a_trusted_proxy_is_believed_for_the_last_hop_only(inside: Application) -> None:
    config = Config(trusted_proxies=1, public_url="https://cards.example.org")
    headers = {"X_Forwarded_For": "6.6.6.6, 9.9.9.9", "X_Forwarded_Host": "evil.example, cards.example.org"}
    environ = reached(inside, config, **headers, X_Forwarded_Proto="https")
    assert environ["REMOTE_ADDR"] == "9.9.9.9"
    assert (environ["HTTP_HOST"], environ["wsgi.url_scheme"]) == ("cards.example.org", "https")
    answer = ask(inside, config=config, headers={"X-Forwarded-Host": "cards.example.org", "X-Forwarded-Proto": "https"})
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_path_prefix_is_taken_off_whether_or_not_the_proxy_did(inside: Application) -> None:
    config = Config(path_prefix="/batkham")
    for path, arrives in [
        ("/batkham/j/1", "/j/1"), ("/j/1", "/j/1"), ("/batkham", "/"), ("/batkhamster", "/batkhamster"),
        ("/batkham/socket.io/", "/socket.io/"),
    ]:  # fmt: skip
        ask(inside, path, config=config)
        assert (inside.reached[-1]["SCRIPT_NAME"], inside.reached[-1]["PATH_INFO"]) == ("/batkham", arrives)
    assert ask(inside, "/batkham/socket.io/", config=config, headers={"Origin": "null"}).status_code == 403


def from_here(inside: Application, peer: str, **headers: str) -> bool:
    sent = {"Host": "localhost:8321"} | {name.replace("_", "-"): value for name, value in headers.items()}
    Client(front(inside, Config())).get("/", headers=sent, environ_base={"REMOTE_ADDR": peer})
    return is_from_this_machine(inside.reached[-1])


def test_only_a_browser_on_this_machine_is_from_this_machine(inside: Application) -> None:
    assert from_here(inside, "127.0.0.1")
    assert from_here(inside, "::1", Host="127.0.0.1:8321")
    assert not from_here(inside, "192.168.1.7")
    for name in ("X_Forwarded_For", "X_Forwarded_Host", "Forwarded", "Via", "X_Real_Ip"):
        assert not from_here(inside, "127.0.0.1", **{name: "x"})
    for own in door.allowed_hosts(Config()) - {"localhost", "127.0.0.1", "::1"}:
        seen = len(inside.reached)
        assert not from_here(inside, "127.0.0.1", Host=f"[{own}]" if ":" in own else own), own
        assert len(inside.reached) == seen + 1, own
