"""The real server in a process of its own, real Chromium, and people with phones and screens.

    def test_a_card_arrives(workshop: Workshop, phone: OpenPhone) -> None:
        workshop.phase("write")
        page = phone()                                  # at /j/<code>, 360×740, touch, LINE's user agent
        …
        assert workshop.texts() == ["หนึ่งใบ"]

`server` lives as long as the test file; a test may kill it, freeze it and start it again on the same port and data.
`make_workshop(cards_each=2)` makes more workshops; `open_page("/wall/…", width=1024, height=768)` any other screen.
`from accessible import axe` and `assert axe(page) == []`; `from a_server import until` to wait on a condition.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from a_server import Json, Server
from a_workshop import MakeWorkshop, Workshop
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from server.built_client import client_is_built

STATIC = Path(__file__).resolve().parent.parent.parent / "server" / "static"
# A condition that comes ends the wait at once; a busy machine may let it come late.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)
LINE = (
    "Mozilla/5.0 (Linux; Android 13; V2124) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/120.0.6099.144 Mobile Safari/537.36 Line/13.21.0/IAB"
)
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]


class OpenPage(Protocol):
    def __call__(
        self, path: str, *, width: int = ..., height: int = ..., context: BrowserContext | None = ..., **options: Any
    ) -> Page: ...


class OpenPhone(Protocol):
    def __call__(
        self,
        path: str | None = ...,
        *,
        width: int = ...,
        height: int = ...,
        context: BrowserContext | None = ...,
        **options: Any,
    ) -> Page: ...


@pytest.fixture(scope="session", autouse=True)
def built_client() -> None:
    if not client_is_built(STATIC):
        pytest.fail("The browser client is missing or older than its sources: run `pip install -e .`", pytrace=False)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> Json:
    """pytest-playwright's own hook: Debian's browser instead of one that Playwright would download."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("These tests need Chromium: apt install chromium, or set CHROMIUM", pytrace=False)
    return {"executable_path": chromium, "args": CHROMIUM, "headless": True}


@pytest.fixture(scope="module")
def module_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server") / "data")
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture
def server(module_server: Server) -> Iterator[Server]:
    """Running, whatever an earlier test did to it."""
    if not module_server.is_running:
        module_server.start()
    yield module_server
    if module_server.is_running:
        module_server.thaw()


@pytest.fixture
def make_workshop(server: Server) -> MakeWorkshop:
    return lambda **wish: Workshop(server, **wish)


@pytest.fixture
def workshop(make_workshop: MakeWorkshop) -> Workshop:
    return make_workshop()


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[OpenPage]:
    """Opens a path of the server on a new device, or on the device whose `context` is given.

    At the end every page must have been free of script errors and of things the content policy forbids.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def new_device(width: int, height: int, **options: Any) -> BrowserContext:
        size = {"width": width, "height": height}
        context = browser.new_context(viewport=size, base_url=server.url, locale="th-TH", **options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", lambda problem: complaints.append(str(problem.error)))
        context.on("console", lambda said: complaints.extend(complaint(said)))
        contexts.append(context)
        return context

    def open_page(
        path: str, *, width: int = 1366, height: int = 768, context: BrowserContext | None = None, **options: Any
    ) -> Page:
        page = (context or new_device(width, height, **options)).new_page()
        page.goto(server.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def complaint(said: ConsoleMessage) -> list[str]:
    """What a page says it could not fetch is the weather, and many tests make it; anything else is a fault."""
    weather = ("Failed to load resource", "WebSocket connection to", "net::ERR_")
    is_fault = said.type in ("error", "warning") and not any(word in said.text for word in weather)
    return [said.text] if is_fault else []


@pytest.fixture
def phone(open_page: OpenPage, workshop: Workshop) -> OpenPhone:
    """A phone in LINE's browser, at the workshop's join address unless another path is given."""

    def open_phone(
        path: str | None = None,
        *,
        width: int = 360,
        height: int = 740,
        context: BrowserContext | None = None,
        **options: Any,
    ) -> Page:
        options = {"user_agent": LINE, "has_touch": True, "is_mobile": True, "device_scale_factor": 2} | options
        return open_page(path or f"/j/{workshop.code}", width=width, height=height, context=context, **options)

    return open_phone
