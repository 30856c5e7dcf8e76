"""A token bucket on the monotonic clock."""

from __future__ import annotations


class Bucket:
    __slots__ = ("_at", "_burst", "_left", "_rate")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._left = burst
        self._at = now

    def take(self, now: float) -> bool:
        self._refill(now)
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def after_ms(self) -> int:
        return max(1, round((1 - self._left) / self._rate * 1000))

    def is_full(self, now: float) -> bool:
        self._refill(now)
        return self._left >= self._burst

    def _refill(self, now: float) -> None:
        self._left = min(self._burst, self._left + (now - self._at) * self._rate)
        self._at = now
