"""What plays with real browsers is played once more when it fails, and named at the end of the run."""

from __future__ import annotations

from pathlib import Path

import pytest

# Rules need no luck, and where faults are a second chance could hide a lost card: what fails there has failed.
FOLDER = "browser"
LINES = 6


def give_a_second_chance(items: list[pytest.Item], tests: Path) -> None:
    for item in items:
        if tests / FOLDER in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


def name_the_lucky(terminal: pytest.TerminalReporter) -> None:
    """Each test that was played again, with what went wrong the first time."""
    failed_first = [one for one in terminal.getreports("rerun") if isinstance(one, pytest.TestReport)]
    if not failed_first:
        return
    terminal.section(f"PLAYED AGAIN: {len(failed_first)}, each a defect to mend", red=True, bold=True)
    for report in failed_first:
        terminal.line(f"{report.nodeid} ({report.when})", red=True)
        terminal.line(_what_went_wrong(report))


def _what_went_wrong(report: pytest.TestReport) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    said = f"{crash.path}:{crash.lineno}: {crash.message}" if crash else report.longreprtext
    return "\n".join(f"    {line}" for line in said.splitlines()[:LINES])
