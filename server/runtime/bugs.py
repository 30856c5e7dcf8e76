"""Where the traceback of a bug goes that nobody waits for: into our log, and nowhere else."""

from __future__ import annotations

from typing import Any


def log() -> Any:
    # Imported late: whatever is imported before patch() keeps its unpatched locks.
    import structlog

    return structlog.get_logger()


class OnlyBugs:
    """The HTTP server's log. It names requests, and so could name secrets; only tracebacks are kept."""

    def write(self, text: str) -> None:
        if "Traceback" in text:
            log().error("bug", work="request", traceback=text)

    def flush(self) -> None:
        pass
