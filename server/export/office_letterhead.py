"""The office's own letterhead: one .docx in the data folder, for the Word reports of every workshop here."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from server.export.word.letterhead import letterhead

FOLDER, NAME = "letterhead", "letterhead.docx"


class OfficeLetterhead:
    """Kept until somebody keeps another one or throws it away."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / FOLDER / NAME

    def kept_at(self) -> datetime | None:
        """Since when there is one."""
        with contextlib.suppress(FileNotFoundError):
            return datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
        return None

    def content(self) -> bytes | None:
        with contextlib.suppress(FileNotFoundError):
            return self._path.read_bytes()
        return None

    def keep(self, content: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(content)
        fresh.replace(self._path)

    def remove(self) -> None:
        self._path.unlink(missing_ok=True)


def must_be_a_letterhead(content: bytes) -> None:
    """In the other process: raises Refused when it is no plain .docx. Each report looks through it again."""
    letterhead(content)
