"""The whole of a timeline at a glance: one lane a family of claims, each with as few rows as keep its bars apart.

Places are those of :mod:`vitascope.views.timeline_chart`, so that lanes, rows and axis stand under each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vitascope.views.timeline_chart import Bar, Chart

DEEPEST = 4
"""Rows of a lane; what finds no place in them lies over others in the last."""
_APART = 0.8
"""Per cent of the axis that is left between two bars of a row."""
_POINT = 1.0
"""Per cent of the axis that a point takes on each side."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar in its lane; ``row`` counts from 0."""

    bar: Bar
    row: int


@dataclass(frozen=True, slots=True)
class Lane:
    """What is dated of one family, ``depth`` rows deep, in the order of the timeline."""

    family: str
    depth: int
    marks: tuple[Mark, ...]


def timeline_lanes(chart: Chart | None, family: Callable[[str], str]) -> tuple[Lane, ...]:
    """A lane for each family that has a bar; ``family`` names that of a type."""
    bars: dict[str, list[Bar]] = {}
    for bar in chart.bars if chart else ():
        bars.setdefault(family(bar.row.type), []).append(bar)
    return tuple(_lane(name, own) for name, own in bars.items())


def _lane(name: str, bars: list[Bar]) -> Lane:
    free: list[float] = []
    marks = []
    for bar in sorted(bars, key=_extent):
        first, last = _extent(bar)
        row = next((at for at, end in enumerate(free) if end <= first), len(free))
        if row == DEEPEST:
            row = min(range(DEEPEST), key=free.__getitem__)
        free[row : row + 1] = [last + _APART]
        marks.append(Mark(bar, row))
    return Lane(name, len(free), tuple(marks))


def _extent(bar: Bar) -> tuple[float, float]:
    if bar.point is not None:
        return bar.point - _POINT, bar.point + _POINT
    return bar.start, bar.start + bar.width
