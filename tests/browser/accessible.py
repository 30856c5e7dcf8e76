"""Does a page keep the rules of WCAG 2.2 AA?"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parent.parent.parent / "client" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe(page: Page) -> list[str]:
    """Every rule of WCAG 2.2 AA that the page breaks, with the first places where it does."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", RULES)
    return [
        f"{broken['id']}: {broken['help']} at {[node['html'][:160] for node in broken['nodes'][:3]]}"
        for broken in found["violations"]
    ]
