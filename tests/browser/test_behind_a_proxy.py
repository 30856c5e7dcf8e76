"""Under a path of somebody's web server, whether that takes the path off or not, everything works as at the root."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from a_phone import expect_state, send, start
from a_proxy import Proxy
from a_room import LAPTOP, MadeAtHome, next_step
from a_server import Server
from conftest import OpenPage, OpenPhone
from playwright.sync_api import Page, expect
from watching import Watched

PREFIX = "/batkham"
PASSWORD = "let us begin"


@pytest.fixture(params=[True, False], ids=["path taken off", "path passed on"])
def proxy(request: pytest.FixtureRequest) -> Iterator[Proxy]:
    with Proxy(PREFIX, strips=request.param).running() as proxy:
        yield proxy


@pytest.fixture
def server(proxy: Proxy, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Set up as the README says."""
    settings = {"PUBLIC_URL": proxy.url, "BATKHAM_TRUSTED_PROXIES": "1", "BATKHAM_CREATE_PASSWORD": PASSWORD}
    server = Server(tmp_path_factory.mktemp("server") / "data", **settings)
    try:
        server.start()
        proxy.upstream = server.url
        yield server
    finally:
        server.stop()


def test_home_phone_and_wall_work_under_a_path(
    proxy: Proxy, server: Server, open_page: OpenPage, phone: OpenPhone
) -> None:
    laptop = made_at_home(proxy, open_page)
    workshop = MadeAtHome(server, laptop.identity)
    wall = open_page("/", width=1366, height=768)
    wall.goto(inside(proxy, workshop.link("wall")))
    code = workshop.snapshot()["snapshot"]["door"]["code"]
    one = joined(proxy, phone, code)
    next_step(laptop.page, "ลองส่งบัตร")
    next_step(laptop.page, "เริ่มรับบัตร")
    expect(one.get_by_text("เหลืออีก 3 ใบ")).to_be_visible()
    send(one, "ใต้ทางย่อยก็ส่งได้")
    expect_state(one, "ใต้ทางย่อยก็ส่งได้", "ส่งแล้ว ✓")
    expect(wall.get_by_text("รับแล้ว 1 ใบ จาก 1 คน")).to_be_visible()
    workshop.phase("stopped", "show", "sort")
    expect(wall.get_by_label("บัตรที่กำลังอ่าน")).to_have_text("ใต้ทางย่อยก็ส่งได้")
    # By web sockets, and by nothing that goes past the proxy's own path.
    assert any("transport=websocket" in path for path in proxy.paths)
    assert all(path.startswith(PREFIX) for path in proxy.paths)


def made_at_home(proxy: Proxy, open_page: OpenPage) -> Watched:
    """Whoever comes through a proxy is not at this machine, and so is asked for the password."""
    laptop = Watched(open_page("/", **LAPTOP))
    laptop.page.goto(proxy.url + "/")
    laptop.page.get_by_label("รหัสผ่านสำหรับจัดเวที").fill(PASSWORD)
    laptop.page.get_by_role("button", name="จัดเวที", exact=True).click()
    laptop.page.wait_for_url(re.compile(rf"{proxy.url}/w/[\w-]{{16}}$"))
    expect(laptop.page.get_by_role("button", name="ลองส่งบัตร")).to_be_visible()
    return laptop


def joined(proxy: Proxy, phone: OpenPhone, code: str) -> Page:
    page = phone("/")
    page.goto(proxy.url + "/")
    page.get_by_label("รหัสเข้าร่วม 8 ตัว บนจอหน้าห้อง").fill(code)
    page.get_by_role("button", name="เข้าร่วม", exact=True).tap()
    expect(page).to_have_url(f"{proxy.url}/j/{code}")
    return start(page)


def inside(proxy: Proxy, path: str) -> str:
    return proxy.url.removesuffix(PREFIX) + path
