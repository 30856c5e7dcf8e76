"""What a projected screen owes the last row: no small letters, nothing cut off, nothing that is secret."""

from __future__ import annotations

from a_server import until_none
from playwright.sync_api import Page

SIZES = [(1024, 768), (1366, 768), (1920, 1080)]

SMALL_LETTERS = """() => {
  const least = innerHeight * 0.044 - 0.1;
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const small = [];
  while (texts.nextNode()) {
    const holder = texts.currentNode.parentElement;
    const words = texts.currentNode.textContent.trim();
    if (!words || holder.closest('.visually-hidden')) continue;
    const size = parseFloat(getComputedStyle(holder).fontSize);
    if (size < least) small.push(`${size}px: ${words}`);
  }
  return small;
}"""

CUT_OFF = """() => {
  const cut = [];
  const isHigher = (it) => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1;
  for (const it of document.querySelectorAll('.stage, .scene, .scene > section, .lists, .abreast, .fitted, .foot')) {
    const room = `${it.clientWidth}×${it.clientHeight}`;
    if (isHigher(it)) cut.push(`${it.className}: ${it.scrollWidth}×${it.scrollHeight} in ${room}`);
  }
  for (const card of document.querySelectorAll('[data-card]')) {
    const box = card.getBoundingClientRect();
    const leaves = box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
    const isCut = [card, ...card.querySelectorAll('.text, .words')].some(isHigher);
    if (leaves || isCut) cut.push(card.textContent);
  }
  return cut;
}"""


def small_letters(page: Page) -> list[str]:
    """Every text under 4.4 % of the screen's height."""
    return list(page.evaluate(SMALL_LETTERS))


def cut_off(page: Page) -> list[str]:
    """Every card, and every part of the screen, that does not show all it holds."""
    return list(page.evaluate(CUT_OFF))


def must_become_readable(page: Page) -> None:
    """Letters find their size within a moment of a change; after that nothing may be small or cut off."""
    until_none(lambda: small_letters(page) + cut_off(page), "the last row cannot read")
