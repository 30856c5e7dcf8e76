"""In which order test files are begun."""

from __future__ import annotations

# What starts processes, servers and browsers, or takes half a minute: begun last, one such file would keep one worker
# busy long after the others have nothing left. The hundreds of quick files fill the gaps at the end.
BEGUN_FIRST = (
    "test_client_checks.py",
    "faults/test_kill_loop.py",
    "browser/test_whole_workshop.py",
    "browser/test_kill_and_offline.py",
    "browser/test_wall.py",
    "test_rehearsal.py",
    "browser",
    "faults",
    "transport",
    "conformance",
    "test_roles.py",
    "test_style.py",
    "export",
)
