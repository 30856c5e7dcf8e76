"""Moments as text: ISO 8601 in UTC with milliseconds, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, datetime


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def utc_now() -> datetime:
    """For the shell around the rules; the rules themselves are told the time."""
    return datetime.now(UTC)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
