"""Values found by the stretch of text in which they begin: to look through all of them costs the square of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

V = TypeVar("V")


class ByStart(Generic[V]):
    """Values in the order of where they begin, or of another offset; of equals the first given comes first."""

    def __init__(self, values: Iterable[V], start: Callable[[V], int]) -> None:
        self._values = sorted(values, key=start)
        self._starts = [start(value) for value in self._values]

    def within(self, start: int, stop: int) -> list[V]:
        """Those that begin from ``start`` up to ``stop``."""
        return self._values[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]
