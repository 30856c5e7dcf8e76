"""What a participant does with a phone, in the words that stand on it."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Locator, Page, WebSocketRoute, expect

PATIENT_MS = 60_000


def start(page: Page) -> Page:
    """Past the welcome, into the room."""
    page.get_by_role("button", name="เริ่ม", exact=True).tap()
    return page


def box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="ข้อความในบัตร")


def send(page: Page, text: str, column: str | None = None) -> None:
    button = page.get_by_role("button", name=re.compile("^ส่งบัตร(?!ลอง)"))
    # The box of a trial card looks the same, and what is in it is thrown away.
    button.wait_for()
    box(page).fill(text)
    if column:
        page.get_by_role("button", name=column, exact=True).tap()
    button.tap()


def own(page: Page, text: str) -> Locator:
    """The own card with these words, as it stands in บัตรของฉัน."""
    return page.locator(".own-cards").get_by_role("listitem").filter(has_text=text)


def expect_state(page: Page, text: str, state: str) -> None:
    expect(own(page, text)).to_have_count(1)
    expect(own(page, text)).to_contain_text(state, timeout=PATIENT_MS)


class Sockets:
    """The web sockets of a device, through which a test may let nothing, nothing from the server, or no command."""

    def __init__(self, context: BrowserContext) -> None:
        self.blocked = False
        self.deaf = False
        self.no_commands = False
        self.other_version = False
        self._open: list[WebSocketRoute] = []
        context.route_web_socket(lambda url: "/socket.io/" in url, self._opened)

    def break_all(self) -> None:
        for socket in self._open:
            socket.close()
        self._open.clear()

    def _opened(self, socket: WebSocketRoute) -> None:
        if self.blocked:
            socket.close()
            return
        server = socket.connect_to_server()
        socket.on_message(lambda message: self._say(server, str(message)))
        server.on_message(lambda message: None if self.deaf else socket.send(message))
        self._open.append(socket)

    def _say(self, server: WebSocketRoute, message: str) -> None:
        if self.other_version:
            message = message.replace('"v":1', '"v":2')
        if not (self.no_commands and '"command"' in message):
            server.send(message)
