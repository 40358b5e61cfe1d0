"""A timeline as a chart for a page: rows with positions in per cent of the axis, ready to be drawn.

Nothing is drawn more exact than it is told: a time some time within a year is a pale bar as wide as the year, an
open end fades out, and only what covers a time under every reading is solid.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from vitascope.views.timeline import Timeline, TimelineRow

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)
_NARROWEST = 0.6
"""Per cent of the axis below which a bar is drawn as a point."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis; ``at`` in per cent, ``label`` as people count (0 is ``1 BC``)."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row's place on the axis, in per cent of it.

    ``point`` is set instead of a width where the time is too short for a bar. ``solid`` is the sure part of it
    (start, width), ``opens`` is where it fades out: "", "left", "right" or "both".
    """

    row: TimelineRow
    start: float
    width: float
    point: float | None
    solid: tuple[float, float] | None
    opens: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Axis and rows. ``first`` and ``last`` are the years at 0 and 100 per cent (astronomical)."""

    first: float
    last: float
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]


def timeline_chart(timeline: Timeline, ticks: int = 6, span: tuple[float, float] | None = None) -> Chart | None:
    """The chart of a timeline, None where nothing has a date. ``span`` sets the years that the axis covers."""
    if not timeline.rows:
        return None
    earliest, latest = span or timeline.span
    margin = max((latest - earliest) * 0.03, 0.5)
    first, last = earliest - margin, latest + margin
    return Chart(first, last, _ticks(first, last, ticks), tuple(_bar(row, first, last) for row in timeline.rows))


def year_words(year: int) -> str:
    """An astronomical year as people count."""
    return f"{1 - year} BC" if year <= 0 else str(year)


def _ticks(first: float, last: float, wanted: int) -> tuple[Tick, ...]:
    step = next((step for step in _STEPS if (last - first) / step <= wanted), _STEPS[-1])
    years = range(ceil(first / step) * step, floor(last / step) * step + 1, step)
    return tuple(Tick(_percent(year, first, last), year_words(year)) for year in years)


def _bar(row: TimelineRow, first: float, last: float) -> Bar:
    start = 0.0 if row.earliest is None else _percent(row.earliest, first, last)
    end = 100.0 if row.latest is None else _percent(row.latest, first, last)
    opens = {(True, True): "both", (True, False): "left", (False, True): "right"}.get(
        (row.earliest is None, row.latest is None), ""
    )
    width = round(max(end - start, 0.0), 3)
    point = round((start + end) / 2, 3) if row.shape == "day" or (width < _NARROWEST and not opens) else None
    solid = None
    if row.sure:
        left = _percent(row.sure[0], first, last)
        solid = (left, round(_percent(row.sure[1], first, last) - left, 3))
    return Bar(row, start, width, point, solid, opens)


def _percent(year: float, first: float, last: float) -> float:
    return round((year - first) / (last - first) * 100, 3)
