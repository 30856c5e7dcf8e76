"""Does a page keep the rules of WCAG 2.2 AA?"""

from __future__ import annotations

import checkers
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is fading in has no contrast yet; what moves for ever is not waited for.
SETTLED = """() => Promise.allSettled(
    document.getAnimations()
        .filter((one) => one.effect.getComputedTiming().endTime < 60000)
        .map((one) => one.finished)
)"""


def axe(page: Page) -> list[str]:
    """Every rule of WCAG 2.2 AA that the page breaks, with the first places where it does."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate((checkers.fetch() / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    page.evaluate(SETTLED)
    # Preloading asks for style sheets that may still be on their way; only an experimental rule reads them.
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, preload: false})", RULES)
    return [
        f"{broken['id']}: {broken['help']} at {[node['html'][:160] for node in broken['nodes'][:3]]}"
        for broken in found["violations"]
    ]
