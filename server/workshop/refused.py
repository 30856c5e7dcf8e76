"""What the rules say no with: a code, never a sentence; the client owns the words."""

from __future__ import annotations


class Refused(Exception):
    """The rules said no.

    `retry` means the same command may be accepted later, so a phone keeps the card waiting.
    """

    def __init__(
        self,
        code: str,
        *,
        field: str | None = None,
        limit: int | None = None,
        retry: bool = False,
        after_ms: int | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.limit = limit
        self.retry = retry
        self.after_ms = after_ms

    def answer(self) -> dict[str, object]:
        """The refusal as it crosses the wire."""
        told = {"field": self.field, "limit": self.limit, "after_ms": self.after_ms}
        return {
            "ok": False,
            "code": self.code,
            "retry": self.retry,
            **{name: value for name, value in told.items() if value is not None},
        }
