"""Values found by the stretch of text in which they begin: to look through all of them costs the square of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from vitascope.model import Span

V = TypeVar("V")


class ByStart(Generic[V]):
    """Values in the order of where they begin, or of another offset; of equals the first given comes first."""

    def __init__(self, values: Iterable[V], start: Callable[[V], int]) -> None:
        self._values = sorted(values, key=start)
        self._starts = [start(value) for value in self._values]

    def within(self, start: int, stop: int) -> list[V]:
        """Those that begin from ``start`` up to ``stop``."""
        return self._values[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]


class Around(Generic[V]):
    """Values with a span each, asked for those whose span holds another; only those that begin near it are tried."""

    def __init__(self, values: Iterable[V], span: Callable[[V], Span]) -> None:
        told = list(values)
        self._span = span
        self._by_start = ByStart(told, lambda value: span(value).start)
        self._longest = max((span(value).end - span(value).start for value in told), default=0)

    def holding(self, inner: Span) -> list[V]:
        """Those around ``inner``, in the order of where they begin."""
        near = self._by_start.within(inner.end - self._longest, inner.start + 1)
        return [value for value in near if self._span(value).contains(inner)]
