"""`run.py` with one thing set that no setting reaches: `started.py commits=inline|native`, or `started.py count`.

`count` writes the number of greenlets and open files to the log every few seconds.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
wish = sys.argv.pop(1)

import run  # noqa: E402
from server import runtime  # noqa: E402

runtime.patch("eventlet")

from greenlet import greenlet  # noqa: E402

from server import writer  # noqa: E402


def count() -> None:
    alive = sum(1 for one in gc.get_objects() if isinstance(one, greenlet) and not one.dead)
    print(f"greenlets {alive} files {len(os.listdir('/proc/self/fd'))}", flush=True)  # noqa: T201


if wish == "count":
    runtime.every(5, count)
else:
    writer.SLOW_SECONDS = 3600.0 if wish == "commits=inline" else 0.0
sys.exit(run.main())
