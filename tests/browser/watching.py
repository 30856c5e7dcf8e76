"""Everything a page was ever told and ever showed, from the moment it is watched."""

from __future__ import annotations

import json
import re
from typing import Any

from a_workshop import Workshop
from playwright.sync_api import Page, Response, WebSocket
from screen import Screen

# Every text that ever stood in the page, also in a name only a screen reader hears, and also for a moment only.
REMEMBER = """() => {
  const seen = (window.everSeen = []);
  const names = ['aria-label', 'aria-description', 'title', 'alt', 'value', 'placeholder', 'content'];
  const look = (node) => {
    seen.push(node.textContent ?? '');
    if (node.nodeType === Node.ELEMENT_NODE)
      for (const element of [node, ...node.querySelectorAll('*')])
        for (const name of names) if (element.hasAttribute(name)) seen.push(element.getAttribute(name));
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'childList') addedNodes.forEach(look);
      else if (type === 'attributes') seen.push(target.getAttribute(attributeName) ?? '');
      else seen.push(target.data);
    }
  }).observe(document, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: names,
  });
}"""
# What a look at the page gives, frame by frame, each time that it differs.
SAMPLE = """() => {
  window.sampled = [];
  const next = () => {
    const seen = JSON.stringify((%s)());
    if (sampled.at(-1) !== seen) sampled.push(seen);
    requestAnimationFrame(next);
  };
  next();
}"""
IDENTITIES = """() => Object.entries(localStorage)
    .filter(([key]) => key.startsWith('batkham:identity:'))
    .map(([, kept]) => kept)"""


def sample(page: Page, look: str) -> None:
    """From now on the page itself looks, and misses nothing that is there for a moment only."""
    page.evaluate(SAMPLE % look)


def sampled(page: Page) -> list[Any]:
    return [json.loads(seen) for seen in page.evaluate("sampled")]


class Watched:
    """One screen, from its next page on: what stood on it, what it was sent, and what it must know by now.

    A screen whose socket stays away for long asks over HTTP: what it is told there counts as well.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self._told: list[str | Response] = []
        page.add_init_script(f"({REMEMBER})()")
        page.on("websocket", self._listen)
        page.on("response", self._answered)

    @property
    def identity(self) -> dict[str, Any]:
        [kept] = self.page.evaluate(IDENTITIES)
        return dict(json.loads(kept))

    def met(self, texts: list[str]) -> list[str]:
        """Those of the texts that ever reached this screen, in a frame or in the page."""
        all_of_it = "\n".join([*self._frames(), *self.page.evaluate("everSeen"), self.page.url])
        return [text for text in texts if text in all_of_it]

    def knows(self) -> Screen:
        """What the frames amount to, by the rule of the wire."""
        screen = Screen(lambda asked: {"ok": False, "code": "unreachable"})
        for frame in self._frames():
            self._hear(screen, frame)
        return screen

    def is_up_to_date(self, workshop: Workshop) -> bool:
        screen = self.knows()
        answer = workshop.snapshot(screen.audience, self.identity["token"])
        return bool(screen.records == answer["snapshot"] and screen.mine == answer.get("mine", {}))

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._told.append(frame if isinstance(frame, str) else str(frame)))

    def _answered(self, response: Response) -> None:
        if "/snapshot?" in response.url and response.ok:
            self._told.append(response)

    def _frames(self) -> list[str]:
        """In the order in which it came; an answer is what a socket would have greeted with."""
        told = [one if isinstance(one, str) else f'42["hello",{one.text()}]' for one in self._told]
        self._told[: len(told)] = told
        return told

    @staticmethod
    def _hear(screen: Screen, frame: str) -> None:
        event = re.match(r'42\["(hello|changes)",(.*)\]$', frame, re.DOTALL)
        if event:
            screen.hear(event[1], event[2])
        answer = re.match(r"43\d*\[(.*)\]$", frame, re.DOTALL)
        if answer and isinstance(body := json.loads(answer[1]), dict) and "audience" in body:
            screen.begin(body)
